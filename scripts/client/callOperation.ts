import type { AccessTokens } from './accessTokens.ts';
import { type Authorization, authorize } from './authorize.ts';
import type { ClientOptions } from './clientOptions.ts';
import type { CredentialValues } from './credentialValues.ts';
import { encodePath } from './encodePath.ts';
import { CallError, type CallPlace, ServiceError } from './errors.ts';
import type { ApiFacts, OperationFacts } from './facts.ts';
import { prepareCall } from './prepareCall.ts';
import { readBody } from './readBody.ts';
import { noAnswer, sendWith } from './sendWith.ts';
import type { CallInit, Transport, TransportResult } from './transport.ts';
import { untilAborted } from './untilAborted.ts';

export interface CallContext {
  facts: ApiFacts;
  transport: Transport;
  credentials: CredentialValues;
  /** Absent while a token is being fetched. */
  tokens?: AccessTokens;
  fetch: ClientOptions['fetch'];
}

/**
 * Calls an operation; once more, with new tokens, if the service refuses the kept ones with a 401.
 * @throws {CallError} before anything is sent, if an input is missing or cannot be sent
 * @throws {ServiceError} if no answer comes, or a successful one cannot be read
 */
export async function callOperation(
  context: CallContext,
  place: CallPlace,
  init: CallInit,
): Promise<TransportResult> {
  try {
    const { result, used } = await attempt(context, place, init);
    const replaceable = used.length > 0 && !(init.body instanceof ReadableStream);
    if (result.response.status !== 401 || !replaceable) return result;
    for (const { name, token } of used) context.tokens?.forget(name, token);
    return (await attempt(context, place, init)).result;
  } catch (error) {
    throw error instanceof CallError && !error.path ? new CallError(error.problem, place) : error;
  }
}

async function attempt(context: CallContext, place: CallPlace, init: CallInit) {
  const key = `${place.method} ${place.path}`;
  const operation = Object.hasOwn(context.facts.operations, key) ? context.facts.operations[key] : undefined;
  if (!operation) throw new CallError('the document describes no such operation');
  const givenPath = init.params?.path ?? {};
  refuseBadPath(operation, place, givenPath);
  const { facts, credentials, tokens } = context;
  const authorization = await untilAborted(
    authorize({ facts, operation, givenPath, credentials, tokens }),
    init.signal,
  );
  const result = await send(context, { place, operation, init, authorization });
  if (result.response.ok) tokens?.endedBy(key);
  return { result, used: authorization.used };
}

/** Before a token is fetched for nothing. */
function refuseBadPath(operation: OperationFacts, { path }: CallPlace, given: Record<string, unknown>): void {
  const tokens = Object.keys(operation.pathTokens ?? {}).map((name) => [name, given[name] ?? 'token']);
  encodePath(path, { ...given, ...Object.fromEntries(tokens) }, operation.styles);
}

interface Attempt {
  place: CallPlace;
  operation: OperationFacts;
  init: CallInit;
  authorization: Authorization;
}

async function send(context: CallContext, { place, operation, init, authorization }: Attempt) {
  const fetch = sendWith(context.fetch, place);
  const prepared = prepareCall({ path: place.path, operation, init, authorization, fetch });
  const result = await context.transport.request(place.method, place.path, prepared);
  if (!result.response.ok || init.parseAs === 'stream') return result;
  const stated = init.parseAs === 'document' ? undefined : init.parseAs;
  return { ...result, data: await read(result, stated ?? operation.parseAs ?? 'json', place) };
}

/** openapi-fetch leaves the body unread, and there is none after a 204. */
async function read(
  { data, response }: TransportResult,
  as: Parameters<typeof readBody>[1],
  place: CallPlace,
) {
  if (!data) return undefined;
  const { status } = response;
  try {
    return await readBody(response, as);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new ServiceError('the response is not JSON', { ...place, status });
    if (error instanceof Error && /^(Abort|Timeout)Error$/.test(error.name)) throw error;
    throw noAnswer(error, { ...place, status });
  }
}
