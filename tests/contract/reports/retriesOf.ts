import type { CaseResult } from '../../../scripts/model/report.ts';

/** How often requests of these cases were sent again. */
export function retriesOf(cases: readonly Pick<CaseResult, 'retries'>[]): number {
  return cases.reduce((sum, { retries = 0 }) => sum + retries, 0);
}
