import type { DetectionReport } from '../../model/detection.ts';
import { type CheckName, checkNames } from '../../model/finding.ts';
import type { OperationResult, Report } from '../../model/report.ts';

/** What one check had against one operation. */
export interface Cell {
  check: CheckName;
  violations: number;
  drift: number;
  /** Lies that the check has to catch here, and those that it missed; none: it has nothing to look at. */
  lies?: { told: number; missed: number };
}

export interface Row {
  api: string;
  operation: OperationResult;
  cells: Cell[];
}

/** Every operation of a run against every check, in the run's order. */
export function conformanceMatrix(contract: Report, detection: DetectionReport | undefined): Row[] {
  const lies = detection && liesOf(detection);
  return contract.apis.flatMap(({ api, operations }) =>
    operations.map((operation) => ({
      api,
      operation,
      cells: checkNames.map((check) => ({
        check,
        ...findingsOf(operation, check),
        ...(lies && { lies: lies.get(key(api, operation.operationId, check)) ?? { told: 0, missed: 0 } }),
      })),
    })),
  );
}

function findingsOf({ cases }: OperationResult, check: CheckName): Pick<Cell, 'violations' | 'drift'> {
  const own = cases.flatMap(({ findings }) => findings.filter((finding) => finding.check === check));
  const violations = own.filter(({ severity }) => severity === 'violation').length;
  return { violations, drift: own.length - violations };
}

/** Those of live servers too: no other shows what a server holds. */
function liesOf({ detections, live }: DetectionReport): Map<string, { told: number; missed: number }> {
  const lies = new Map<string, { told: number; missed: number }>();
  for (const { api, operationId, check, outcome } of [...detections, ...(live?.detections ?? [])]) {
    const name = key(api, operationId, check);
    const known = lies.get(name) ?? { told: 0, missed: 0 };
    lies.set(name, { told: known.told + 1, missed: known.missed + (outcome === 'missed' ? 1 : 0) });
  }
  return lies;
}

function key(...words: string[]): string {
  return words.join(' ');
}
