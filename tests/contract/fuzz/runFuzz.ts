import fc from 'fast-check';
import type { FuzzContext, Fuzzed } from '../../../scripts/cases/fuzz/fuzzed.ts';
import { fuzzRequests } from '../../../scripts/cases/fuzz/fuzzRequests.ts';
import { mediaTypeOf } from '../../../scripts/cases/inputPlaces.ts';
import type { Finding } from '../../../scripts/model/finding.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import { changesSomething } from '../skipReason.ts';
import type { Target } from '../target.ts';
import { fuzzSkip } from './fuzzSkip.ts';
import { seedOf } from './seedOf.ts';
import { type Shrunk, shrink } from './shrink.ts';
import { type FuzzedCase, type Tried, tryFuzzed } from './tryFuzzed.ts';

/** How long one operation may take in all, slow answers included. In milliseconds. */
const patience = 200_000;

/** One that fails, and where it stands among the random requests. */
interface Failed extends Tried {
  index: number;
  /** As we count: the first that was sent is 1. */
  run: number;
}

interface Search {
  sent: number;
  durationMs: number;
  statuses: Set<string>;
  /** Why the last one that was not sent was not. */
  unsent?: string;
  violation?: Failed;
  drift?: Failed;
  /** What broke that is not the target's fault. */
  error?: unknown;
}

/** Runs the random requests of one operation: the first violation is shrunk, or, where there is none, the first drift. */
export async function runFuzz(target: Target, one: FuzzedCase): Promise<Tried> {
  const { operation, base, suite, title } = one;
  const known = { id: `${suite} ${title}`, kind: 'fuzz', durationMs: 0, findings: [] } as const;
  const skipped = (reason: string): Tried => ({
    result: { ...known, findings: [], outcome: 'skipped', reason },
    statuses: [],
  });
  const reason = fuzzSkip(target, operation, base);
  if (reason !== undefined) return skipped(reason);
  const requests = fuzzRequests(contextOf(target, one));
  const seed = seedOf(target.run.seed, `${target.api.name} ${suite}`);
  const found: Search = { sent: 0, durationMs: 0, statuses: new Set() };
  const send = sender(target, one, found);
  await search({ target, requests, seed, found, send });
  if (found.error !== undefined) throw found.error;
  const failed = found.violation ?? found.drift;
  const { durationMs, sent } = found;
  if (!failed) {
    if (sent === 0) return skipped(found.unsent ?? 'no request could be made up that can be sent');
    const result: CaseResult = {
      ...known,
      findings: [],
      outcome: 'passed',
      durationMs,
      ...shortOf(target, sent),
    };
    return { result, statuses: [...found.statuses] };
  }
  const [finding] = bySeverity(failed.result.findings);
  const shrunk = finding && (await shrink({ requests, seed, index: failed.index, finding }, send));
  if (found.error !== undefined) throw found.error;
  const result = told(target, failed, shrunk);
  return { result: { ...result, durationMs: found.durationMs }, statuses: [...found.statuses] };
}

function contextOf({ run }: Target, { operation, base }: FuzzedCase): FuzzContext {
  const media = mediaTypeOf(operation, base) ?? operation.requestBody?.content[0];
  const keepsPath = run.mode === 'live' && changesSomething(operation, base);
  return { operation, media, base, keepsPath };
}

/** Sends a request, and keeps count. What cannot be sent is passed over; what is no fault of the target ends it all. */
function sender(target: Target, one: FuzzedCase, found: Search): (fuzzed: Fuzzed) => Promise<Tried> {
  return async (fuzzed) => {
    const tried = await tryFuzzed(target, one, fuzzed).catch((error: unknown) => {
      found.error = error;
      throw new fc.PreconditionFailure(true);
    });
    const { outcome, reason, durationMs } = tried.result;
    if (outcome === 'skipped') {
      if (reason !== undefined) found.unsent = reason;
      throw new fc.PreconditionFailure();
    }
    found.sent += 1;
    found.durationMs = Math.round((found.durationMs + durationMs) * 10) / 10;
    for (const status of tried.statuses) found.statuses.add(status);
    return tried;
  };
}

interface Searching {
  target: Target;
  requests: ReturnType<typeof fuzzRequests>;
  seed: number;
  found: Search;
  send(fuzzed: Fuzzed): Promise<Tried>;
}

/** A drift does not end it: there may be a violation behind. */
async function search({ target, requests, seed, found, send }: Searching): Promise<void> {
  const endsAt = performance.now() + patience;
  let index = -1;
  const property = fc.asyncProperty(requests, async (fuzzed) => {
    index += 1;
    if (!fuzzed) throw new fc.PreconditionFailure();
    if (performance.now() > endsAt) throw new fc.PreconditionFailure(true);
    const own = index;
    const tried = await send(fuzzed);
    const failed = { ...tried, index: own, run: found.sent };
    if (tried.result.outcome === 'drifted') found.drift ??= failed;
    if (tried.result.outcome !== 'failed') return;
    found.violation = failed;
    throw new Error('It is a violation.');
  });
  await fc.check(property, { seed, numRuns: target.run.fuzz ?? 0, endOnFailure: true, maxSkipsPerRun: 20 });
}

function bySeverity(findings: Finding[]): Finding[] {
  return findings.toSorted((a, b) => Number(b.severity === 'violation') - Number(a.severity === 'violation'));
}

/** The result of the smallest one, whose findings say how to make it again. */
function told({ run }: Target, failed: Failed, shrunk: Shrunk | undefined): CaseResult {
  const { result } = shrunk ?? failed;
  const how = shrunk ? `shrunk ${shrunk.times} times` : 'which did not fail when it was sent again';
  const origin = `Made up: seed ${run.seed}, run ${failed.run}, ${how}.`;
  return {
    ...result,
    findings: result.findings.map((one) => ({ ...one, message: `${one.message} ${origin}` })),
  };
}

/** A run that takes too long, or finds hardly anything to send, says how far it came. */
function shortOf({ run: { fuzz = 0 } }: Target, sent: number): Pick<CaseResult, 'reason'> {
  return sent < fuzz ? { reason: `${sent} of ${fuzz} random requests were sent` } : {};
}
