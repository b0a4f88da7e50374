import fc from 'fast-check';
import type { FuzzContext, Fuzzed } from '../../../scripts/cases/fuzz/fuzzed.ts';
import { fuzzRequests } from '../../../scripts/cases/fuzz/fuzzRequests.ts';
import type { Run } from '../runCase.ts';
import type { FuzzSender } from './fuzzSender.ts';

/** How long one operation may take, slow answers included. In milliseconds. */
const patience = 200_000;

/** How many requests that cannot be sent are passed over for one that is. */
const mostSkipped = 20;

interface Search {
  context: FuzzContext;
  sender: FuzzSender;
  seed: number;
  /** How many requests. */
  count: number;
  /** Whether the run is over. */
  isOver: () => boolean;
}

/** A random request that fails. */
export interface Failure extends Run {
  fuzzed: Fuzzed;
  /** The how-manieth it was, counted from 1. */
  run: number;
}

/** The first of the random requests whose answer is a violation; where none is, the first that drifts. */
export async function searchFailure({
  context,
  sender,
  seed,
  count,
  isOver,
}: Search): Promise<Failure | undefined> {
  const endsAt = performance.now() + patience;
  let violation: Failure | undefined;
  let drift: Failure | undefined;
  let broken: { error: unknown } | undefined;
  const property = fc.asyncProperty(fuzzRequests(context), async (fuzzed) => {
    if (!fuzzed) throw new fc.PreconditionFailure();
    if (performance.now() > endsAt || isOver()) throw new fc.PreconditionFailure(true);
    const tried = await sender.send(fuzzed).catch((error: unknown) => {
      // For want of a token, say: nothing is to be told of the target.
      broken = { error };
      throw new fc.PreconditionFailure(true);
    });
    if (!tried) throw new fc.PreconditionFailure();
    const failure = { ...tried, fuzzed, run: sender.sent };
    if (tried.result.outcome === 'drifted') drift ??= failure;
    if (tried.result.outcome === 'failed') violation = failure;
    return violation === undefined;
  });
  await fc.check(property, { seed, numRuns: count, endOnFailure: true, maxSkipsPerRun: mostSkipped });
  if (broken) throw broken.error;
  return violation ?? drift;
}
