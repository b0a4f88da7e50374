import { createHash } from 'node:crypto';

/** A lie that can be told. */
export interface Offer {
  api: string;
  operationId: string;
  fault: string;
  place: string;
  status?: number;
  /** Told wherever it can be told. */
  isStateful: boolean;
  /** Whether it is known that some case can be asked that was made for it. */
  isLikely: boolean;
}

/**
 * Of many lies those on what a server holds, and one of each other name for each API, chosen by the seed, whatever the order.
 * @returns their indexes
 */
export function sampleOf(offers: readonly Offer[], seed: number): Set<number> {
  const all = [...offers.entries()];
  const stateful = all.filter(([, { isStateful }]) => isStateful);
  const others = all.filter(([, { isStateful }]) => !isStateful);
  const alike = Map.groupBy(others, ([, { api, fault }]) => `${api} ${fault}`);
  const chosen = [...alike.values()].flatMap((group) => {
    const likely = group.filter(([, { isLikely }]) => isLikely);
    return leastOf(likely.length > 0 ? likely : group, seed);
  });
  return new Set([...stateful, ...chosen].map(([index]) => index));
}

function leastOf(group: [number, Offer][], seed: number): [number, Offer][] {
  const ranked = group.map((one) => ({ one, rank: rankOf(one[1], seed) }));
  const [first] = ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  return first ? [first.one] : [];
}

function rankOf({ operationId, fault, place, status }: Offer, seed: number): string {
  return createHash('sha256').update([seed, operationId, fault, place, status].join('\n')).digest('hex');
}
