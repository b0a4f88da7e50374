import type { BaselineEntry } from '../../model/baseline.ts';
import type { Finding } from '../../model/finding.ts';
import type { ApiResult, BaselineResult, CaseResult, OperationResult } from '../../model/report.ts';

interface Applied {
  entries: readonly BaselineEntry[];
  /** `YYYY-MM-DD`, UTC. */
  today: string;
}

/** The results with a mark on each finding that a baseline lists, and what became of its entries. */
export function applyBaseline(
  apis: ApiResult[],
  { entries, today }: Applied,
): { apis: ApiResult[]; baseline: BaselineResult } {
  const met = new Set<BaselineEntry>();
  const mark = (api: string, operationId: string, finding: Finding): Finding => {
    const entry = entries.find((one) => isOf(one, api, operationId) && isSame(one, finding));
    if (!entry) return finding;
    met.add(entry);
    const { reason, expires } = entry;
    return { ...finding, baseline: { reason, expires, isExpired: expires < today } };
  };
  const marked = apis.map(({ api, operations, ...rest }) => ({
    ...{ api, ...rest },
    operations: operations.map((operation) =>
      withFindings(operation, (one) => mark(api, operation.operationId, one)),
    ),
  }));
  const ran = (entry: BaselineEntry) =>
    apis.some(({ api, operations }) =>
      operations.some((one) => isOf(entry, api, one.operationId) && one.cases.some(isRun)),
    );
  return {
    apis: marked,
    baseline: {
      vanished: entries.filter((entry) => !met.has(entry) && ran(entry)),
      expired: [...met].filter(({ expires }) => expires < today),
    },
  };
}

function withFindings(operation: OperationResult, mark: (finding: Finding) => Finding): OperationResult {
  const cases = operation.cases.map((one) =>
    one.findings.length > 0 ? { ...one, findings: one.findings.map(mark) } : one,
  );
  return { ...operation, cases };
}

function isOf(entry: BaselineEntry, api: string, operationId: string): boolean {
  return entry.operationId === operationId && (entry.api ?? api) === api;
}

function isSame(entry: BaselineEntry, { check, documentPointer }: Finding): boolean {
  return entry.check === check && entry.documentPointer === documentPointer;
}

function isRun({ outcome }: CaseResult): boolean {
  return outcome !== 'skipped';
}
