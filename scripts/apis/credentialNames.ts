import { isObject, joinPointer, valueAt } from '../json/pointer.ts';
import type { Api } from '../model/api.ts';
import type { SecurityScheme } from '../model/securityScheme.ts';

/** One secret that an API asks for, what it is called, and the environment variable that holds it. */
export interface CredentialName {
  /** Name of the security scheme. */
  scheme: string;
  /** What the field's standards call it: `client_id` (RFC 6749), `username` (RFC 7617), `token`, or the key's own name. */
  part: string;
  /** The same; where two schemes would share it, with the scheme's name in front. */
  name: string;
  /** `MUSEUM_CLIENT_ID` of an API called `museum`. */
  variable: string;
}

/** Whose credentials: those of another user than the one who mostly asks have names of their own. */
export type User = 'other';

/** The credentials of an API, which follow from its name and its security schemes; no code names an API. */
export function credentialNames(
  api: Pick<Api, 'name' | 'securitySchemes' | 'document'>,
  user?: User,
): CredentialName[] {
  const parts = api.securitySchemes.flatMap((scheme) =>
    partsOf(api, scheme).map((part) => ({ scheme: scheme.name, part })),
  );
  return parts.map(({ scheme, part }) => {
    const isShared = parts.some((other) => other.part === part && other.scheme !== scheme);
    const name = isShared ? `${scheme}_${part}` : part;
    return { scheme, part, name, variable: variableOf(api.name, user, name) };
  });
}

/** A token that can be got with the client credentials grant of RFC 6749 section 4.4. */
export function takesClientCredentials({ document }: Pick<Api, 'document'>, scheme: SecurityScheme): boolean {
  const flow = valueAt(document, joinPointer(scheme.pointer, 'flows', 'clientCredentials'));
  return scheme.type === 'oauth2' && scheme.token !== undefined && isObject(flow);
}

function partsOf(api: Pick<Api, 'document'>, scheme: SecurityScheme): string[] {
  const { type, authScheme, parameterName } = scheme;
  if (type === 'mutualTLS') return [];
  if (takesClientCredentials(api, scheme)) return ['client_id', 'client_secret'];
  if (type === 'http' && authScheme?.toLowerCase() === 'basic') return ['username', 'password'];
  const isOwnHeader = type === 'apiKey' && parameterName && parameterName.toLowerCase() !== 'authorization';
  return [isOwnHeader ? parameterName : 'token'];
}

/** `MUSEUM_CLIENT_ID` of `museum` and `client_id`. */
export function variableOf(...words: (string | undefined)[]): string {
  return words
    .filter((word) => word !== undefined)
    .join('_')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}
