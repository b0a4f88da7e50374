import { isDeepStrictEqual } from 'node:util';
import type { Fact } from './fact.ts';
import { UnreadableFact } from './flattenFacts.ts';

/**
 * Each fact once, with all of its sources. It is contradicted if one of its sources says so.
 * @throws {UnreadableFact} if two sources want different things at one address
 */
export function mergeFacts(facts: Fact[]): Fact[] {
  const merged = new Map<string, Fact>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const known = merged.get(key);
    merged.set(key, known ? unite(known, fact) : fact);
  }
  return [...merged.values()];
}

/** A schema can admit many values, and anything else is said once. */
function keyOf({ address, want }: Fact): string {
  return want.kind === 'admits' ? `${address} ${JSON.stringify(want.value)}` : address;
}

function unite(one: Fact, other: Fact): Fact {
  if (!isDeepStrictEqual(one.want, other.want)) {
    throw new UnreadableFact(
      `${one.address} is stated twice, and differently; keep the one that is chosen, under conflicts`,
    );
  }
  const sources = [...one.sources, ...other.sources];
  return {
    ...one,
    contradicted: one.contradicted || other.contradicted,
    sources: sources.filter(
      (source, index) => sources.findIndex((same) => isDeepStrictEqual(same, source)) === index,
    ),
  };
}
