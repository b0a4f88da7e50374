import { ProblemJsonError } from '@stoplight/prism-http';
import { authenticate, wrongToken } from './auth/authenticate.ts';
import { challenges } from './auth/challenges.ts';
import { describedAnswer } from './describedAnswer.ts';
import { errorAnswer } from './errorAnswer.ts';
import type { Answer } from './http/answer.ts';
import { problem } from './http/problem.ts';
import { type RequestTarget, requestTarget } from './http/requestTarget.ts';
import type { Route, RouteMatch } from './http/router.ts';
import type { Memory } from './memory/memory.ts';
import type { MockApi } from './mockApi.ts';
import type { MockOperation } from './mockOperation.ts';
import type { MockRequest } from './mockRequest.ts';
import { preferences } from './prism/preferences.ts';
import { describedStatus, plainStatus, Refusal } from './refusal.ts';
import { validateRequest } from './validateRequest.ts';

/**
 * What the described service answers to a request: the API by the first segment of the path, its operation, then
 * credentials, then content, then the response.
 */
export async function answerRequest(
  apis: ReadonlyMap<string, MockApi>,
  request: MockRequest,
): Promise<Answer> {
  const target = requestTarget(request.target);
  const [, name = '', path = ''] = /^\/([^/]*)(.*)$/s.exec(target.path) ?? [];
  const api = apis.get(name);
  if (!api) {
    const known = [...apis.keys()].map((api) => `/${api}`).join(', ');
    return problem(404, `There is no API at /${name}. APIs: ${known}.`);
  }
  try {
    const match = api.match(path || '/');
    if (!match) return problem(404, `The document of ${name} has no path ${path || '/'}.`);
    return await answerAt({ match, memory: api.memory }, request, target);
  } catch (error) {
    if (error instanceof URIError) return problem(400, 'The path is not valid percent-encoding.');
    if (error instanceof ProblemJsonError) return problem(error.status, error.detail);
    throw error;
  }
}

const notAcceptable = 'The request accepts none of the media types that the document describes.';

async function answerAt(
  { match, memory }: { match: RouteMatch<MockOperation>; memory: Memory | undefined },
  request: MockRequest,
  target: RequestTarget,
): Promise<Answer> {
  const { targets } = match.route;
  const operation =
    targets.get(request.method) ?? (request.method === 'HEAD' ? targets.get('GET') : undefined);
  if (!operation) return answerOtherMethod(match.route, request.method);
  try {
    const presented = authenticate(operation, {
      headers: request.headers,
      query: target.query,
      path: match.parameters,
    });
    const body = await validateRequest({ operation, request, target, pathParameters: match.parameters });
    operation.authority.admit(operation, body);
    const accept = request.headers.accept?.toString();
    const preferred = preferences({ headers: request.headers, query: target.query });
    const wish = accept === undefined ? preferred : { ...preferred, accept };
    const callers = presented.map((credential) => operation.authority.holderOf(credential));
    const asked = { path: match.parameters, query: target.query, body, wish, callers };
    const answer = await (memory ? memory.answer(operation, asked) : describedAnswer(operation, wish));
    return withChallenge(operation, operation.authority.settle(operation, { presented, body, answer }));
  } catch (error) {
    if (error instanceof Refusal) {
      return withChallenge(operation, await refuse(operation, error), wrongToken(operation, request.headers));
    }
    if (error instanceof ProblemJsonError && error.status === 406) {
      return refuse(operation, new Refusal('not-acceptable', notAcceptable));
    }
    throw error;
  }
}

/** The document's own answer to a refused request, or a problem document where it has none. */
async function refuse(operation: MockOperation, { reason, message, flaws }: Refusal): Promise<Answer> {
  const code = describedStatus(operation.statuses, reason);
  if (code === undefined) return { ...problem(plainStatus(reason), message), refused: reason };
  const answer = { ...(await describedAnswer(operation, { code })), refused: reason };
  // Documents tell best who may call; which credential was wrong is told by the challenge.
  return reason === 'unauthorized' ? answer : errorAnswer(answer, operation, { sentence: message, flaws });
}

/** The challenge that HTTP asks of a 401, unless the document describes one. */
function withChallenge({ security, api }: MockOperation, answer: Answer, wrong?: string): Answer {
  if (answer.status !== 401 || answer.headers['www-authenticate'] !== undefined) return answer;
  const field = challenges(security, { realm: api, ...(wrong && { wrong }) });
  return field ? { ...answer, headers: { ...answer.headers, 'www-authenticate': field } } : answer;
}

/** RFC 9110 section 9.3.7 and 15.5.6. */
async function answerOtherMethod(route: Route<MockOperation>, method: string): Promise<Answer> {
  const allow = [...route.targets.keys()].join(', ');
  if (method === 'OPTIONS') return { status: 204, headers: { allow } };
  const refusal = new Refusal('method-not-allowed', `${route.template} knows ${allow} only.`);
  const operations = [...route.targets.values()];
  const describing = operations.find(
    ({ statuses }) => describedStatus(statuses, refusal.reason) !== undefined,
  );
  const answer = describing
    ? await refuse(describing, refusal)
    : { ...problem(plainStatus(refusal.reason), refusal.message), refused: refusal.reason };
  return { ...answer, headers: { ...answer.headers, allow } };
}
