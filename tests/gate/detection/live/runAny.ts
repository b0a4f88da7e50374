import type { Operation } from '../../../../scripts/model/operation.ts';
import type { CaseResult } from '../../../../scripts/model/report.ts';
import { privateError } from '../../../contract/privacy/privateError.ts';
import { isStateful, runStateful } from '../../../contract/resources/runStateful.ts';
import { runCase } from '../../../contract/runCase.ts';
import type { Target } from '../../../contract/target.ts';
import type { PlannedCase } from '../subject.ts';

/** Runs a case as a run does. One that breaks, for want of a token say, is skipped. */
export async function runAny(
  target: Target,
  operation: Operation,
  planned: PlannedCase,
): Promise<CaseResult> {
  const { one, suite } = planned;
  const run = one.skip === undefined && isStateful(one.expectation) ? runStateful : runCase;
  try {
    return (await run(target, operation, planned)).result;
  } catch (thrown) {
    const [reason] = privateError(thrown, target).message.split('\n', 1);
    const known = { id: `${suite} ${one.title}`, kind: one.kind, durationMs: 0, findings: [] };
    return { ...known, outcome: 'skipped', reason: `it could not be run: ${reason}` };
  }
}
