import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { answerRequest } from './answerRequest.ts';
import type { AnsweredRequest } from './control/answeredRequest.ts';
import { type Control, controlAnswer } from './control/controlAnswer.ts';
import { isPreflight, preflightAnswer, readableByPages } from './control/cors.ts';
import { failureAnswer } from './control/failureAnswer.ts';
import type { Failures } from './control/failures.ts';
import { placeOf } from './control/placeOf.ts';
import { isControlPath, printablePath } from './control/printablePath.ts';
import type { ReceivedLog } from './control/receivedLog.ts';
import { tellAnswer } from './control/tellAnswer.ts';
import type { Answer } from './http/answer.ts';
import { problem } from './http/problem.ts';
import { Disconnected, hasBody, readBody } from './http/readBody.ts';
import { requestTarget } from './http/requestTarget.ts';
import { respond } from './http/respond.ts';
import type { MockApi } from './mockApi.ts';
import type { MockRequest } from './mockRequest.ts';

interface HandlerSetup {
  apis: ReadonlyMap<string, MockApi>;
  received: ReceivedLog;
  control: Control;
  /** How long each answer of an API is held back. */
  delayMs: number;
  failures: Failures;
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
    const answer = await respondTo(setup, { request, response });
    if (!answer) return;
    try {
      tell(setup, { request, answer, startedAt });
    } catch (error) {
      // A listener that throws is no reason to take the answer back.
      complain(setup, request, error);
    }
  };
}

interface Exchange {
  request: MockRequest;
  response: ServerResponse;
}

/** The answer that was written; `undefined` where the client has gone before. */
async function respondTo(setup: HandlerSetup, exchange: Exchange): Promise<Answer | undefined> {
  try {
    const answer = await answerAny(setup, exchange.request);
    respond(exchange.response, answer);
    return answer;
  } catch (error) {
    return error instanceof Disconnected ? undefined : fail(setup, exchange, error);
  }
}

/** What the mock answers for itself is not readable by pages of other origins, but for the list of APIs. */
async function answerAny(setup: HandlerSetup, request: MockRequest): Promise<Answer> {
  const { control } = setup;
  const { path } = requestTarget(request.target);
  if (path !== '/' && isControlPath(path)) return controlAnswer(control, request);
  if (isPreflight(request)) return preflightAnswer(request);
  const answer = path === '/' ? await controlAnswer(control, request) : await answerApi(setup, request);
  return readableByPages(answer, request);
}

async function answerApi({ apis, delayMs, failures }: HandlerSetup, request: MockRequest): Promise<Answer> {
  // Decided when the request comes, so that how long others take does not matter.
  const status = failures();
  if (delayMs > 0) await pause(delayMs, undefined, { ref: false });
  if (status === undefined) return answerRequest(apis, request);
  return failureAnswer(apis, { request, status });
}

interface Told {
  request: ReadableOnce;
  answer: Answer;
  startedAt: number;
}

function tell({ apis, onAnswer, received }: HandlerSetup, { request, answer, startedAt }: Told): void {
  const { method, target, headers, body } = request;
  const durationMs = performance.now() - startedAt;
  const isOwn = isControlPath(requestTarget(target).path) || isPreflight(request);
  if (!isOwn) {
    const { status, refused } = answer;
    const told = { status, durationMs, ...(refused !== undefined && { refused }) };
    const content = body?.length ? { body } : {};
    received.add({
      at: new Date(),
      method,
      target,
      headers,
      bodyBytes: body?.length ?? 0,
      ...content,
      ...told,
    });
  }
  onAnswer?.(tellAnswer(apis, { method, target, answer, durationMs }));
}

/** A request whose content is read once, and kept to be recorded. */
interface ReadableOnce extends MockRequest {
  body?: Buffer;
}

function mockRequest(received: IncomingMessage): ReadableOnce {
  const { method = 'GET', url = '/', headers } = received;
  let reading: Promise<Buffer> | undefined;
  const read = async () => {
    request.body = hasBody(received) ? await readBody(received, bodyLimit) : Buffer.alloc(0);
    return request.body;
  };
  const request: ReadableOnce = {
    method,
    target: url,
    headers,
    readBody() {
      reading ??= read();
      return reading;
    },
  };
  return request;
}

/** A defect of ours, or an example that HTTP cannot carry, ends one request and not the process. */
function fail(setup: HandlerSetup, { request, response }: Exchange, error: unknown): Answer {
  complain(setup, request, error);
  const answer = problem(500, 'The mock failed; its terminal says why.');
  if (response.headersSent) response.destroy();
  else respond(response, answer);
  return answer;
}

function complain({ apis }: HandlerSetup, { method, target }: MockRequest, error: unknown): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${method} ${printablePath(placeOf(apis, target))}: ${reason}\n`);
}

/** Node goes on reading a request that has been answered early, were it without end. */
function endUnread(request: IncomingMessage): void {
  if (request.complete) return;
  const timer = setTimeout(() => request.destroy(), graceMs).unref();
  request.once('close', () => clearTimeout(timer));
}
