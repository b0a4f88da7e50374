import { isOwnMethod } from '../../faults/conditions.ts';
import type { FaultFamily } from '../subject.ts';
import { isLookedInto } from './isLookedInto.ts';
import { onlyAnswering } from './onlyAnswering.ts';

/** What is deleted, as the answer says, and is still there. */
export const keptDeleted: FaultFamily = (subject) =>
  isLookedInto(subject, 'deleted-is-gone')
    ? [
        {
          ...{
            name: 'keeps what it has deleted',
            check: 'deleted-is-gone',
            place: '',
            isStateful: true,
            kind: 'deleted-is-gone',
          },
          applies: isOwnMethod,
          ask: onlyAnswering,
        },
      ]
    : [];
