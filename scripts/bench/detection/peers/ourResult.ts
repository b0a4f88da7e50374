import type { DetectionReport } from '../../../model/detection.ts';
import type { PeerFault } from '../../../model/peerFault.ts';
import type { PeerResult, PeerVerdict } from './peerResult.ts';

type Told = Pick<PeerFault, 'api' | 'operationId' | 'status' | 'fault' | 'place'>;

/** What the gate made of the same faults. A fault counts as caught only where its own check caught it. */
export function ourResult(report: DetectionReport, faults: readonly PeerFault[]): PeerResult {
  const outcomes = new Map(
    report.detections.map(({ status = 0, ...one }) => [keyOf({ ...one, status }), one.outcome]),
  );
  return {
    name: 'this gate',
    setup: 'npm run gate, every case; a fault counts only where the check that it belongs to caught it',
    verdicts: Object.fromEntries(
      faults.map((fault): [string, PeerVerdict] => [fault.id, outcomes.get(keyOf(fault)) ?? 'unasked']),
    ),
    truthful: report.truthfulCases * 2,
    falseAlarms: report.falseAlarms.map(({ case: of, message }) => ({ of, message })),
    notes: [],
    durationMs: report.durationMs,
  };
}

function keyOf({ api, operationId, status, fault, place }: Told): string {
  return JSON.stringify([api, operationId, status, fault, place]);
}
