import type { Answer } from '../http/answer.ts';
import { identifierName } from './identifierName.ts';
import { listPrefix } from './listName.ts';
import { read } from './read.ts';
import type { Turn } from './turn.ts';

/**
 * Puts what a request says in place of what was known, its identifier too. What it does not say stays, after PUT as well: the
 * document lets it be left out, and does not say that it is lost then.
 */
export async function update(turn: Turn): Promise<Answer> {
  const { role, state, said, now } = turn;
  const last = turn.named.at(-1);
  const place = role.named.at(-1);
  if (!last || !place) return turn.described();
  const name = identifierName(place.resource);
  const renamed = name === undefined ? undefined : said[name];
  const identifier = typeof renamed === 'string' || typeof renamed === 'number' ? String(renamed) : '';
  const record = {
    ...last.record,
    identifier: identifier || last.record.identifier,
    members: { ...last.record.members, ...said },
    changedAt: now,
  };
  const changed = await read({ ...turn, named: [...turn.named.slice(0, -1), { ...last, record }] });
  state.records.replace(last.resource, last.record, record);
  state.memberships.rename(listPrefix(last.resource), last.record.identifier, record.identifier);
  return changed;
}

/** Forgets what the path names, and everything that is a part of it. */
export async function remove(turn: Turn): Promise<Answer> {
  const { state } = turn;
  const answer = await read(turn);
  const last = turn.named.at(-1);
  if (!last) return answer;
  state.records.remove(last.resource, last.record);
  state.memberships.removeFromAll(listPrefix(last.resource), last.record.identifier);
  return answer;
}
