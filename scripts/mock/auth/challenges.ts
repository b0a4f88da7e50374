import type { Scheme } from '../security.ts';

/**
 * `WWW-Authenticate` for a 401 (RFC 9110 section 11.6.1): a challenge for each auth-scheme that the alternatives of an
 * operation's security name. A key in a field of its own has none.
 * @param realm what the credentials are good for
 * @param wrong what was wrong with a token that came; RFC 6750 section 3.1: without one, no error is told
 * @returns `undefined` where no auth-scheme is named
 */
export function challenges(
  alternatives: readonly (readonly Scheme[])[],
  { realm, wrong }: { realm: string; wrong?: string },
): string | undefined {
  const schemes = new Map(
    alternatives
      .flat()
      .flatMap((scheme) => authSchemeOf(scheme) ?? [])
      .map((name) => [name.toLowerCase(), name]),
  );
  const all = [...schemes].map(([key, name]) => challenge(key, { name, realm, ...(wrong && { wrong }) }));
  return all.length > 0 ? all.join(', ') : undefined;
}

function challenge(
  key: string,
  { name, realm, wrong }: { name: string; realm: string; wrong?: string },
): string {
  const known = `${name} realm=${quoted(realm)}`;
  // RFC 7617 section 2.1
  if (key === 'basic') return `${known}, charset="UTF-8"`;
  if (key !== 'bearer' || wrong === undefined) return known;
  return `${known}, error="invalid_token", error_description=${quoted(wrong)}`;
}

function authSchemeOf(scheme: Scheme): string | undefined {
  switch (scheme.type) {
    case 'http':
      return written(scheme.scheme);
    case 'oauth2':
    case 'openIdConnect':
      return 'Bearer';
    case 'apiKey': {
      const authScheme = scheme.extensions?.['x-auth-scheme'];
      return scheme.in === 'header' && typeof authScheme === 'string' ? authScheme : undefined;
    }
    case 'mutualTLS':
      return undefined;
  }
}

/** Documents write `bearer`, standards `Bearer`. */
function written(authScheme: string): string {
  return authScheme.charAt(0).toUpperCase() + authScheme.slice(1);
}

/** RFC 9110 section 5.6.4, of what is printable in it. */
function quoted(text: string): string {
  return `"${text.replace(/[^\x20-\x7e]/g, '').replace(/["\\]/g, '\\$&')}"`;
}
