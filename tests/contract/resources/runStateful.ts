import {
  type Case,
  type Expectation,
  type RequestInputs,
  statefulOutcomes,
} from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import { caseInputs } from '../caseInputs.ts';
import { judgeAfter } from '../checks/judge.ts';
import { coverCase } from '../coverage/coverCase.ts';
import { outcomeOf, type Run, tellFindings, unanswered } from '../runCase.ts';
import { skipReason } from '../skipReason.ts';
import type { Target } from '../target.ts';
import { answerOf, isDone } from './ask.ts';
import { askAfter, type Looked } from './askAfter.ts';
import { askOther, noOther } from './askOther.ts';
import { discard } from './discard.ts';
import { type Done, doFirst } from './doFirst.ts';
import type { Instance } from './instance.ts';
import type { Caller, Store } from './store.ts';

type StatefulExpectation = Extract<Expectation, { by: string[] }>;

export function isStateful(expectation: Expectation): expectation is StatefulExpectation {
  return statefulOutcomes.some((outcome) => outcome === expectation.outcome);
}

interface Planned {
  base: RequestInputs;
  one: Case;
  suite: string;
}

/**
 * Runs a case about what a request leaves behind: sends it, then asks the operations that show it. It has something of its own
 * to make, change or delete, and deletes that where it can. Where the mock keeps nothing, one that does is asked.
 */
export async function runStateful(given: Target, operation: Operation, planned: Planned): Promise<Run> {
  const target = given.memory ?? given;
  const { base, one, suite } = planned;
  const known = { id: `${suite} ${one.title}`, kind: one.kind };
  const skipped = (reason: string) =>
    unanswered({ ...known, outcome: 'skipped', reason, durationMs: 0, findings: [] });
  const inputs = caseInputs(target, operation, {
    base,
    one: { ...one, expectation: { outcome: 'accepted' } },
  });
  const { store, other } = target;
  const stopped = () => target.stop?.()?.reason;
  const lacksOther = one.expectation.outcome === 'private' && !other;
  const reason =
    skipReason({ one, inputs, operation, run: target.run }) ??
    stopped() ??
    (lacksOther ? noOther(target.api) : undefined);
  if (reason !== undefined || !store) return skipped(reason ?? 'nothing is known of what the server holds');
  const done = await doFirst(store, operation, { base, one, inputs });
  if (typeof done === 'string') return skipped(stopped() ?? done);
  try {
    if (!isDone(done.exchange))
      return skipped(stopped() ?? `there is nothing to see: ${answerOf(operation, done.exchange)}`);
    if (!done.instance) return skipped(`${operation.operationId} told no identifier of what it made`);
    const seen = await lookAfter(store, operation, { one, done, instance: done.instance, other });
    return runOf({ target, teller: given }, operation, { known, one, done, seen });
  } finally {
    if (done.isOwn && done.instance && one.expectation.outcome !== 'gone')
      await discard(store, done.instance);
  }
}

interface Seen {
  afters: Looked[];
  /** Why an operation could not be asked. */
  unasked: string[];
}

async function lookAfter(
  store: Store,
  operation: Operation,
  { one, done, instance, other }: { one: Case; done: Done; instance: Instance; other: Caller | undefined },
): Promise<Seen> {
  const seen: Seen = { afters: [], unasked: [] };
  for (const id of isStateful(one.expectation) ? one.expectation.by : []) {
    const question = { operationId: id, instance, sent: done.inputs, from: operation };
    const isPrivate = one.expectation.outcome === 'private' && other !== undefined;
    const asked = isPrivate ? await askOther(store, question, other) : await askAfter(store, question);
    if (typeof asked === 'string') seen.unasked.push(asked);
    else seen.afters.push(asked);
  }
  return seen;
}

interface Asked {
  /** That was asked. */
  target: Target;
  /** That says what may be told of it. */
  teller: Target;
}

interface Told {
  known: Pick<CaseResult, 'id' | 'kind'>;
  one: Case;
  done: Done;
  seen: Seen;
}

/** The findings of the first look that has any: what follows from the same fault would be found again. */
function runOf({ target, teller }: Asked, operation: Operation, { known, one, done, seen }: Told): Run {
  const { inputs, exchange } = done;
  if (seen.afters.length === 0) {
    const reason = seen.unasked.join('; ') || 'no operation shows it';
    return unanswered({ ...known, outcome: 'skipped', reason, durationMs: 0, findings: [] });
  }
  const { title, kind, expectation } = one;
  let told: ReturnType<typeof tellFindings> = { findings: [] };
  for (const { after, inputs: asked } of seen.afters) {
    const findings = judgeAfter({ operation, title, kind, expectation, inputs, exchange, after });
    if (findings.length === 0) continue;
    const about = { operation: after.operation, exchange: after.exchange, inputs: asked };
    // None of its inputs is made up: they are the server's, or the user's.
    told = tellFindings(teller, { ...about, made: {}, one, findings });
    break;
  }
  const durationMs = Math.round(sum([exchange, ...seen.afters.map(({ after }) => after.exchange)]) * 10) / 10;
  const result: CaseResult = { ...known, outcome: outcomeOf(told.findings), durationMs, ...told };
  const { response } = exchange;
  if (!response) return unanswered(result);
  const covered = coverCase(target.session, operation, {
    expectation: { outcome: 'accepted' },
    inputs,
    response,
    isAsExpected: told.findings.length === 0,
  });
  return { result, statuses: [String(response.status)], covered };
}

function sum(exchanges: Exchange[]): number {
  return exchanges.reduce((total, { durationMs }) => total + durationMs, 0);
}
