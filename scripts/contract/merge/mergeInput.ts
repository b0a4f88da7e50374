import type { Report } from '../../model/report.ts';

/** A report that is to be joined with others. */
export interface MergeInput {
  /** Absolute. */
  folder: string;
  /** As it was named, for messages. */
  file: string;
  report: Report;
}
