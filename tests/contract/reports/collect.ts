import type { Api } from '../../../scripts/model/api.ts';
import type { ApiResult, CaseResult, OperationResult, Preparation } from '../../../scripts/model/report.ts';
import type { Covered } from '../coverage/coverageTracker.ts';
import { coverageOf } from './coverageOf.ts';
import { totalsOf } from './totals.ts';

/** What a worker tells of one case. */
export interface CollectedCase {
  api: string;
  operationId: string;
  result: CaseResult;
  statuses: string[];
  /** What it added to the coverage of its operation. */
  covered: Covered;
  /** Requests that no case made, since the last one was told of. */
  preparation?: Preparation[];
}

/** The results of one API, in the order of its document. */
export function collectApi({ name, operations }: Api, collected: CollectedCase[]): ApiResult {
  const own = Map.groupBy(
    collected.filter((one) => one.api === name),
    ({ operationId }) => operationId,
  );
  const results = operations.flatMap((operation): OperationResult[] => {
    const { operationId, method, path } = operation;
    const cases = own.get(operationId);
    if (!cases) return [];
    const statuses = cases.flatMap((one) => one.statuses);
    const coverage = coverageOf({ operation, statuses, covered: cases.map(({ covered }) => covered) });
    return [{ operationId, method, path, coverage, cases: cases.map(({ result }) => result) }];
  });
  const preparation = [...own.values()].flat().flatMap((one) => one.preparation ?? []);
  return {
    ...{ api: name, operations: results },
    ...(preparation.length > 0 && { preparation }),
    totals: totalsOf(results),
  };
}
