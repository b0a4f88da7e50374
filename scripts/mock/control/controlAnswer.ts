import type { Answer } from '../http/answer.ts';
import { problem } from '../http/problem.ts';
import { requestTarget } from '../http/requestTarget.ts';
import type { MockApi } from '../mockApi.ts';
import type { MockRequest } from '../mockRequest.ts';
import { controlPrefix, docsPrefix } from './controlPrefix.ts';
import { isForeignPage } from './cors.ts';
import type { DocsSite } from './docsSite.ts';
import { indexAnswer, jsonAnswer } from './indexAnswer.ts';
import type { RecordedRequest } from './recordedRequest.ts';

/** What the mock's own paths show and do. */
export interface Control {
  apis: ReadonlyMap<string, MockApi>;
  docs: DocsSite;
  requests(): Promise<{ total: number; requests: RecordedRequest[] }>;
  reset(): void;
}

type Handlers = Record<string, () => Answer | Promise<Answer>>;

/** The answer of a path of the mock's own: `/`, and those below `controlPrefix`. */
export async function controlAnswer(control: Control, request: MockRequest): Promise<Answer> {
  const { path } = requestTarget(request.target);
  const handlers = handlersAt(path, control, request);
  if (!handlers) return problem(404, `The mock has no path ${path}.`);
  const { method } = request;
  const handler = handlers[method] ?? (method === 'HEAD' ? handlers.GET : undefined);
  if (handler) return handler();
  const allow = Object.keys(handlers).join(', ');
  if (method === 'OPTIONS') return { status: 204, headers: { allow } };
  const answer = problem(405, `${path} knows ${allow}, not ${method}.`);
  return { ...answer, headers: { ...answer.headers, allow } };
}

function handlersAt(path: string, control: Control, request: MockRequest): Handlers | undefined {
  const reset = () => {
    if (isForeignPage(request)) return problem(403, 'A page of another origin may not reset the mock.');
    control.reset();
    return { status: 204, headers: {} };
  };
  if (path === '/') return { GET: () => indexAnswer(control.apis, request.headers.accept?.toString()) };
  if (path === `${controlPrefix}/requests`) {
    return { GET: async () => jsonAnswer(await control.requests()), DELETE: reset };
  }
  if (path === `${controlPrefix}/reset`) return { POST: reset };
  if (path.startsWith(`${docsPrefix}/`)) return { GET: () => docsAnswer(path, control) };
  return undefined;
}

async function docsAnswer(path: string, { docs }: Control): Promise<Answer> {
  return (await docs(path)) ?? problem(404, `The docs have no page ${path.slice(docsPrefix.length)}.`);
}
