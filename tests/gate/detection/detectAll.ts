import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { DetectionReport } from '../../../scripts/model/detection.ts';
import { type CheckName, checkNames, statefulChecks } from '../../../scripts/model/finding.ts';
import type { ShareResult } from './detectShare.ts';
import type { ShareOrder, ShareProgress } from './shareWorker.ts';

/** More of them take more memory than they save time. */
const mostWorkers = 4;

interface Run {
  root: string;
  names: string[];
  seed: number;
  /** Told now and then how many lies have been told, of how many. */
  onProgress?(told: number, all: number): void;
}

/** Has every operation of the named APIs lied about, a share of them on each processor. */
export async function detectAll({ onProgress, ...run }: Run): Promise<DetectionReport> {
  const startedAt = Date.now();
  const count = Math.min(mostWorkers, availableParallelism());
  const progress: ShareProgress[] = [];
  const sum = (key: keyof ShareProgress) => progress.reduce((total, share) => total + share[key], 0);
  const shares = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      inWorker({ ...run, index, count }, (share) => {
        progress[index] = share;
        onProgress?.(sum('told'), sum('all'));
      }),
    ),
  );
  return reportOf(shares, { seed: run.seed, startedAt });
}

function inWorker(order: ShareOrder, onProgress: (share: ShareProgress) => void): Promise<ShareResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./shareWorker.ts', import.meta.url), { workerData: order });
    worker.on('message', (message: ShareResult | ShareProgress) => {
      if ('told' in message) return onProgress(message);
      resolve(message);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A worker ended with ${code} and without a result.`)));
  });
}

function reportOf(
  shares: ShareResult[],
  { seed, startedAt }: { seed: number; startedAt: number },
): DetectionReport {
  const detections = shares.flatMap((share) => share.detections);
  const alarms = shares.flatMap((share) => share.falseAlarms);
  const totals = (check?: string) => {
    const own = detections.filter((one) => check === undefined || one.check === check);
    const caught = own.filter(({ outcome }) => outcome === 'caught').length;
    const falseAlarms = alarms.filter((one) => check === undefined || one.check === check).length;
    return { applicable: own.length, caught, missed: own.length - caught, falseAlarms };
  };
  return {
    schemaVersion: 1,
    seed,
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Date.now() - startedAt,
    truthfulCases: shares.reduce((sum, share) => sum + share.truthfulCases, 0),
    totals: totals(),
    checks: checkNames.filter(isOfOneAnswer).map((check) => ({ check, ...totals(check) })),
    detections,
    leftOut: shares.flatMap((share) => share.leftOut),
    falseAlarms: alarms,
  };
}

/** The catalogue has no fault of what a server holds: it changes one answer at a time. */
function isOfOneAnswer(check: CheckName): boolean {
  return !statefulChecks.some((one) => one === check);
}
