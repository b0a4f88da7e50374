import type { Check } from './judgement.ts';
import { finding } from './judgement.ts';
import { isListedThere, listedIdentifiers } from './listedIdentifiers.ts';
import { answerTo, nameOf } from './sentences.ts';
import { weakestOf } from './weakestStated.ts';

/**
 * What was deleted is not there any more (404 or 410, RFC 9110 sections 15.5.5 and 15.5.11), and stands in no list of its
 * kind: that is what deleting is, and documented by that operation's being described. That a server hides it in another
 * way (401, 403) is its own affair.
 */
export const deletedIsGone: Check = (answered) => {
  const { after, kind, operation } = answered;
  if (kind !== 'deleted-is-gone' || !after?.exchange.response) return [];
  const { status } = after.exchange.response;
  const isRead = status >= 200 && status < 300;
  const listed = after.listed && listedIdentifiers(after);
  const isThere = after.listed ? isListedThere(listed, after.identifier) : isRead;
  if (!isRead || !isThere) return [];
  const what = after.listed ? 'still lists it' : `answered ${status} for it`;
  return [
    finding({
      check: 'deleted-is-gone',
      operation,
      stated: weakestOf([operation, after.operation].map((one) => one.statementAt(one.usage))),
      message: `${answerTo(answered)}, and then ${nameOf(after.operation)} ${what}; what is deleted is not there (RFC 9110 section 15.5.5)`,
      documentPointer: operation.pointer,
      responsePointer: '/status',
    }),
  ];
};
