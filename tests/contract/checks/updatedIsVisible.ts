import type { Check } from './judgement.ts';
import { finding } from './judgement.ts';
import { lostMembers } from './lostMembers.ts';
import { answerTo, nameOf } from './sentences.ts';
import { groundsOf } from './weakestStated.ts';

/** What was changed is read so afterwards: that the operation changes what it is sent for is documented by its being described. */
export const updatedIsVisible: Check = (answered) => {
  const { after, kind } = answered;
  if (kind !== 'updated-is-visible' || !after?.exchange.response) return [];
  const { status } = after.exchange.response;
  if (status === 429) return [];
  if (status >= 200 && status < 300) return lostMembers(answered, kind);
  return [
    finding({
      check: 'updated-is-visible',
      operation: after.operation,
      ...groundsOf(answered),
      message: `${answerTo(answered)}, and then ${nameOf(after.operation)} answered ${status} for what it changed`,
      documentPointer: after.operation.pointer,
      responsePointer: '/status',
    }),
  ];
};
