import { credentialNames } from '../../apis/credentialNames.ts';
import { tokenSources } from '../../apis/tokenSources.ts';
import { placeCredential, type Secret } from '../../client/credentials.ts';
import type { Api } from '../../model/api.ts';
import type { SecurityScheme } from '../../model/securityScheme.ts';
import { documentedFields } from './documentedCredentials.ts';

/** What a caller can send to an API of a mock that only takes known credentials: a line for each. */
export function knownCredentials(api: Api): string[] {
  return [...api.securitySchemes.flatMap((scheme) => lineOf(api, scheme) ?? []), ...tokenLines(api)];
}

function lineOf(api: Api, scheme: SecurityScheme): string | undefined {
  const placed = placeCredential(scheme, secretOf(api, scheme));
  if (!placed) return undefined;
  const { name, value } = placed;
  return { header: `${name}: ${value}`, query: `?${name}=${value}`, cookie: `Cookie: ${name}=${value}` }[
    placed.in
  ];
}

function secretOf(api: Api, scheme: SecurityScheme): Secret {
  const parts = credentialNames(api).filter((one) => one.scheme === scheme.name);
  const names = parts.map(({ part }) => part);
  if (names.includes('username')) return { username: 'fake-user', password: 'fake-password' };
  const [name = 'token'] = scheme.token ? [] : names;
  return `fake-${name.replaceAll('_', '-')}`;
}

/** Where a token is to be had, and for what. */
function tokenLines(api: Api): string[] {
  return tokenSources(api).flatMap(({ operationId }) => {
    const operation = api.operations.find((one) => one.operationId === operationId);
    if (!operation) return [];
    const fields = Object.entries(documentedFields(operation)).map(([name, value]) => `${name}=${value}`);
    const brought = fields.length > 0 ? ` with ${fields.join(', ')}` : '';
    return [`${operation.method} ${operation.path}${brought} gives a token`];
  });
}
