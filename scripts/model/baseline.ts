import type { CheckName } from './finding.ts';

/** A finding that is known and borne with for a while: an entry of a baseline. */
export interface BaselineEntry {
  /** Where several APIs have an operation of this name. */
  api?: string;
  check: CheckName;
  operationId: string;
  /** As in the report; `''` where the document says nothing. */
  documentPointer: string;
  /** Why it is borne with, in a person's words. */
  reason: string;
  /** The last day of it, `YYYY-MM-DD`, UTC. */
  expires: string;
}
