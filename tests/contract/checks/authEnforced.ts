import type { CaseKind } from '../../../scripts/model/case.ts';
import { isAbsent } from './isAbsent.ts';
import type { Check } from './judgement.ts';
import { finding } from './judgement.ts';
import { answerTo } from './sentences.ts';

/**
 * Without valid credentials a request gets 401 or 403 (RFC 9110 sections 15.5.2 and 15.5.4); credentials that are no such
 * thing at all may be called malformed, too (RFC 6750 section 3.1). With a wrong token in it, a path may be that of
 * nothing: 404; and a server may say so of any resource (RFC 9110 section 15.5.4). One that takes no more requests (RFC
 * 6585 section 4) has not looked at them.
 */
export const authEnforced: Check = (answered) => {
  const { operation, kind, expectation, response } = answered;
  if (expectation.outcome !== 'unauthorized' || isDenial(response.status, kind)) return [];
  const isInPath = operation.parameters.some(({ usage }) => usage === expectation.breaks);
  if (isAbsent(answered) || (isInPath && response.status === 404)) return [];
  return [
    finding({
      check: 'auth-enforced',
      operation,
      stated: operation.statementAt(expectation.breaks),
      ...(response.status === 429 && { evidence: 'silent' }),
      message: `${answerTo(answered)}; without valid credentials the document expects 401 or 403`,
      responsePointer: '/status',
    }),
  ];
};

function isDenial(status: number, kind: CaseKind): boolean {
  return status === 401 || status === 403 || (status === 400 && kind === 'wrong-scheme');
}
