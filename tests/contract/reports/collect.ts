import type { Api } from '../../../scripts/model/api.ts';
import type { ApiResult, InferredStatement, OperationResult } from '../../../scripts/model/report.ts';
import type { CollectedCase } from './collectedCase.ts';
import { coverageOf } from './coverageOf.ts';
import { inferredOf, mergeInferred } from './inferredOf.ts';
import { totalsOf } from './totals.ts';

/** The results of one API, in the order of its document. */
export function collectApi({ name, operations }: Api, collected: CollectedCase[]): ApiResult {
  const own = Map.groupBy(
    collected.filter((one) => one.api === name),
    ({ operationId }) => operationId,
  );
  const inferred: InferredStatement[] = [];
  const results = operations.flatMap((operation): OperationResult[] => {
    const { operationId, method, path } = operation;
    const cases = own.get(operationId);
    if (!cases) return [];
    inferred.push(...inferredOf(operation, cases));
    const statuses = cases.flatMap((one) => one.statuses);
    const coverage = coverageOf({ operation, statuses, covered: cases.map(({ covered }) => covered) });
    return [{ operationId, method, path, coverage, cases: cases.map(({ result }) => result) }];
  });
  const preparation = [...own.values()].flat().flatMap((one) => one.preparation ?? []);
  return {
    ...{ api: name, operations: results },
    ...(preparation.length > 0 && { preparation }),
    ...{ totals: totalsOf(results), inferred: mergeInferred(inferred) },
  };
}
