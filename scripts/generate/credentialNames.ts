import { isObject, joinPointer, valueAt } from '../json/pointer.ts';
import type { Api } from '../model/api.ts';
import type { SecurityScheme } from '../model/securityScheme.ts';
import { camelCase } from './words.ts';

/**
 * The names that each security scheme's credentials have in a client's options: `clientId` and `clientSecret`, `username`
 * and `password`, `token`, or the name of the key's parameter. Where two schemes would share a name, each has its own in front.
 */
export function credentialNames(api: Api): Map<string, readonly string[]> {
  const plain = new Map(api.securitySchemes.map((scheme) => [scheme.name, plainNames(api, scheme)]));
  const all = [...plain.values()].flat();
  return new Map(
    [...plain].map(([scheme, names]) => {
      const isShared = names.some((name) => all.indexOf(name) !== all.lastIndexOf(name));
      return [scheme, isShared ? names.map((name) => camelCase(`${scheme} ${name}`)) : names];
    }),
  );
}

function plainNames(api: Api, scheme: SecurityScheme): readonly string[] {
  if (scheme.type === 'mutualTLS') return [];
  if (takesClientCredentials(api, scheme)) return ['clientId', 'clientSecret'];
  if (scheme.type === 'http' && scheme.authScheme?.toLowerCase() === 'basic') return ['username', 'password'];
  const isKey = scheme.type === 'apiKey' && scheme.parameterName?.toLowerCase() !== 'authorization';
  return [isKey ? camelCase(scheme.parameterName ?? scheme.name) : 'token'];
}

/** A client that can get a token by itself, with the client credentials grant of RFC 6749 section 4.4. */
export function takesClientCredentials(api: Api, scheme: SecurityScheme): boolean {
  const flow = valueAt(api.document, joinPointer(scheme.pointer, 'flows', 'clientCredentials'));
  return scheme.type === 'oauth2' && scheme.token !== undefined && isObject(flow);
}
