import { isFatal } from '../../../scripts/contract/isFatal.ts';
import type { Finding } from '../../../scripts/model/finding.ts';
import type { CaseResult, OperationResult, Report } from '../../../scripts/model/report.ts';

/** Findings of one check about one place of one operation: one fault of the server, however many cases show it. */
export interface FindingGroup {
  api: string;
  operation: OperationResult;
  /** The first that is fatal; the first, where none is. */
  finding: Finding;
  isFatal: boolean;
  /** Those that show it, in their order. */
  cases: CaseResult[];
}

/** The findings of a report, each fault once: what is fatal first, what a baseline lists last. */
export function groupFindings({ apis, failOn }: Pick<Report, 'apis' | 'failOn'>): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const { api, operations } of apis) {
    for (const operation of operations) {
      for (const one of operation.cases) {
        for (const finding of one.findings) {
          const { check, severity, documentPointer } = finding;
          const key = JSON.stringify([api, operation.operationId, check, severity, documentPointer]);
          const group = groups.get(key) ?? {
            api,
            operation,
            finding,
            isFatal: isFatal(finding, failOn),
            cases: [],
          };
          if (group.cases.at(-1) !== one) group.cases.push(one);
          groups.set(key, group);
        }
      }
    }
  }
  return [...groups.values()].toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ isFatal: fails, finding }: FindingGroup): number {
  if (fails) return 0;
  return finding.baseline ? 2 : 1;
}
