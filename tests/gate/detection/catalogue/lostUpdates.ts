import { isOwnMethod } from '../../faults/conditions.ts';
import type { FaultFamily } from '../subject.ts';
import { isLookedInto } from './isLookedInto.ts';
import { onlyAnswering } from './onlyAnswering.ts';

/** Updates that are answered as if they were done. */
export const lostUpdates: FaultFamily = (subject) =>
  isLookedInto(subject, 'updated-is-visible')
    ? [
        {
          ...{
            name: 'loses an update',
            check: 'updated-is-visible',
            place: '',
            isStateful: true,
            kind: 'updated-is-visible',
          },
          applies: isOwnMethod,
          ask: onlyAnswering,
        },
      ]
    : [];
