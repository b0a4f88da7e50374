import type { CaseKind } from './case.ts';
import type { Coverage } from './coverage.ts';
import type { Finding } from './finding.ts';

export type Outcome = 'passed' | 'failed' | 'drifted' | 'skipped';

/** A request or a response in a report: secrets and values that identify a person are masked. */
export interface ReportedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

export interface ReportedResponse {
  status: number;
  headers: Record<string, string[]>;
  body?: unknown;
}

export interface CaseResult {
  /** `<operationId> <title>` */
  id: string;
  kind: CaseKind;
  outcome: Outcome;
  /** Why it was skipped; of `fuzz`, why it is not all of it. */
  reason?: string;
  durationMs: number;
  /** These three in full only where there is a finding. */
  request?: ReportedRequest;
  response?: ReportedResponse;
  curl?: string;
  findings: Finding[];
}

export interface OperationResult {
  operationId: string;
  method: string;
  path: string;
  coverage: Coverage;
  cases: CaseResult[];
}

export interface Totals {
  operations: number;
  cases: number;
  passed: number;
  failed: number;
  drifted: number;
  skipped: number;
  /** Findings, by severity. */
  violations: number;
  drift: number;
  /** Of requests and responses, as `Coverage` counts them; and how many of them were exercised. */
  statements: number;
  exercised: number;
}

/** A request that no case made: it found out what to ask with. Its answer is judged where a case asks the same. */
export interface Preparation {
  operationId: string;
  method: string;
  /** The template. */
  path: string;
  /** `to have what GET /cases/{id} reads` */
  purpose: string;
  /** Of its answer; absent where none came. */
  status?: number;
  durationMs: number;
}

/** What a run made and did not delete. */
export interface Leftover {
  api: string;
  /** Of the operation that should have deleted it; where none is documented, of the one that made it. */
  method: string;
  /** The template. */
  path: string;
  /** By the parameter's name; masked where that is sensitive. */
  identifiers: Record<string, string>;
  reason: string;
  /** Whether a documented operation should have deleted it. */
  isDeletable: boolean;
}

/** How a run that made something left the server. */
export interface Cleanup {
  made: number;
  deleted: number;
  left: Leftover[];
}

export interface ApiResult {
  api: string;
  operations: OperationResult[];
  /** The requests by which a live run found out what to ask with. */
  preparation?: Preparation[];
  totals: Totals;
}

/** `DIR/contract.json` */
export interface Report {
  schemaVersion: 1;
  /** The base URL, or `mock`. */
  target: string;
  seed: number;
  /** RFC 3339, UTC. */
  startedAt: string;
  durationMs: number;
  apis: ApiResult[];
  totals: Totals;
  /** Absent where nothing was made. */
  cleanup?: Cleanup;
}
