import { cookieNamed } from './http/cookieNamed.ts';
import type { PrismOperation } from './prism/readPrismOperations.ts';

export type Scheme = NonNullable<PrismOperation['security']>[number][number];

/** What a request brings along to prove who sends it. Header names in lower case. */
export interface Credentials {
  headers: Record<string, string | string[] | undefined>;
  query: Record<string, string | string[]>;
}

/**
 * Whether one of the alternatives of an operation's security is met: all of its schemes (OpenAPI 3.1 section 4.8.30).
 * No alternatives, or an empty one: anybody may call.
 *
 * Prism's own check is not used: it lets any `Authorization` through for an API key, takes `bearer` for wrong, refuses
 * a Basic password with a colon, and a request with credentials where anonymous ones are welcome.
 */
export function meetsSecurity(
  alternatives: readonly (readonly Scheme[])[],
  credentials: Credentials,
  isRight: (credential: string) => boolean,
): boolean {
  const presents = (scheme: Scheme) => {
    if (scheme.type === 'mutualTLS') return true;
    const credential = presentedCredential(scheme, credentials);
    return credential !== undefined && isRight(credential);
  };
  return alternatives.length === 0 || alternatives.some((schemes) => schemes.every(presents));
}

/**
 * The credential that a request brings for a scheme, if it is well-formed: a key, a token, or `user:password`; of mutual
 * TLS none, which is decided before HTTP begins.
 */
export function presentedCredential(scheme: Scheme, credentials: Credentials): string | undefined {
  switch (scheme.type) {
    case 'apiKey':
      return presentedKey(scheme, credentials);
    case 'http':
      return presentedAuthorization(scheme.scheme, credentials);
    case 'oauth2':
    case 'openIdConnect':
      // RFC 6750 section 2.1
      return presentedAuthorization('bearer', credentials);
    case 'mutualTLS':
      return undefined;
  }
}

function presentedKey(
  scheme: Extract<Scheme, { type: 'apiKey' }>,
  credentials: Credentials,
): string | undefined {
  const value = keyOf(scheme, credentials);
  const authScheme = scheme.extensions?.['x-auth-scheme'];
  const key = typeof authScheme === 'string' ? credentialsAfter(authScheme, value) : value;
  return key || undefined;
}

function keyOf(scheme: Extract<Scheme, { type: 'apiKey' }>, { headers, query }: Credentials): string {
  if (scheme.in === 'query') return first(query[scheme.name]);
  if (scheme.in === 'cookie') return cookieNamed(scheme.name, first(headers.cookie)) ?? '';
  return first(headers[scheme.name.toLowerCase()]);
}

function presentedAuthorization(authScheme: string, { headers }: Credentials): string | undefined {
  const given = credentialsAfter(authScheme, first(headers.authorization));
  return given === undefined || authScheme.toLowerCase() !== 'basic' ? given : userAndPassword(given);
}

/** What follows the auth-scheme, whose letters' case does not matter (RFC 9110 section 11.1 and 11.4). */
function credentialsAfter(authScheme: string, value: string): string | undefined {
  const [given = '', credentials = ''] = value.split(/ +(.*)/s);
  return given.toLowerCase() === authScheme.toLowerCase() && credentials !== '' ? credentials : undefined;
}

/** RFC 7617 section 2: base64 of `user:password`; the password may hold further colons. */
function userAndPassword(credentials: string): string | undefined {
  const pair = Buffer.from(credentials, 'base64').toString('utf8');
  return pair.includes(':') ? pair : undefined;
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
