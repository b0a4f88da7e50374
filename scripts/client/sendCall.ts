import { buildRequest, letIn, type RequestToBuild } from './buildRequest.ts';
import type { CallContext } from './callContext.ts';
import type { CallOutcome } from './callInit.ts';
import { ServiceError } from './errors.ts';
import { runMiddleware } from './middleware.ts';
import { noAnswer } from './noAnswer.ts';
import { readBody, readError } from './readBody.ts';

export type CallToSend = Omit<RequestToBuild, 'baseUrl'>;

/**
 * Sends a call once, and reads the answer.
 * @throws {ServiceError} if none comes, or a successful one cannot be read
 */
export async function sendCall(context: CallContext, call: CallToSend): Promise<CallOutcome> {
  const { place, init, authorization } = call;
  const { params = {}, middleware = [] } = init;
  const request = buildRequest({ ...call, baseUrl: context.baseUrl });
  const response = await runMiddleware({
    call: { request, schemaPath: place.path, params, id: Math.random().toString(36).slice(2) },
    middleware: [...context.middleware, ...middleware],
    send: (one) => send(letIn(one, authorization.placed, params.cookie), context, call),
  });
  // All that a browser tells of a redirect that it was not to follow.
  if (response.type === 'opaqueredirect')
    throw new ServiceError('it is redirected elsewhere', { ...place, status: 0 });
  return read(response, call);
}

async function send(
  request: Request,
  { fetch = globalThis.fetch }: CallContext,
  { place }: CallToSend,
): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    // An abort stays what it is, so that callers know it by its name.
    throw request.signal.aborted ? error : noAnswer(error, place);
  }
}

async function read(response: Response, { place, operation, init }: CallToSend): Promise<CallOutcome> {
  const { status, ok } = response;
  const outcome: CallOutcome = { status, response };
  const stated = init.parseAs === 'document' ? undefined : init.parseAs;
  const as = stated ?? operation.parseAs ?? 'json';
  try {
    if (!ok) outcome.error = await readError(response);
    else if (as === 'stream') outcome.data = response.body;
    else if (!isEmpty(response, place.method)) outcome.data = await readBody(response, as);
    return outcome;
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new ServiceError('the response is not JSON', { ...place, status });
    if (error instanceof Error && /^(Abort|Timeout)Error$/.test(error.name)) throw error;
    throw noAnswer(error, { ...place, status });
  }
}

function isEmpty({ status, headers }: Response, method: string): boolean {
  return status === 204 || method === 'HEAD' || headers.get('Content-Length') === '0';
}
