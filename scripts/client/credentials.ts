import { CallError } from './errors.ts';

/** What placing a credential takes to know of a security scheme. */
export interface CredentialScheme {
  type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  /** Of `apiKey`. */
  in?: 'header' | 'query' | 'cookie';
  parameterName?: string;
  /** The auth-scheme (RFC 9110 section 11.1) before the credential. */
  authScheme?: string;
}

/** A token or key, or the two parts of HTTP Basic. */
export type Secret = string | { username: string; password: string };

/** Where a credential goes in a request; of a query, `value` is not yet percent-encoded. */
export interface PlacedCredential {
  in: 'header' | 'query' | 'cookie';
  name: string;
  value: string;
}

/**
 * Puts a credential where its security scheme says: `apiKey` (OpenAPI 3.1 section 4.8.27), HTTP Basic (RFC 7617), and
 * otherwise a bearer token (RFC 6750 section 2.1) or whatever auth-scheme is named.
 * @returns `undefined` for mutual TLS, which is no part of a request
 * @throws {CallError} if no header can carry it; the message does not repeat it
 */
export function placeCredential(scheme: CredentialScheme, secret: Secret): PlacedCredential | undefined {
  if (scheme.type === 'mutualTLS') return undefined;
  const placed = place(scheme, secret);
  if (placed.in === 'header' && !fieldValue.test(placed.value)) throw unfit(placed);
  if (placed.in === 'cookie' && !cookieValue.test(placed.value)) throw unfit(placed);
  return placed;
}

/** RFC 9110 section 5.5, without the blanks at either end, which `fetch` takes away. */
const fieldValue = /^[\x21-\x7e\x80-\xff]([\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?$/;
/** RFC 6265 section 4.1.1, `cookie-octet`, without the quotes. */
const cookieValue = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/;

function place(scheme: CredentialScheme, secret: Secret): PlacedCredential {
  if (typeof secret !== 'string') {
    return { in: 'header', name: 'Authorization', value: `Basic ${base64(secret)}` };
  }
  if (scheme.type !== 'apiKey') {
    return { in: 'header', name: 'Authorization', value: prefixed(scheme.authScheme ?? 'Bearer', secret) };
  }
  return {
    in: scheme.in ?? 'header',
    name: scheme.parameterName ?? 'Authorization',
    value: prefixed(scheme.authScheme, secret),
  };
}

/** Documents write `bearer`; servers that compare by letter expect what RFC 6750 writes. */
function prefixed(authScheme: string | undefined, secret: string): string {
  if (!authScheme) return secret;
  return `${authScheme === 'bearer' ? 'Bearer' : authScheme} ${secret}`;
}

function base64({ username, password }: { username: string; password: string }): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)));
}

function unfit({ in: where, name }: PlacedCredential): CallError {
  return new CallError(
    `the credential for the ${where} ${name} is empty, or has characters that it cannot carry`,
  );
}
