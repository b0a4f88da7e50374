import { credentialNames } from '../apis/credentialNames.ts';
import type { Api } from '../model/api.ts';
import { camelCase } from './words.ts';

/** The names that each security scheme's credentials have in a client's options: `clientId`, `token`, `apiKey`. */
export function clientCredentialNames(api: Api): Map<string, readonly string[]> {
  const names = Map.groupBy(credentialNames(api), ({ scheme }) => scheme);
  return new Map(
    api.securitySchemes.map((scheme) => [
      scheme.name,
      (names.get(scheme.name) ?? []).map(({ name }) => camelCase(name)),
    ]),
  );
}
