import { isDeepStrictEqual } from 'node:util';
import { placeBelow } from '../json/placeBelow.ts';
import type { Case } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { CaseContext } from './context.ts';
import type { InputPlace } from './inputPlace.ts';
import { oncePerTitle } from './oncePerTitle.ts';
import { placesOf } from './placesOf.ts';
import { validValue } from './tryValue.ts';

/** Each value of each input with an `enum`, but for the one that the base request has. */
export function enumValue(context: CaseContext): Case[] {
  const places = placesOf(context);
  return oncePerTitle(places.flatMap((place) => eachListed(context, place)));
}

function eachListed(context: CaseContext, place: InputPlace): Case[] {
  return place.parts.flatMap((part) => {
    const listed = Array.isArray(part.schema.enum) ? part.schema.enum : [];
    const statement = placeBelow(part, 'enum');
    return listed.flatMap((value) => {
      const detail = labelOf(value, listed);
      return validValue(context, { kind: 'enum-value', place, statement, detail, values: [value] }) ?? [];
    });
  });
}

/** In a title, in characters. */
const longestLabel = 60;

/** A plain word as it is; what could be read as more than one thing, or is long, as its JSON text or its number. */
function labelOf(value: Json, listed: Json[]): string {
  if (typeof value === 'string' && /^[A-Za-z][\w./-]*$/.test(value) && !isJsonWord(value)) {
    if (value.length <= longestLabel) return value;
  }
  const text = JSON.stringify(value);
  const index = listed.findIndex((one) => isDeepStrictEqual(one, value));
  return text.length <= longestLabel ? text : `value ${index + 1}`;
}

function isJsonWord(text: string): boolean {
  return text === 'true' || text === 'false' || text === 'null';
}
