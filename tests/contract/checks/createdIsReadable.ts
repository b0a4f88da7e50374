import type { Finding } from '../../../scripts/model/finding.ts';
import type { Answered, Check } from './judgement.ts';
import { finding } from './judgement.ts';
import { isListedThere, isPartial, listedIdentifiers } from './listedIdentifiers.ts';
import { lostMembers } from './lostMembers.ts';
import { answerTo, nameOf } from './sentences.ts';
import { groundsOf } from './weakestStated.ts';

/**
 * What was created can be read under the identifier that its answer told, shows what was sent, and stands in the list of its
 * kind. All of that follows from the operations' being described: it is documented as far as they are, and the answer that
 * tells the identifier. That a list is complete no document says of one that has pages, or looks as if it had.
 */
export const createdIsReadable: Check = (answered) => {
  const { after, kind } = answered;
  if (kind !== 'created-is-readable' || !after?.exchange.response) return [];
  const { status } = after.exchange.response;
  if (status === 429) return [];
  if (status >= 200 && status < 300) return after.listed ? inList(answered) : lostMembers(answered, kind);
  return [unread(answered, `answered ${status} for what it made`)];
};

/** In a list of fewer there is no reason to think of pages. */
const shortest = 10;

function inList(answered: Answered): Finding[] {
  const { after } = answered;
  const identifiers = after && listedIdentifiers(after);
  if (!after || !identifiers || isPartial(after) || isListedThere(identifiers, after.identifier)) return [];
  const many = identifiers.length >= shortest;
  return [unread(answered, `listed ${identifiers.length}, and not what it made`, many)];
}

function unread(answered: Answered, what: string, isUncertain = false): Finding {
  const { operation, after } = answered;
  const asked = after?.operation ?? operation;
  return finding({
    check: 'created-is-readable',
    operation: asked,
    ...(isUncertain ? { evidence: 'silent' as const } : groundsOf(answered)),
    message: `${answerTo(answered)}, and then ${nameOf(asked)} ${what}`,
    documentPointer: asked.pointer,
    responsePointer: '/status',
  });
}
