import { setAt } from '../../json/change.ts';
import { joinPointer, valueAt } from '../../json/pointer.ts';
import type { Json } from '../../model/json.ts';
import { identifierMember } from '../../resources/identifierMember.ts';
import type { Answer } from '../http/answer.ts';
import { type Content, contentOf } from './content.ts';
import { isShownTo } from './isShownTo.ts';
import { listing } from './listing.ts';
import { listName } from './listName.ts';
import { represent } from './represent.ts';
import type { Role } from './roles.ts';
import { isPartOf, itemOf } from './seed.ts';
import type { StoredRecord } from './storedRecord.ts';
import { withTotal } from './totals.ts';
import type { Turn } from './turn.ts';

type Lists = NonNullable<Role['lists']>;

/** All that the path and the query ask for, each as an item of the document's example. */
export async function list(turn: Turn, lists: Lists): Promise<Answer> {
  return listed(turn, lists, await turn.described(storyOf(turn)));
}

/** Puts what the body names into the list at this path, or takes it out; PUT leaves nothing else in it. */
export async function assign(turn: Turn, assigns: Lists): Promise<Answer> {
  const { operation, state, said, body } = turn;
  const { resource } = assigns;
  const member = said[identifierMember(assigns)];
  const answer = await turn.described(storyOf(turn));
  const list = listName(resource.name, turn);
  const isTaken = operation.method === 'DELETE';
  const isNamed = typeof member === 'string' || typeof member === 'number';
  if (!isNamed && !(isTaken && body === undefined)) return answer;
  if (operation.method === 'PUT' || !isNamed) state.memberships.remove(list);
  else if (isTaken) state.memberships.remove(list, String(member));
  if (isNamed && !isTaken) state.memberships.add(list, String(member));
  return listed(turn, assigns, answer);
}

function storyOf({ named }: Turn): string | undefined {
  return named.at(-1)?.record.story;
}

function listed(turn: Turn, lists: Lists, answer: Answer): Answer {
  const content = contentOf(answer, turn.operation);
  const at = lists.list ?? '';
  const examples = content ? valueAt(content.example, at) : undefined;
  if (!content || !Array.isArray(examples)) return answer;
  const { page, total } = listing(shownRecords(turn, lists), {
    query: turn.query,
    described: turn.role.query,
  });
  const items = page.flatMap((record) => itemFor(record, { turn, lists, content, examples }) ?? []);
  const around = at === '' ? content.example : withTotal(content.example, total);
  const body = (length: number) => setAt(around, at, items.slice(0, length));
  const isAllowed = (length: number) => content.faultsAt('', body(length)).size === 0;
  const length = mostAllowed(items.length, isAllowed);
  // A list that its schema does not allow at all is not answered.
  return length === undefined ? answer : content.answerWith(body(length));
}

/** The most items that a schema allows (`maxItems`), of so many. */
function mostAllowed(all: number, isAllowed: (length: number) => boolean): number | undefined {
  if (isAllowed(all)) return all;
  let [allowed, forbidden] = [0, all];
  while (forbidden - allowed > 1) {
    const middle = Math.floor((allowed + forbidden) / 2);
    if (isAllowed(middle)) allowed = middle;
    else forbidden = middle;
  }
  return isAllowed(allowed) ? allowed : undefined;
}

function shownRecords(turn: Turn, lists: Lists): StoredRecord[] {
  return recordsOf(turn, lists).filter((record) => isShownTo(turn.callers, record));
}

/** Of a list below what is named, what stands in it; else everything there is. */
function recordsOf({ state, role, path, named }: Turn, { resource }: Lists): StoredRecord[] {
  const parts = named.filter((one) => isPartOf(resource.name, one.resource));
  const parents = Object.fromEntries(parts.map((one) => [one.resource, one.record.identifier]));
  const isWithin = (record: StoredRecord) =>
    Object.entries(parents).every(([name, identifier]) => record.parents[name] === identifier);
  if (role.named.length === 0) return state.records.all(resource.name);
  if (parts.length > 0) return state.records.all(resource.name).filter(isWithin);
  const members = state.memberships.of(listName(resource.name, { role, path })) ?? [];
  return members.map(
    (identifier) =>
      state.records.find(resource.name, { identifier, parents: {} }) ?? unknown(identifier, resource),
  );
}

/** What a request has put into a list, and nobody created. */
function unknown(identifier: string, { creates, lists }: Lists['resource']): StoredRecord {
  const [name] = [...creates, ...lists].map((one) => one.identifier.slice(1));
  return { identifier, parents: {}, members: name ? { [name]: identifier } : {} };
}

interface Listing {
  turn: Turn;
  lists: Lists;
  content: Content;
  examples: readonly Json[];
}

/** `undefined`: the schema does not allow one like this. */
function itemFor(record: StoredRecord, { turn, lists, content, examples }: Listing): Json | undefined {
  const at = lists.list ?? '';
  const own = examples.find((one) => itemOf(one, lists)?.identifier === record.identifier);
  const example = own ?? examples[0] ?? {};
  const place = joinPointer(at, 0);
  const alone = (item: Json) => setAt(content.example, at, [item]);
  if (lists.identifier === '') {
    const choices: Json[] = [Number(record.identifier), record.identifier];
    return choices.find((one) => content.faultsAt(place, alone(one)).size === 0);
  }
  const inPlace = (value: Json) => setAt(example, lists.item, value);
  const shown = represent(record, {
    example: valueAt(example, lists.item) ?? {},
    shape: content.shapeAt(place + lists.item),
    sayable: turn.role.sayable,
    isOwn: own !== undefined,
    faults: (value) => content.faultsAt(place + lists.item, alone(inPlace(value))),
  });
  return inPlace(shown);
}
