import type { StoredRecord } from './storedRecord.ts';

/** Whether somebody who asks may see a record: it is theirs or everybody's, or nobody in particular asks. */
export function isShownTo(callers: readonly string[], { owners }: Pick<StoredRecord, 'owners'>): boolean {
  return owners === undefined || callers.length === 0 || callers.some((one) => owners.includes(one));
}
