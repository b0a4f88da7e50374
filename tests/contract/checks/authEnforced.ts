import type { CaseKind } from '../../../scripts/model/case.ts';
import { isAbsent } from './isAbsent.ts';
import type { Check } from './judgement.ts';
import { finding, nameOf } from './judgement.ts';

/**
 * Without valid credentials a request gets 401 or 403 (RFC 9110 sections 15.5.2 and 15.5.4); credentials that are no such
 * thing at all may be called malformed, too (RFC 6750 section 3.1). A server may also say that the resource is not there
 * (RFC 9110 section 15.5.4). One that takes no more requests (RFC 6585 section 4) has not looked at them.
 */
export const authEnforced: Check = (answered) => {
  const { operation, title, kind, expectation, response } = answered;
  if (expectation.outcome !== 'unauthorized' || isDenial(response.status, kind) || isAbsent(answered))
    return [];
  const { pointer, evidence } = operation.statementAt(expectation.breaks);
  const lacks = kind === 'no-credentials' ? 'without credentials' : 'without valid credentials';
  return [
    finding({
      check: 'auth-enforced',
      evidence: response.status === 429 ? 'silent' : evidence,
      message: `${nameOf(operation)} answered ${response.status} to the request "${title}"; ${lacks} it owes 401 or 403.`,
      documentPointer: pointer,
      responsePointer: '/status',
    }),
  ];
};

function isDenial(status: number, kind: CaseKind): boolean {
  return status === 401 || status === 403 || (status === 400 && kind === 'wrong-scheme');
}
