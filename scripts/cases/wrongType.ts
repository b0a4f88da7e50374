import { placeBelow } from '../json/placeBelow.ts';
import type { Case } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { CaseContext } from './context.ts';
import type { InputPlace } from './inputPlace.ts';
import { negative, replacement } from './negative.ts';
import { placesOf } from './placesOf.ts';

/** A value of each JSON type. What is written as text can only be wrong where a string would be. */
export const wrongValues: Json[] = ['not-of-this-type', 12345, true, {}, []];

/** Each input with a stated type, with a value of another type. `null` is a kind of its own. */
export function wrongType(context: CaseContext): Case[] {
  return placesOf(context).flatMap((place) => ofWrongType(context, place) ?? []);
}

function ofWrongType(context: CaseContext, place: InputPlace): Case | undefined {
  const stated = place.parts.find(({ schema }) => schema.type !== undefined);
  if (!stated || (place.asText && !isScalar(place.value))) return undefined;
  const breaks = placeBelow(stated, 'type');
  // A form's body is no value of its own, it is the list of its fields; a text is nothing but a string.
  if (place.pointer === '/body' && !place.inJson) return undefined;
  for (const value of place.asText ? wrongValues.slice(0, 1) : wrongValues) {
    const change = replacement(context, place, value);
    const found = negative(context, { kind: 'wrong-type', place, change, breaks });
    if (found) return found;
  }
  return undefined;
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object';
}
