import type { Delivery } from '../../wire.ts';
import { answersOf, hasStatus, isSuccessful } from '../answered.ts';
import type { FaultFamily } from '../subject.ts';

const ways: [name: string, delivery: Delivery][] = [
  ['closes the connection in place of an answer', 'none'],
  ['closes the connection in the middle of an answer', 'half'],
  ['does not answer in time', 'never'],
  ['sends a body without an end', 'endless'],
];

/** Answers that do not come, or not whole. */
export const connections: FaultFamily = (subject) =>
  answersOf(subject)
    .filter(
      ({ status, answers: [first] }) =>
        isSuccessful(status) && subject.operation.method !== 'HEAD' && first.answer.status !== 204,
    )
    .flatMap(({ status }) =>
      ways.map(([name, delivery]) => ({
        ...{ name, check: 'no-server-error' as const, status, place: '' },
        hasNoEnd: delivery === 'never' || delivery === 'endless',
        applies: hasStatus(status),
        change: (answer) => ({ ...answer, delivery }),
      })),
    );
