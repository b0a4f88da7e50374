import { isObject, valueAt } from '../../json/pointer.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Answer } from '../http/answer.ts';
import { type Content, contentOf } from './content.ts';
import { identifierName } from './identifierName.ts';
import { listName } from './listName.ts';
import type { Role } from './roles.ts';
import { isPartOf } from './seed.ts';
import { showRecord } from './showRecord.ts';
import type { Turn } from './turn.ts';

type Creates = NonNullable<Role['creates']>;

/**
 * Keeps what a request says, under the identifier that it names, else under a new one. What has that identifier already gives
 * way: no document tells what a server holds to be the same.
 */
export async function create(turn: Turn, creates: Creates): Promise<Answer> {
  const { operation, role, state, said, now, callers } = turn;
  const { resource, item, identifier: at } = creates;
  const answer = await turn.described();
  const content = contentOf(answer, operation);
  const example = content && valueAt(content.example, item + at);
  const name = identifierName(resource);
  const identifier =
    plain(name === undefined ? undefined : said[name]) ?? state.nextIdentifier(resource.name, example);
  const record = {
    identifier: String(identifier),
    parents: parentsOf(turn, creates),
    members: {
      ...ownNumbers(turn, creates, content),
      ...said,
      ...(name !== undefined && { [name]: identifier }),
    },
    createdAt: now,
    ...(callers.length > 0 && { owners: callers }),
  };
  state.records.put(resource.name, record);
  state.memberships.add(listName(resource.name, turn), record.identifier);
  const shown = showRecord(answer, { operation, record, at: [creates], sayable: role.sayable, isOwn: false });
  return withLocation(shown, String(example ?? ''), record.identifier);
}

/** What has a slug for its identifier mostly has a number besides, which no other has. */
function ownNumbers(
  { state, role }: Turn,
  { resource, item }: Creates,
  content: Content | undefined,
): JsonObject {
  const example = content && valueAt(content.example, item);
  const numbers = Object.entries(isObject(example) ? example : {}).filter(
    ([name]) => /^_?(id|uuid|guid)$/i.test(name) && !role.sayable.has(name),
  );
  return Object.fromEntries(
    numbers.map(([name, value]) => [name, state.nextIdentifier(`${resource.name} ${name}`, value)]),
  );
}

function plain(value: Json | undefined): string | number | undefined {
  const isPlain = (typeof value === 'string' && value !== '') || typeof value === 'number';
  return isPlain ? value : undefined;
}

function parentsOf({ named }: Turn, { resource }: Creates): Record<string, string> {
  const parents = named.filter((one) => isPartOf(resource.name, one.resource));
  return Object.fromEntries(parents.map((one) => [one.resource, one.record.identifier]));
}

/** RFC 9110 section 10.2.2: where what was created is. */
function withLocation(answer: Answer, example: string, identifier: string): Answer {
  const { location } = answer.headers;
  const end = example === '' ? -1 : (location?.lastIndexOf(example) ?? -1);
  if (location === undefined || end === -1) return answer;
  const moved =
    location.slice(0, end) + encodeURIComponent(identifier) + location.slice(end + example.length);
  return { ...answer, headers: { ...answer.headers, location: moved } };
}
