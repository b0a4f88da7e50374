import type { CaseResult, Report } from '../../../scripts/model/report.ts';

/** All cases of a report, in its order. */
export function casesOf({ apis }: Pick<Report, 'apis'>): CaseResult[] {
  return apis.flatMap(({ operations }) => operations.flatMap(({ cases }) => cases));
}
