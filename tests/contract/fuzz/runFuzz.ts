import { fuzzContext } from '../../../scripts/cases/fuzz/fuzzContext.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import { type Run, unanswered } from '../runCase.ts';
import { changesSomething } from '../skipReason.ts';
import type { Target } from '../target.ts';
import { createFuzzSender, type FuzzSender } from './fuzzSender.ts';
import { fuzzSkip } from './fuzzSkip.ts';
import { type Failure, searchFailure } from './searchFailure.ts';
import { seedOf } from './seedOf.ts';
import { type Shrunk, shrink } from './shrink.ts';
import type { FuzzedCase } from './tryFuzzed.ts';

/** Runs the random requests of one operation: of the first that fails, the smallest that fails the same way is told. */
export async function runFuzz(target: Target, one: FuzzedCase): Promise<Run> {
  const { operation, base, suite, title } = one;
  const { run } = target;
  const known = { id: `${suite} ${title}`, kind: 'fuzz' } as const;
  const skipped = (reason: string): Run =>
    unanswered({ ...known, outcome: 'skipped', reason, durationMs: 0, findings: [] });
  const reason = fuzzSkip(target, operation, base) ?? target.stop?.()?.reason;
  if (reason !== undefined) return skipped(reason);
  const keepsPath = run.mode === 'live' && changesSomething(operation, base);
  const context = fuzzContext({ operation, base, keepsPath });
  const sender = createFuzzSender(target, one);
  const seed = seedOf(run.seed, `${target.api.name} ${suite}`);
  const isOver = () => target.stop?.() !== undefined;
  const failure = await searchFailure({ context, sender, seed, count: run.fuzz ?? 0, isOver });
  if (sender.sent === 0) return skipped(sender.unsent ?? 'no request could be made up that can be sent');
  const short = shortOf(target, sender);
  const shrunk = failure && (await shrink({ context, sender, failure, isOver }));
  const { durationMs, statuses, covered } = sender;
  const result: CaseResult = failure
    ? { ...told(target, failure, shrunk), durationMs }
    : { ...known, outcome: 'passed', ...short, durationMs, findings: [] };
  return { result, statuses: [...statuses], covered };
}

/** The result of the smallest one, whose findings say how to make it again. */
function told({ run, stop }: Target, failure: Failure, shrunk: Shrunk | undefined): CaseResult {
  const { result } = shrunk ?? failure;
  const unshrunk = stop?.()
    ? 'not shrunk, since the run was over'
    : 'which did not fail when it was sent again';
  const how = shrunk ? `shrunk ${shrunk.times} times` : unshrunk;
  const origin = `Made up: seed ${run.seed}, run ${failure.run}, ${how}.`;
  return {
    ...result,
    findings: result.findings.map((one) => ({ ...one, message: `${one.message} ${origin}` })),
  };
}

/** A run that takes too long, or finds hardly anything to send, says how far it came. */
function shortOf({ run: { fuzz = 0 } }: Target, { sent }: FuzzSender): Pick<CaseResult, 'reason'> {
  return sent < fuzz ? { reason: `${sent} of ${fuzz} random requests were sent` } : {};
}
