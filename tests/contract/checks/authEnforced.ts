import type { Check } from './judgement.ts';
import { finding, nameOf } from './judgement.ts';

/** Without its credentials a request gets 401 or 403 (RFC 9110 sections 15.5.2 and 15.5.4). */
export const authEnforced: Check = ({ operation, title, expectation, response }) => {
  if (expectation.outcome !== 'unauthorized' || response.status === 401 || response.status === 403) return [];
  const { pointer, evidence } = operation.statementAt(expectation.breaks);
  return [
    finding({
      check: 'auth-enforced',
      evidence,
      message: `${nameOf(operation)} answered ${response.status} to the request "${title}"; without credentials it owes 401 or 403.`,
      documentPointer: pointer,
      responsePointer: '/status',
    }),
  ];
};
