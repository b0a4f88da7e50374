import { classify } from '../../../scripts/cases/fuzz/classify.ts';
import type { FuzzContext, Fuzzed } from '../../../scripts/cases/fuzz/fuzzed.ts';
import { smallerRequests } from '../../../scripts/cases/fuzz/smallerRequests.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Finding } from '../../../scripts/model/finding.ts';
import type { Run } from '../runCase.ts';
import type { FuzzSender } from './fuzzSender.ts';
import type { Failure } from './searchFailure.ts';

/** How much is spent on it: no server makes it endless. In requests, and in milliseconds. */
const mostRequests = 400;
const patience = 30_000;

interface Shrinking {
  context: FuzzContext;
  sender: FuzzSender;
  failure: Failure;
  /** Whether the run is over. */
  isOver: () => boolean;
}

export interface Shrunk extends Run {
  /** How often a smaller one was found that fails the same way. */
  times: number;
}

/**
 * The smallest request that is found to fail the same way: by the same check for the same statement, and of which no
 * less is known. `undefined` where the failing one, sent again, does not fail.
 *
 * fast-check would shrink along the way on which a request was made up, a change to the so-manieth place of a valid one,
 * which loses the failure at each step; so the request itself is made smaller.
 */
export async function shrink({ context, sender, failure, isOver }: Shrinking): Promise<Shrunk | undefined> {
  const endsAt = performance.now() + patience;
  const most = sender.sent + mostRequests;
  const [finding] = bySeverity(failure.result.findings);
  const again = async (fuzzed: Fuzzed) => {
    const run = await sender.send(fuzzed);
    return run?.result.findings.some((one) => finding && isSame(one, finding)) ? run : undefined;
  };
  let { fuzzed } = failure;
  let smallest = await again(fuzzed);
  if (!smallest) return undefined;
  let times = 0;
  const known = new Set([keyOf(fuzzed.inputs)]);
  let candidates = smallerRequests(context, fuzzed.inputs);
  for (let next = candidates.next(); !next.done; next = candidates.next()) {
    if (sender.sent >= most || performance.now() > endsAt || isOver()) break;
    const candidate = alike(context, { inputs: next.value, known, like: fuzzed });
    const run = candidate && (await again(candidate));
    if (!candidate || !run) continue;
    smallest = run;
    fuzzed = candidate;
    times += 1;
    candidates = smallerRequests(context, fuzzed.inputs);
  }
  return { ...smallest, times };
}

interface Candidate {
  inputs: RequestInputs;
  /** Those that were tried before. */
  known: Set<string>;
  like: Fuzzed;
}

/** A request that was not tried before, and for which the same must follow, or that is valid: its failing says more. */
function alike(context: FuzzContext, { inputs, known, like }: Candidate): Fuzzed | undefined {
  const key = keyOf(inputs);
  if (known.has(key)) return undefined;
  known.add(key);
  const expectation = classify(context, inputs);
  const { outcome } = expectation ?? {};
  const isAlike = outcome === like.expectation.outcome || outcome === 'accepted';
  return expectation && isAlike ? { inputs, expectation } : undefined;
}

function keyOf(inputs: RequestInputs): string {
  return JSON.stringify(inputs);
}

function bySeverity(findings: Finding[]): Finding[] {
  return findings.toSorted((a, b) => Number(b.severity === 'violation') - Number(a.severity === 'violation'));
}

function isSame(one: Finding, other: Finding): boolean {
  return one.check === other.check && one.documentPointer === other.documentPointer;
}
