import type { FaultFamily } from '../subject.ts';
import { createdUnreadable } from './createdUnreadable.ts';
import { keptDeleted } from './keptDeleted.ts';
import { keptTokens } from './keptTokens.ts';
import { lostUpdates } from './lostUpdates.ts';
import { shownToOthers } from './shownToOthers.ts';
import { unlisted } from './unlisted.ts';

/** The one list of families of faults of what a live server holds: one answer shows none of them. */
export const statefulFamilies: Record<string, FaultFamily> = {
  createdUnreadable,
  unlisted,
  lostUpdates,
  keptDeleted,
  keptTokens,
  shownToOthers,
};
