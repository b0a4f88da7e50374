import { difference } from '../../../scripts/cases/difference.ts';
import type { Fuzzed } from '../../../scripts/cases/fuzz/fuzzed.ts';
import type { Expectation, RequestInputs } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { type Run, runCase } from '../runCase.ts';
import type { Target } from '../target.ts';

export interface FuzzedCase {
  operation: Operation;
  base: RequestInputs;
  /** Name of its `describe`. */
  suite: string;
  title: string;
}

/** Sends one random request and judges the answer, as of any other case. */
export function tryFuzzed(
  target: Target,
  { operation, base, suite, title }: FuzzedCase,
  { inputs, expectation }: Fuzzed,
): Promise<Run> {
  const change = difference(base, inputs);
  const one = { title, kind: 'fuzz', change, expectation: onTarget(target, expectation) } as const;
  return runCase(target, operation, { base, one, suite });
}

/** A mock holds nothing: it takes whatever is valid. */
function onTarget({ run }: Target, expectation: Expectation): Expectation {
  const isLive = run.mode === 'live' && expectation.outcome === 'accepted';
  return isLive ? { ...expectation, stateful: true } : expectation;
}
