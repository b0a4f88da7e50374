import type { CaseResult, Preparation } from '../../../scripts/model/report.ts';
import type { Covered } from '../coverage/coverageTracker.ts';

/** What a worker tells of one case: private already, see `Run`. */
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
