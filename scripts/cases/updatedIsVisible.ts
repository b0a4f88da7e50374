import { applyChange } from '../json/applyChange.ts';
import { joinPointer, member } from '../json/pointer.ts';
import type { Case, Change, RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { Life } from '../model/life.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { identifierMember } from '../resources/identifierMember.ts';
import { livesOf } from '../resources/lives.ts';
import { comparableMembers } from '../validate/comparableMembers.ts';
import { representationOf, shownMedia } from '../validate/representation.ts';
import { validatorOf } from '../validate/validator.ts';
import type { CaseContext } from './context.ts';
import { isContained } from './isContained.ts';
import { type OtherValue, otherValue } from './otherValue.ts';
import { problemsOf } from './problems.ts';
import { storiesOf } from './stories.ts';

/** What is changed is read so afterwards. */
export function updatedIsVisible(context: CaseContext): Case[] {
  const { first } = context;
  const life = first ? changedLife(context) : undefined;
  if (!life?.reader) return [];
  const visible = visibleMembers(context, life);
  const told = {
    title: 'updated-is-visible',
    kind: 'updated-is-visible',
    expectation: { outcome: 'visible', by: [life.reader.operationId] },
  } satisfies Omit<Case, 'change'>;
  const created = storiesOf(life.maker, life.maker.requestBody?.content[0])[0]?.inputs;
  const change = visibleChange(context, visible, created);
  if (change) return [{ ...told, change }];
  const skip = `no member of its body that ${life.reader.operationId} shows could be given another value`;
  return [{ ...told, change: {}, skip }];
}

/** How what the operation changes comes to be; `undefined` where it changes nothing that can be made and read. */
function changedLife({ operation, operations }: CaseContext): Life | undefined {
  const { resources, of } = livesOf(operations);
  const place = resources.ownPlace(operation.operationId);
  if (place?.method !== 'update') return undefined;
  return of(place.resource).find(({ resource, maker, reader }) => {
    const known = [resource, ...resources.named(maker.operationId).map((one) => one.resource)];
    return reader && resources.named(operation.operationId).every((one) => known.includes(one.resource));
  });
}

/** A member that the request may have, and how the reading operation shows it. */
interface Visible {
  name: string;
  shown: SchemaPlace;
}

/** All of them but the identifier. */
function visibleMembers({ operation, media }: CaseContext, { reader, answer }: Life): Visible[] {
  const identifier = identifierMember(answer);
  const schema = reader && shownMedia(reader)?.schema;
  if (!media?.schema || !schema) return [];
  const { place } = representationOf(operation.document, schema, identifier);
  const members = comparableMembers(operation.document, media.schema, place);
  return [...members].flatMap(([name, { shown }]) => (name === identifier ? [] : { name, shown }));
}

/**
 * The change to the base that makes it differ from what was created, if it does not do so already. Some members of an object
 * that was created are no other object: whoever reads it is shown them before the update, too.
 */
function visibleChange(
  { operation, media, base, maximal }: CaseContext,
  visible: Visible[],
  created: RequestInputs | undefined,
): Change | undefined {
  const isSeen = ({ name, shown }: Visible, value: Json | undefined) =>
    isThere(value) &&
    !isContained(value, member(created?.body, name)) &&
    validatorOf(operation.document).errors(shown.pointer, value).length === 0;
  const isValid = (change: Change) => problemsOf(operation, applyChange(base, change)).length === 0;
  const differs = visible.some(
    (one) => isThere(member(created?.body, one.name)) && isSeen(one, member(base.body, one.name)),
  );
  if (differs && isValid({})) return {};
  if (!media?.schema || base.body === undefined) return undefined;
  const others = visible.flatMap((one) =>
    otherValue({ operation, media, name: one.name, body: maximal.body }).filter(({ value }) =>
      isSeen(one, value),
    ),
  );
  // What was not there before may be left out when it is read, and nobody could tell whether the update was lost.
  const isNew = ({ name }: OtherValue) => Number(!isThere(member(created?.body, name)));
  return others
    .sort((a, b) => isNew(a) - isNew(b) || a.rank - b.rank)
    .map(({ name, value }): Change => ({ set: { [joinPointer('/body', name)]: value } }))
    .find(isValid);
}

function isThere(value: Json | undefined): value is Json {
  return value !== undefined && value !== null && value !== '';
}
