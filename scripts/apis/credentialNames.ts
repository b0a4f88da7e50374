import type { Api } from '../model/api.ts';
import type { SecurityScheme } from '../model/securityScheme.ts';

/** One secret that an API asks for, and the environment variable that holds it. */
export interface CredentialName {
  /** Name of the security scheme. */
  scheme: string;
  /** What the field's standards call it: `client_id` (RFC 6749), `username` (RFC 7617), `token`, or the key's own name. */
  part: string;
  /** `MUSEUM_CLIENT_ID` of an API called `museum`. */
  variable: string;
}

/** The credentials of an API, which follow from its name and its security schemes; no code names an API. */
export function credentialNames({
  name,
  securitySchemes,
}: Pick<Api, 'name' | 'securitySchemes'>): CredentialName[] {
  return securitySchemes.flatMap((scheme) =>
    partsOf(scheme).map((part) => ({ scheme: scheme.name, part, variable: variableOf(name, part) })),
  );
}

function partsOf({ type, token, authScheme, parameterName }: SecurityScheme): string[] {
  if (type === 'mutualTLS') return [];
  if (type === 'oauth2' && token) return ['client_id', 'client_secret'];
  if (type === 'http' && authScheme?.toLowerCase() === 'basic') return ['username', 'password'];
  const isOwnHeader = type === 'apiKey' && parameterName && parameterName.toLowerCase() !== 'authorization';
  return [isOwnHeader ? parameterName : 'token'];
}

function variableOf(...words: string[]): string {
  return words
    .join('_')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}
