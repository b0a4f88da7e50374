import { answerError } from './answerError.ts';
import { type Authorization, authorize } from './authorize.ts';
import type { CallContext } from './callContext.ts';
import type { CallInit, CallOutcome } from './callInit.ts';
import { collectStreams } from './collectStreams.ts';
import { startDeadline } from './deadline.ts';
import { encodePath } from './encodePath.ts';
import { CallError, type CallPlace } from './errors.ts';
import type { ApiFacts, OperationFacts } from './facts.ts';
import { sendCall } from './sendCall.ts';
import { untilAborted } from './untilAborted.ts';
import { withRetries } from './withRetries.ts';

/**
 * Calls an operation; once more, with new tokens, if the service refuses the kept ones with a 401.
 * @throws {CallError} before anything is sent, if an input is missing or cannot be sent
 * @throws {ServiceError} if no answer comes, or not in time, or a successful one cannot be read; with `throwOnError`, if
 * the answer is no success
 */
export async function callOperation(
  context: CallContext,
  place: CallPlace,
  init: CallInit,
): Promise<CallOutcome> {
  const deadline = startDeadline(init.timeoutMs ?? context.timeoutMs, init.signal, place);
  try {
    const operation = operationAt(context.facts, place);
    const body = await untilAborted(collectStreams(init.body), deadline.signal);
    const call = { place, operation, init: { ...init, body, signal: deadline.signal ?? null } };
    const retrying = { ...place, retries: retriesOf(context, call), signal: deadline.signal };
    return checked(await withRetries(retrying, () => renewing(context, call)), call);
  } catch (error) {
    throw placed(deadline.explain(error), place);
  } finally {
    deadline.clear();
  }
}

interface Call {
  place: CallPlace;
  operation: OperationFacts;
  init: CallInit;
}

function operationAt({ operations }: ApiFacts, { method, path }: CallPlace): OperationFacts {
  const key = `${method} ${path}`;
  const operation = Object.hasOwn(operations, key) ? operations[key] : undefined;
  if (!operation) throw new CallError('the document describes no such operation');
  return operation;
}

/** A stream is gone once it has been sent, and some operations do something again. */
function retriesOf(context: CallContext, { operation, init }: Call): number {
  return operation.hasEffect || !isReplayable(init) ? 0 : (init.retries ?? context.retries ?? 0);
}

function isReplayable({ body }: CallInit): boolean {
  return !(body instanceof ReadableStream);
}

interface Attempt {
  result: CallOutcome;
  authorization: Authorization;
}

async function renewing(context: CallContext, call: Call): Promise<Attempt> {
  const first = await attempt(context, call);
  const { used } = first.authorization;
  if (first.result.status !== 401 || used.length === 0 || !isReplayable(call.init)) return first;
  for (const { name, token } of used) context.tokens?.forget(name, token);
  return attempt(context, call);
}

async function attempt(context: CallContext, { place, operation, init }: Call): Promise<Attempt> {
  const givenPath = init.params?.path ?? {};
  refuseBadPath(operation, place, givenPath);
  const { facts, credentials, tokens } = context;
  const authorization = await untilAborted(
    authorize({ facts, operation, givenPath, credentials, tokens }),
    init.signal,
  );
  const result = await sendCall(context, { place, operation, init, authorization });
  if (result.response.ok) tokens?.endedBy(`${place.method} ${place.path}`);
  return { result, authorization };
}

/** Before a token is fetched for nothing. */
function refuseBadPath(operation: OperationFacts, { path }: CallPlace, given: Record<string, unknown>): void {
  const tokens = Object.keys(operation.pathTokens ?? {}).map((name) => [name, given[name] ?? 'token']);
  encodePath(path, { ...given, ...Object.fromEntries(tokens) }, operation.styles);
}

function checked({ result, authorization: { secrets } }: Attempt, { place, init }: Call): CallOutcome {
  const { response, error: body } = result;
  if (response.ok || !init.throwOnError) return result;
  throw answerError({ place, response, body, secrets });
}

function placed(error: unknown, place: CallPlace): unknown {
  return error instanceof CallError && !error.path ? new CallError(error.problem, place) : error;
}
