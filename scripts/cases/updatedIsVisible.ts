import { applyChange } from '../json/applyChange.ts';
import { joinPointer, member } from '../json/pointer.ts';
import type { Case, Change, RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { Life } from '../model/life.ts';
import { livesOf } from '../resources/lives.ts';
import { comparableMembers } from '../validate/comparableMembers.ts';
import { representationOf, shownMedia } from '../validate/representation.ts';
import type { CaseContext } from './context.ts';
import { otherValue } from './otherValue.ts';
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

/** Those that the request may have and the reading operation shows, but for the identifier. */
function visibleMembers({ operation, media }: CaseContext, { reader, answer }: Life): string[] {
  const identifier = answer.identifier.slice(1);
  const schema = reader && shownMedia(reader)?.schema;
  if (!media?.schema || !schema) return [];
  const shown = representationOf(operation.document, schema, identifier).place;
  const members = comparableMembers(operation.document, media.schema, shown);
  return [...members.keys()].filter((name) => name !== identifier);
}

/** The change to the base that makes it differ from what was created, if it does not do so already. */
function visibleChange(
  context: CaseContext,
  visible: string[],
  created: RequestInputs | undefined,
): Change | undefined {
  const { operation, media, base, maximal } = context;
  const isThere = (value: Json | undefined) => value !== undefined && value !== null && value !== '';
  const differs = visible.some((name) => {
    const [now, was] = [member(base.body, name), member(created?.body, name)];
    return isThere(now) && isThere(was) && JSON.stringify(now) !== JSON.stringify(was);
  });
  if (differs && problemsOf(operation, base).length === 0) return {};
  if (!media?.schema) return undefined;
  const others = visible.flatMap((name) => otherValue({ operation, media, name, body: maximal.body }));
  for (const { name, value } of others.sort((a, b) => a.rank - b.rank)) {
    const change = { set: { [joinPointer('/body', name)]: value } };
    const isValid = problemsOf(operation, applyChange(base, change)).length === 0;
    if (
      isValid &&
      base.body !== undefined &&
      JSON.stringify(value) !== JSON.stringify(member(created?.body, name))
    )
      return change;
  }
  return undefined;
}
