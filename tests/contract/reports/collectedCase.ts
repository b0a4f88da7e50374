import type { CaseResult } from '../../../scripts/model/report.ts';
import type { Covered } from '../coverage/coverageTracker.ts';

/** What a worker tells of one case: private already, see `Run`. */
export interface CollectedCase {
  api: string;
  operationId: string;
  result: CaseResult;
  statuses: string[];
  /** What it added to the coverage of its operation. */
  covered: Covered;
}
