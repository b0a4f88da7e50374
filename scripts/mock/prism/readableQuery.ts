import type { PrismOperation } from './readPrismOperations.ts';

/** The query as Prism reads it: it looks for the `%20` between the items of a list, which has been decoded by then. */
export function readableQuery(
  { request }: PrismOperation,
  query: Record<string, string | string[]>,
): Record<string, string | string[]> {
  const spaced = (request?.query ?? []).filter(
    ({ style, explode }) => style === 'spaceDelimited' && !explode,
  );
  if (spaced.length === 0) return query;
  const names = new Set(spaced.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      names.has(name) && typeof value === 'string' ? value.replaceAll(' ', '%20') : value,
    ]),
  );
}
