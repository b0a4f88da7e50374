import { placeBelow } from '../json/placeBelow.ts';
import { isObject, joinPointer, member } from '../json/pointer.ts';
import type { Case } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import type { CaseContext } from './context.ts';
import type { HeldPart } from './heldParts.ts';
import type { InputPlace } from './inputPlace.ts';
import { memberLabel } from './memberLabel.ts';
import { negative, replacement } from './negative.ts';
import { oncePerTitle } from './oncePerTitle.ts';
import { placesOf } from './placesOf.ts';

/** Names that no document has; the later ones are of no pattern, and too long. */
const names = ['undocumented_field', 'undocumented-field', 'UNDOCUMENTED', 'x', '0', '!', 'x'.repeat(101)];
/** Keywords by which an object says that it has no further members, or none of such a name. */
const closing = ['additionalProperties', 'unevaluatedProperties', 'propertyNames'];

/**
 * A member more in each object that allows no more, or none of that name; one that is expressly not allowed; an item more
 * in a list that ends. Left out of an object whose members are parameters of their own: it would be one more of those.
 */
export function undocumentedField(context: CaseContext): Case[] {
  const places = placesOf(context).filter(({ spread }) => !spread);
  return oncePerTitle(
    places.flatMap((place) =>
      place.parts.flatMap((part) => [...ofObject(context, place, part), ...ofList(context, place, part)]),
    ),
  );
}

function ofObject(context: CaseContext, place: InputPlace, part: HeldPart): Case[] {
  const { value } = place;
  if (!isObject(value)) return [];
  const [like = 'fake'] = Object.values(value);
  const attempts = names
    .filter((name) => member(value, name) === undefined)
    .flatMap((name) => [
      { ...value, [name]: 'fake' },
      { ...value, [name]: like },
    ]);
  const closed = closing.flatMap((keyword) => {
    const allowed = part.schema[keyword];
    const isClosed = keyword === 'propertyNames' ? allowed !== undefined : allowed === false;
    if (!isClosed) return [];
    const detail = keyword === 'propertyNames' ? { detail: keyword } : {};
    return firstRefused(context, { place, breaks: placeBelow(part, keyword), attempts, ...detail }) ?? [];
  });
  return [...closed, ...forbidden(context, place, part)];
}

/** `properties: {x: false}` */
function forbidden(context: CaseContext, place: InputPlace, part: HeldPart): Case[] {
  const { properties } = part.schema;
  return Object.entries(isObject(properties) ? properties : {})
    .filter(([, schema]) => schema === false)
    .flatMap(([name]) => {
      const pointer = joinPointer(place.pointer, name);
      const own = { ...place, pointer, label: memberLabel(place.label, name) };
      return (
        firstRefused(context, {
          place: own,
          breaks: placeBelow(part, 'properties', name),
          attempts: ['fake'],
        }) ?? []
      );
    });
}

function ofList(context: CaseContext, place: InputPlace, part: HeldPart): Case[] {
  const { value } = place;
  if (!Array.isArray(value)) return [];
  const attempts = [1, 2, 3].map((more) => [
    ...value,
    ...Array.from({ length: more }, () => value.at(-1) ?? 'fake'),
  ]);
  return ['items', 'unevaluatedItems']
    .filter((keyword) => part.schema[keyword] === false)
    .flatMap(
      (keyword) => firstRefused(context, { place, breaks: placeBelow(part, keyword), attempts }) ?? [],
    );
}

interface Attempt {
  place: InputPlace;
  breaks: Place;
  attempts: Json[];
  detail?: string;
}

function firstRefused(context: CaseContext, { place, attempts, ...rest }: Attempt): Case | undefined {
  for (const value of attempts) {
    const change = replacement(context, place, value);
    const found = negative(context, { kind: 'undocumented-field', place, change, alone: true, ...rest });
    if (found) return found;
  }
  return undefined;
}
