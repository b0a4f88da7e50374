import fc, { type Arbitrary } from 'fast-check';
import type { Fuzzed } from '../../../scripts/cases/fuzz/fuzzed.ts';
import type { Finding } from '../../../scripts/model/finding.ts';
import type { Tried } from './tryFuzzed.ts';

/** How much is spent on finding the smallest: no server makes it endless. In requests, and in milliseconds. */
const mostRequests = 400;
const patience = 30_000;

interface Failing {
  requests: Arbitrary<Fuzzed | undefined>;
  seed: number;
  /** Which of the requests fails, counted from 0. */
  index: number;
  finding: Finding;
}

export interface Shrunk extends Tried {
  /** How often a smaller one was found that fails the same way. */
  times: number;
}

/**
 * The smallest request that was found to fail the same way: by the same check, for the same statement. `undefined` where the
 * request, sent again, does not fail.
 */
export async function shrink(
  { requests, seed, index, finding }: Failing,
  send: (fuzzed: Fuzzed) => Promise<Tried>,
): Promise<Shrunk | undefined> {
  const endsAt = performance.now() + patience;
  let left = mostRequests;
  let smallest: Tried | undefined;
  const property = fc.asyncProperty(requests, async (fuzzed) => {
    if (!fuzzed) throw new fc.PreconditionFailure();
    left -= 1;
    if (left < 0 || performance.now() > endsAt) throw new fc.PreconditionFailure(true);
    const tried = await send(fuzzed);
    if (!tried.result.findings.some((one) => isSame(one, finding))) return;
    smallest = tried;
    throw new Error('It fails the same way.');
  });
  const { numShrinks } = await fc.check(property, { seed, path: String(index), numRuns: 1 });
  return smallest && { ...smallest, times: numShrinks };
}

function isSame(one: Finding, other: Finding): boolean {
  return one.check === other.check && one.documentPointer === other.documentPointer;
}
