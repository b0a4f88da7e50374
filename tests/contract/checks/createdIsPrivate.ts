import type { Check } from './judgement.ts';
import { finding } from './judgement.ts';
import { lostMembers } from './lostMembers.ts';
import { answerTo, nameOf } from './sentences.ts';

/**
 * What one user made is not shown to another. Which users may see what, no part of OpenAPI can say: that these two may not see
 * each other's is known from whoever gave us their credentials, so the document is silent of it, and a finding is drift. Any
 * refusal will do: a server need not tell that there is something (RFC 9110 section 15.5.4). Nor is it shown by an answer of
 * other values than were sent: under the same name each user may have something of their own.
 */
export const createdIsPrivate: Check = (answered) => {
  const { operation, kind, after } = answered;
  const { status = 0 } = after?.exchange.response ?? {};
  if (kind !== 'created-is-private' || !after || status < 200 || status >= 300) return [];
  if (lostMembers(answered, 'created-is-readable').length > 0) return [];
  return [
    finding({
      check: 'auth-enforced',
      operation,
      evidence: 'silent',
      message: `${answerTo(answered)}, and then ${nameOf(after.operation)} answered ${status} to another user, who must not see it`,
      documentPointer: after.operation.pointer,
      responsePointer: '/status',
    }),
  ];
};
