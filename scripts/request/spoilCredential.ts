import { type PlacedCredential, placeCredential, type Secret } from '../client/credentials.ts';
import { CallError } from '../client/errors.ts';
import { nobody } from '../model/nobody.ts';
import type { SecurityScheme } from '../model/securityScheme.ts';

/** A credential of the right form that nobody has. */
export function nobodysSecret(scheme: SecurityScheme): Secret {
  return authSchemeOf(scheme) === 'basic'
    ? { username: nobody.username, password: nobody.password }
    : nobody.credential;
}

/**
 * A credential under an auth-scheme that none of the API's security schemes has; a key, in a place where none has one of
 * its name, though never in the URL, which servers log.
 * @throws {CallError} if there is no such place, or it cannot carry the credential
 */
export function placedElsewhere(
  placed: PlacedCredential,
  scheme: SecurityScheme,
  schemes: SecurityScheme[],
): PlacedCredential {
  if (authSchemeOf(scheme) !== undefined) {
    const used = schemes.map(authSchemeOf);
    const other = ['Basic', 'Bearer', 'Digest'].find((one) => !used.includes(one.toLowerCase()));
    return { ...placed, value: placed.value.replace(/^\S+/, other ?? 'Negotiate') };
  }
  const named = schemes.filter(({ parameterName }) => isSameName(parameterName, placed.name));
  const place = (['cookie', 'header'] as const).find((one) => !named.some((other) => other.in === one));
  if (!place) throw new CallError(`the key ${placed.name} is known in the header and in a cookie`);
  const moved = placeCredential({ type: 'apiKey', in: place, parameterName: placed.name }, placed.value);
  return moved ?? placed;
}

/** The auth-scheme (RFC 9110 section 11.1) before the credential, in lower case; `undefined` of a plain key. */
function authSchemeOf({ type, authScheme }: SecurityScheme): string | undefined {
  return (authScheme ?? (type === 'apiKey' || type === 'mutualTLS' ? undefined : 'bearer'))?.toLowerCase();
}

function isSameName(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
