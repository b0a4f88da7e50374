import { joinPointer } from '../json/pointer.ts';
import type { Case } from '../model/case.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { CaseContext } from './context.ts';
import type { InputPlace } from './inputPlaces.ts';
import { negative, replacement } from './negative.ts';
import { placesOf } from './placesOf.ts';

/** Each input with an `enum` (or a `const`, an enumeration of one), with a value of the same type that is not in it. */
export function notInEnum(context: CaseContext): Case[] {
  return placesOf(context).flatMap((place) => notListed(context, place) ?? []);
}

function notListed(context: CaseContext, place: InputPlace): Case | undefined {
  for (const { schema, pointer, usage } of place.parts) {
    const keyword = ['enum', 'const'].find((known) => schema[known] !== undefined);
    const value = keyword === undefined ? undefined : anotherValue(listed(schema));
    if (keyword === undefined || value === undefined) continue;
    return negative(context, {
      kind: 'not-in-enum',
      place,
      change: replacement(context, place, value),
      breaks: { pointer: joinPointer(pointer, keyword), usage: joinPointer(usage, keyword) },
    });
  }
  return undefined;
}

export function listed({ enum: values, const: value }: JsonObject): Json[] {
  if (Array.isArray(values)) return values;
  return value === undefined ? [] : [value];
}

/** Of the type of the first listed value but null, where there is another one; nothing where the list exhausts its type. */
export function anotherValue(values: Json[]): Json | undefined {
  const first = values.find((value) => value !== null);
  const numbers = values.filter((value) => typeof value === 'number');
  if (typeof first === 'number') return Math.max(...numbers) + 1;
  if (typeof first === 'boolean') return values.includes(!first) ? undefined : !first;
  return values.length === 0 ? undefined : 'not-in-the-enumeration';
}
