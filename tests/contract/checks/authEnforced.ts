import type { CaseKind } from '../../../scripts/model/case.ts';
import type { Check } from './judgement.ts';
import { finding, nameOf } from './judgement.ts';

/**
 * Without valid credentials a request gets 401 or 403 (RFC 9110 sections 15.5.2 and 15.5.4); credentials that are no such
 * thing at all may be called malformed, too (RFC 6750 section 3.1). With a wrong token in it, a path may be that of
 * nothing: 404.
 */
export const authEnforced: Check = ({ operation, title, kind, expectation, response }) => {
  if (expectation.outcome !== 'unauthorized' || isDenial(response.status, kind)) return [];
  const isInPath = operation.parameters.some(({ usage }) => usage === expectation.breaks);
  if (isInPath && response.status === 404) return [];
  const { pointer, evidence } = operation.statementAt(expectation.breaks);
  const lacks = kind === 'no-credentials' ? 'without credentials' : 'without valid credentials';
  return [
    finding({
      check: 'auth-enforced',
      evidence,
      message: `${nameOf(operation)} answered ${response.status} to the request "${title}"; ${lacks} it owes 401 or 403.`,
      documentPointer: pointer,
      responsePointer: '/status',
    }),
  ];
};

function isDenial(status: number, kind: CaseKind): boolean {
  return status === 401 || status === 403 || (status === 400 && kind === 'wrong-scheme');
}
