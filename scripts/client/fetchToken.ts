import { answerError } from './answerError.ts';
import type { CallOutcome } from './callInit.ts';
import type { CredentialValues } from './credentialValues.ts';
import { ServiceError } from './errors.ts';
import type { TokenFacts } from './facts.ts';
import { evaluateExpression } from './runtimeExpression.ts';
import type { FetchedToken } from './tokenKeeper.ts';

/** A client of the same service, as a token's fetching needs it. */
export interface TokenCaller {
  /** Calls the operation `METHOD /path` with a body, where it takes one. */
  call(operation: string, body: unknown): Promise<CallOutcome>;
  /** The same with a token at hand, for the steps of a login; `client` is what its user may ask the service with. */
  with(token: string): TokenCaller & { client: unknown };
}

export interface TokenRequest {
  source: TokenFacts;
  credentials: CredentialValues;
  caller: TokenCaller;
}

/**
 * Asks a service for a token; of a login, with the steps that the caller gives something for.
 * @throws {ServiceError} if none comes
 */
export async function fetchToken({ source, credentials, caller }: TokenRequest): Promise<FetchedToken> {
  const first = await ask(caller, source, await grantBody(source, credentials));
  if (!first.token) throw withoutToken(source, first.status);
  let fetched: FetchedToken = { ...first, token: first.token };
  for (const step of source.steps ?? []) {
    if (!credentials.has(step.answer)) continue;
    const held = caller.with(fetched.token);
    const body = await credentials.give(step.answer, held.client);
    // A step that gives no token has made the one at hand good for more.
    const { token = fetched.token, lifetime = fetched.lifetime } = await ask(held, step, body);
    fetched = { token, ...(lifetime !== undefined && { lifetime }) };
  }
  return fetched;
}

type Question = Pick<TokenFacts, 'operation' | 'value' | 'expires'>;

async function ask(
  caller: TokenCaller,
  { operation, value, expires }: Question,
  body: unknown,
): Promise<Partial<FetchedToken> & { status: number }> {
  const { data, error, response } = await caller.call(operation, body);
  if (!response.ok) {
    const secrets = Object.values(body ?? {}).filter((one) => typeof one === 'string' && one !== grantType);
    throw answerError({
      place: placeOf(operation),
      problem: 'no token came',
      response,
      body: error,
      secrets,
    });
  }
  const { status } = response;
  const context = { statusCode: status, response: { headers: response.headers, body: data } };
  const token = evaluateExpression(value, context);
  if (!isScalar(token)) return { status };
  const lifetime = expires === undefined ? undefined : evaluateExpression(expires, context);
  return { status, token: String(token), ...(isSeconds(lifetime) && { lifetime: Number(lifetime) }) };
}

const grantType = 'client_credentials';

/**
 * The access token request of RFC 6749 section 4.4.2, with the client's credentials in its body (section 2.3.1); or what
 * the caller logs in with.
 */
async function grantBody(
  { clientCredentials, login }: TokenFacts,
  credentials: CredentialValues,
): Promise<unknown> {
  if (login !== undefined) return credentials.give(login);
  if (!clientCredentials) return undefined;
  const [id, secret] = clientCredentials;
  return {
    grant_type: grantType,
    client_id: await credentials.get(id),
    client_secret: await credentials.get(secret),
  };
}

function isScalar(token: unknown): boolean {
  return (typeof token === 'string' && token !== '') || typeof token === 'number';
}

function isSeconds(lifetime: unknown): boolean {
  return (typeof lifetime === 'number' || typeof lifetime === 'string') && Number(lifetime) > 0;
}

function withoutToken({ operation, value }: TokenFacts, status: number): ServiceError {
  const problem = `there is no token at ${value} of the response (status ${status})`;
  return new ServiceError(problem, { ...placeOf(operation), status });
}

function placeOf(operation: string): { method: string; path: string } {
  const [method = '', path = ''] = operation.split(' ', 2);
  return { method, path };
}
