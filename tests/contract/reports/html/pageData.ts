import type { Finding } from '../../../../scripts/model/finding.ts';
import type {
  Cleanup,
  InferredStatement,
  OperationResult,
  Preparation,
  Report,
} from '../../../../scripts/model/report.ts';
import { groupFindings } from '../groupFindings.ts';

/** What the page's script gets: a report, with its findings put together by fault. */
export interface PageData {
  operations: PageOperation[];
  faults: PageFault[];
  inferred: (InferredStatement & { api: string })[];
  preparation: (Preparation & { api: string })[];
  /** Absent where nothing was made. */
  cleanup?: Cleanup;
  /** Names of the checks, in their order. */
  checks: string[];
}

export type PageOperation = OperationResult & { api: string };

/** One fault of the server, however many cases show it. */
export interface PageFault
  extends Pick<Finding, 'check' | 'severity' | 'evidence' | 'message' | 'documentPointer' | 'baseline'> {
  /** Index among the operations. */
  operation: number;
  isFatal: boolean;
  /** Indexes among the cases of the operation. */
  cases: number[];
}

export function pageData(report: Report, checks: readonly string[]): PageData {
  const operations = report.apis.flatMap(({ api, operations: own }) =>
    own.map((one): PageOperation => ({ api, ...one })),
  );
  const indexes = new Map(operations.map((one, index) => [`${one.api} ${one.operationId}`, index]));
  const faults = groupFindings(report).map(({ api, operation, finding, isFatal, cases }): PageFault => {
    const { check, severity, evidence, message, documentPointer, baseline } = finding;
    const positions = new Map(operation.cases.map((one, index) => [one, index]));
    return {
      operation: indexes.get(`${api} ${operation.operationId}`) ?? 0,
      ...{ check, severity, evidence, message, documentPointer, isFatal },
      cases: cases.map((one) => positions.get(one) ?? 0),
      ...(baseline && { baseline }),
    };
  });
  const inferred = report.apis.flatMap(({ api, inferred: own = [] }) => own.map((one) => ({ api, ...one })));
  const preparation = report.apis.flatMap(({ api, preparation: own = [] }) =>
    own.map((one) => ({ api, ...one })),
  );
  return {
    ...{ operations, faults, inferred, preparation },
    ...(report.cleanup && { cleanup: report.cleanup }),
    checks: [...checks],
  };
}
