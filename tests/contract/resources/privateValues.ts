import type { Prepared } from './prepareCase.ts';

/** Shorter ones identify nothing, and stand in every text. */
const shortest = 3;

/** The identifiers of a request that came from the server, or from the user: no report shows them. */
export function privateValues({ chain }: Pick<Prepared, 'chain'>): string[] {
  const identifiers = chain.map(({ identifier }) => String(identifier));
  return [...new Set(identifiers)].filter(({ length }) => length >= shortest);
}
