import type { CaseKind } from '../../../../scripts/model/case.ts';
import type { Subject } from '../subject.ts';

/** Whether an operation has a case of a kind, whether or not this server can be asked it. */
export function isLookedInto({ truthfuls, skipped = [] }: Subject, kind: CaseKind): boolean {
  return [...truthfuls, ...skipped].some(({ one }) => one.kind === kind);
}
