import type { CredentialValues } from './credentialValues.ts';
import { ServiceError } from './errors.ts';
import type { ApiFacts, TokenFacts } from './facts.ts';
import { evaluateExpression } from './runtimeExpression.ts';
import { type FetchedToken, keepToken, type TokenKeeper } from './tokenKeeper.ts';

/** The tokens that the service gives out, by name: fetched when first asked for, and kept. */
export interface AccessTokens {
  get(name: string): Promise<string>;
  /** After the service refused it. */
  forget(name: string, token: string): void;
  /** After an operation succeeded: some end a token's life. */
  endedBy(operation: string): void;
}

export interface Answer {
  data?: unknown;
  response: Response;
}

export interface AccessTokensOptions {
  facts: ApiFacts;
  credentials: CredentialValues;
  /** Calls the operation `METHOD /path` with a body, where it takes one. */
  call(operation: string, body: unknown): Promise<Answer>;
}

export function accessTokens(options: AccessTokensOptions): AccessTokens {
  const { tokens } = options.facts;
  const keepers = new Map<string, TokenKeeper>(
    Object.entries(tokens).map(([name, token]) => [name, keepToken(() => fetchToken(token, options))]),
  );
  return {
    get: async (name) => (await keepers.get(name)?.get()) ?? '',
    forget: (name, token) => keepers.get(name)?.forget(token),
    endedBy(operation) {
      for (const [name, keeper] of keepers) {
        if (tokens[name]?.endedBy?.includes(operation)) keeper.forget();
      }
    },
  };
}

async function fetchToken(
  source: TokenFacts,
  { call, credentials }: AccessTokensOptions,
): Promise<FetchedToken> {
  const { data, response } = await call(source.operation, await grantBody(source, credentials));
  if (!response.ok) throw unusable(source, response, 'no token came');
  const context = { statusCode: response.status, response: { headers: response.headers, body: data } };
  const token = evaluateExpression(source.value, context);
  if (!isScalar(token))
    throw unusable(source, response, `there is no token at ${source.value} of the response`);
  const lifetime = source.expires === undefined ? undefined : evaluateExpression(source.expires, context);
  return { token: String(token), ...(isSeconds(lifetime) && { lifetime: Number(lifetime) }) };
}

/** The access token request of RFC 6749 section 4.4.2, with the client's credentials in its body (section 2.3.1). */
async function grantBody({ clientCredentials }: TokenFacts, credentials: CredentialValues): Promise<unknown> {
  if (!clientCredentials) return undefined;
  const [id, secret] = clientCredentials;
  return {
    grant_type: 'client_credentials',
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

function unusable({ operation }: TokenFacts, { status }: Response, problem: string): ServiceError {
  const [method = '', path = ''] = operation.split(' ', 2);
  return new ServiceError(`${problem} (status ${status})`, { method, path, status });
}
