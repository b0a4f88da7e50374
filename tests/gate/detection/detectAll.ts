import { availableParallelism } from 'node:os';
import type { DetectionReport, DetectionResult, LiveExtent } from '../../../scripts/model/detection.ts';
import { type CheckName, checkNames, statefulChecks } from '../../../scripts/model/finding.ts';
import type { ShareResult } from './detectShare.ts';
import { runShares } from './runShares.ts';

/** More of them take more memory than they save time. */
const mostWorkers = 4;

interface Run {
  root: string;
  names: string[];
  seed: number;
  live: LiveExtent | 'none';
  /** Told now and then how many lies have been told, of how many. */
  onProgress?(told: number, all: number): void;
}

/** Has every operation of the named APIs lied about, a share of them on each processor. */
export async function detectAll(run: Run): Promise<DetectionReport> {
  const startedAt = Date.now();
  const { mock, live, possible } = await runShares({
    ...run,
    count: Math.min(mostWorkers, availableParallelism()),
  });
  return {
    schemaVersion: 1,
    seed: run.seed,
    startedAt: new Date(startedAt).toISOString(),
    ...resultOf(mock, checkNames.filter(isOfOneAnswer)),
    // Of all that was done, so that it is the command's.
    durationMs: Date.now() - startedAt,
    ...(run.live !== 'none' && { live: { told: run.live, possible, ...resultOf(live, checkNames) } }),
  };
}

/** A mock that remembers nothing has no fault of what it holds. */
function isOfOneAnswer(check: CheckName): boolean {
  return !statefulChecks.some((one) => one === check);
}

function resultOf(shares: ShareResult[], names: readonly CheckName[]): DetectionResult {
  const detections = shares.flatMap((share) => share.detections);
  const alarms = shares.flatMap((share) => share.falseAlarms);
  const totals = (check?: string) => {
    const own = detections.filter((one) => check === undefined || one.check === check);
    const caught = own.filter(({ outcome }) => outcome === 'caught').length;
    const falseAlarms = alarms.filter((one) => check === undefined || one.check === check).length;
    return { applicable: own.length, caught, missed: own.length - caught, falseAlarms };
  };
  return {
    durationMs: Math.max(...shares.map((share) => share.durationMs)),
    truthfulCases: shares.reduce((sum, share) => sum + share.truthfulCases, 0),
    totals: totals(),
    checks: names.map((check) => ({ check, ...totals(check) })),
    detections,
    leftOut: shares.flatMap((share) => share.leftOut),
    falseAlarms: alarms,
  };
}
