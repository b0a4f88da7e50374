/** Decides, request by request, which fails for no reason of its own; `undefined`: this one does not. */
export type Failures = () => 500 | 503 | undefined;

/**
 * Failures at random, as many as `share` (0 to 1) of the requests, half of them 500 and half 503. The same seed gives the
 * same outcomes in the order in which requests come.
 */
export function createFailures({ share, seed }: { share: number; seed: number }): Failures {
  const random = createRandom(seed);
  return () => {
    // Both are drawn each time, so that a higher share fails the same requests and more.
    const [luck, kind] = [random(), random()];
    if (luck >= share) return undefined;
    return kind < 0.5 ? 500 : 503;
  };
}

/** Numbers from 0 to 1, 1 excluded: the generator mulberry32, on the low 32 bits of the seed. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
