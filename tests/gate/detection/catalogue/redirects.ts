import { isAskedFor } from '../../faults/conditions.ts';
import type { WireAnswer } from '../../wire.ts';
import { answersOf, hasStatus, isSuccessful } from '../answered.ts';
import type { FaultFamily } from '../subject.ts';

/** Redirects where an answer is owed: to the same server, and to another one. */
export const redirects: FaultFamily = (subject) =>
  answersOf(subject)
    .filter(({ status }) => isSuccessful(status))
    .flatMap(({ status }) => {
      const has = hasStatus(status);
      const code = subject.choose(`redirect ${status}`, [301, 302, 303, 307, 308]);
      const to = (location: string) => (answer: WireAnswer) => ({
        ...answer,
        status: code,
        headers: { ...answer.headers, location },
      });
      const fault = { place: '/status', status };
      return [
        {
          ...{ ...fault, name: 'redirects a valid request', check: 'accepts-valid' as const },
          applies: (exchange) => has(exchange) && !isAskedFor(exchange),
          change: to('/elsewhere'),
        },
        {
          ...{ ...fault, name: 'redirects to another origin', check: 'no-cross-origin-redirect' as const },
          applies: has,
          change: to('http://127.0.0.1:1/elsewhere'),
        },
      ];
    });
