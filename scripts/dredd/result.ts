/** A transaction that failed, or a documented status that Dredd did not ask for. */
export interface DreddFailure {
  /** Operation and status: `getThing 200`; with the media type where the status has several. */
  name: string;
  message: string;
}

export interface DreddApiResult {
  api: string;
  /** Documented statuses, over all operations. */
  statuses: number;
  /** One per documented status and media type: `passed` and `failed` together. */
  transactions: number;
  passed: number;
  failed: number;
  durationMs: number;
  failures: DreddFailure[];
}

export interface DreddResult {
  apis: DreddApiResult[];
}
