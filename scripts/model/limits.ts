/** How hard a live server is asked, and for how long. */
export interface Limits {
  /** Requests per second, all of a run together; absent: as fast as it answers. */
  rate?: number;
  /** Requests at once, all of a run together. */
  concurrency: number;
  /** How long one whole answer may take. In milliseconds. */
  timeout: number;
  /** How long the whole run may take. In milliseconds. */
  maxDuration: number;
}
