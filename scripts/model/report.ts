import type { BaselineEntry } from './baseline.ts';
import type { CaseKind } from './case.ts';
import type { Coverage } from './coverage.ts';
import type { Finding, Severity } from './finding.ts';

export type Outcome = 'passed' | 'failed' | 'drifted' | 'skipped';

/**
 * A request or a response in a report: of a live server in shapes (`<string, 12 characters>`), unless values were asked for;
 * secrets, and values that identify a person, are in neither.
 */
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

/** What is told of a case. It is private since the worker made it: whoever renders it masks nothing. */
export interface CaseResult {
  /** `<operationId> <title>` */
  id: string;
  kind: CaseKind;
  outcome: Outcome;
  /** Why it was skipped; of `fuzz`, why it is not all of it. */
  reason?: string;
  durationMs: number;
  /** How often its request was sent again, where a connection failed, or for 429 or 503. */
  retries?: number;
  /** These three in full only where there is a finding. */
  request?: ReportedRequest;
  response?: ReportedResponse;
  curl?: string;
  /** Command lines that repeat this case alone, where there is a finding. */
  repeat?: string[];
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
  /** Of these, where there is a baseline, those that it lists: they are not fatal. */
  known?: number;
  /** Of requests and responses, as `Coverage` counts them; and how many of them were exercised. */
  statements: number;
  exercised: number;
}

/** What a run shows of a statement that the document only infers. */
export interface InferredStatement {
  /** JSON pointer into the bundle. */
  pointer: string;
  /** Why it was added to the document. */
  reason: string;
  /**
   * `confirmed`: an answer kept to it, a valid request that meets it was accepted, or one that breaks it was refused.
   * `broken`: a finding says so, of any operation. `unseen`: the server showed neither.
   */
  verdict: 'confirmed' | 'broken' | 'unseen';
  /** operationIds that make this statement and broke it. */
  brokenBy?: string[];
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
  /** Of the operations that ran, each statement once, however many of them share it. */
  inferred?: InferredStatement[];
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
  /** Why the run ended before its last case, where it did. */
  stopped?: string;
  /** Of a live target: why cases were skipped, and how many for each reason. */
  skips?: Record<string, number>;
  apis: ApiResult[];
  totals: Totals;
  /** Absent where nothing was made. */
  cleanup?: Cleanup;
  /** What is fatal: violations alone, or drift as well. */
  failOn?: Severity;
  /** Which part of the operations ran, where it is not all of them. */
  shard?: { index: number; count: number };
  baseline?: BaselineResult;
}

/** What a run shows of a baseline's entries. */
export interface BaselineResult {
  /** Entries of operations that ran, of which nothing was found any more. */
  vanished: BaselineEntry[];
  /** Entries of findings that are fatal again, since their time is over. */
  expired: BaselineEntry[];
}
