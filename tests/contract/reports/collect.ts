import type { Api } from '../../../scripts/model/api.ts';
import type { ApiResult, CaseResult, OperationResult } from '../../../scripts/model/report.ts';
import { totalsOf } from './totals.ts';

/** What a worker tells of one case. */
export interface CollectedCase {
  api: string;
  operationId: string;
  result: CaseResult;
  statuses: string[];
}

/** The results of one API, in the order of its document. */
export function collectApi({ name, operations }: Api, collected: CollectedCase[]): ApiResult {
  const own = Map.groupBy(
    collected.filter((one) => one.api === name),
    ({ operationId }) => operationId,
  );
  const results = operations.flatMap(({ operationId, method, path, responses }): OperationResult[] => {
    const cases = own.get(operationId);
    if (!cases) return [];
    const seen = [...new Set(cases.flatMap(({ statuses }) => statuses))].sort();
    const documented = responses.map(({ status }) => status);
    const coverage = { statuses: { documented, seen } };
    return [{ operationId, method, path, coverage, cases: cases.map(({ result }) => result) }];
  });
  return { api: name, operations: results, totals: totalsOf(results) };
}
