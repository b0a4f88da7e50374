import type { Operation } from '../../../scripts/model/operation.ts';
import type { Session } from '../../../scripts/request/session.ts';
import { type Covered, trackerOf } from './coverageTracker.ts';
import type { Exercise } from './exercise.ts';

/** What an answered request adds to the coverage of its operation. Credentials that are not set, or spoiled, were not sent. */
export function coverCase(
  session: Pick<Session, 'lacking'>,
  operation: Operation,
  exercise: Omit<Exercise, 'credentials'>,
): Covered {
  const { security = [], spoiled = {} } = exercise.inputs;
  const isSent = (name: string) => !Object.hasOwn(spoiled, name) && session.lacking([name]).length === 0;
  return trackerOf(operation)({ ...exercise, credentials: () => security.filter(isSent) });
}
