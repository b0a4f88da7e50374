import type { CallContext } from './callContext.ts';
import { type CallPlace, ServiceError } from './errors.ts';
import { type PreparedCall, prepareCall } from './prepareCall.ts';
import { readBody } from './readBody.ts';
import { noAnswer, sendWith } from './sendWith.ts';
import type { CallOutcome, TransportResult } from './transport.ts';

export interface SentCall extends Pick<PreparedCall, 'operation' | 'init' | 'authorization'> {
  place: CallPlace;
}

/**
 * Sends a call once, and reads the answer.
 * @throws {ServiceError} if none comes, or a successful one cannot be read
 */
export async function sendCall(
  { transport, fetch: fetchOption }: Pick<CallContext, 'transport' | 'fetch'>,
  { place, ...call }: SentCall,
): Promise<CallOutcome> {
  const fetch = sendWith(fetchOption, place);
  const prepared = prepareCall({ path: place.path, ...call, fetch });
  const result = await transport.request(place.method, place.path, prepared);
  const { response } = result;
  // All that a browser tells of a redirect that it was not to follow.
  if (response.type === 'opaqueredirect')
    throw new ServiceError('it is redirected elsewhere', { ...place, status: 0 });
  const outcome = { ...result, status: response.status };
  if (!response.ok || call.init.parseAs === 'stream') return outcome;
  const stated = call.init.parseAs === 'document' ? undefined : call.init.parseAs;
  return { ...outcome, data: await read(result, stated ?? call.operation.parseAs ?? 'json', place) };
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
