import type { Api } from '../model/api.ts';
import type { TokenSource } from '../model/securityScheme.ts';

/** Every `x-token` of an API, each once. */
export function tokenSources({
  securitySchemes,
  operations,
}: Pick<Api, 'securitySchemes' | 'operations'>): TokenSource[] {
  const carriers = [...securitySchemes, ...operations.flatMap(({ parameters }) => parameters)];
  const sources = carriers.flatMap(({ token }) => token ?? []);
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}
