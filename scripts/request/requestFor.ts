import type { RequestInputs } from '../model/case.ts';
import type { SentRequest } from '../model/exchange.ts';
import type { Operation } from '../model/operation.ts';
import { buildRequest } from './buildRequest.ts';
import type { Session } from './session.ts';

interface RequestOptions {
  session: Session;
  baseUrl: string;
  mode: 'mock' | 'live';
  inputs: RequestInputs;
}

/**
 * The request that inputs make, with the credentials and tokens that a session has for it.
 * @throws {CallError} if the inputs make none: a path parameter is missing, a media type cannot carry the body
 */
export async function requestFor(
  operation: Operation,
  { session, baseUrl, mode, inputs }: RequestOptions,
): Promise<SentRequest> {
  const placed = await session.credentials(inputs.security ?? [], inputs.spoiled);
  const tokens = await session.pathTokens(operation);
  // A token that the inputs bring along is wrong on purpose.
  const path = { ...tokens, ...inputs.path };
  return buildRequest({ operation, baseUrl, inputs: { ...inputs, path }, placed, mode });
}
