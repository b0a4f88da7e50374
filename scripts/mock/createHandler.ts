import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerRequest } from './answerRequest.ts';
import type { AnsweredRequest } from './control/answeredRequest.ts';
import { tellAnswer } from './control/tellAnswer.ts';
import type { Answer } from './http/answer.ts';
import { problem } from './http/problem.ts';
import { Disconnected, hasBody, readBody } from './http/readBody.ts';
import { respond } from './http/respond.ts';
import type { MockApi } from './mockApi.ts';
import type { MockRequest } from './mockRequest.ts';

export interface HandlerSetup {
  apis: ReadonlyMap<string, MockApi>;
  onAnswer?: ((answered: AnsweredRequest) => void) | undefined;
}

const bodyLimit = 32 * 1024 * 1024;
/** How long a client may go on sending what nobody reads after its answer. */
const graceMs = 1000;

/** What a server does with each request; it never rejects. */
export function createHandler(setup: HandlerSetup) {
  return async (received: IncomingMessage, response: ServerResponse): Promise<void> => {
    const startedAt = performance.now();
    response.once('finish', () => endUnread(received));
    const request = mockRequest(received);
    try {
      const answer = await answerRequest(setup.apis, request);
      respond(response, answer);
      tell(setup, { request, answer, startedAt });
    } catch (error) {
      if (error instanceof Disconnected) return;
      const answer = fail({ request, response, error });
      tell(setup, { request, answer, startedAt });
    }
  };
}

interface Told {
  request: MockRequest;
  answer: Answer;
  startedAt: number;
}

function tell({ apis, onAnswer }: HandlerSetup, { request, answer, startedAt }: Told): void {
  const { method, target } = request;
  onAnswer?.(tellAnswer(apis, { method, target, answer, durationMs: performance.now() - startedAt }));
}

function mockRequest(received: IncomingMessage): MockRequest {
  const { method = 'GET', url = '/', headers } = received;
  let body: Promise<Buffer> | undefined;
  const readOnce = () => {
    body ??= hasBody(received) ? readBody(received, bodyLimit) : Promise.resolve(Buffer.alloc(0));
    return body;
  };
  return { method, target: url, headers, readBody: readOnce };
}

/** A defect of ours, or an example that HTTP cannot carry, ends one request and not the process. */
function fail({
  request,
  response,
  error,
}: {
  request: MockRequest;
  response: ServerResponse;
  error: unknown;
}): Answer {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${request.method} ${request.target.split('?', 1)[0]}: ${reason}\n`);
  const answer = problem(500, 'The mock failed; its terminal says why.');
  if (response.headersSent) response.destroy();
  else respond(response, answer);
  return answer;
}

/** Node goes on reading a request that has been answered early, were it without end. */
function endUnread(request: IncomingMessage): void {
  if (request.complete) return;
  const timer = setTimeout(() => request.destroy(), graceMs).unref();
  request.once('close', () => clearTimeout(timer));
}
