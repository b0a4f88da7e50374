import { placeBelow } from '../json/placeBelow.ts';
import type { Case } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { SchemaPart } from '../validate/schemaParts.ts';
import type { CaseContext } from './context.ts';
import type { InputPlace } from './inputPlace.ts';
import { oncePerTitle } from './oncePerTitle.ts';
import { placesOf } from './placesOf.ts';
import { validValue } from './tryValue.ts';

/** Values of each type, the plainest first; which of them a schema allows, the validator says. */
const samples: Record<string, Json[]> = {
  null: [null],
  boolean: [true],
  integer: [1, 0, 10, 100],
  number: [1.5, 1, 0.5],
  string: ['fake', 'fake text', 'x'],
  array: [[]],
  object: [{}],
};

/**
 * Of an input of several types, a value of each that the base request does not show: null, above all. What travels as text
 * has no types.
 */
export function otherTypes(context: CaseContext): Case[] {
  const places = placesOf(context).filter(({ asText }) => !asText);
  return oncePerTitle(
    places.flatMap((place) => place.parts.flatMap((part) => ofEachType(context, place, part))),
  );
}

function ofEachType(context: CaseContext, place: InputPlace, part: SchemaPart): Case[] {
  const types = Array.isArray(part.schema.type) && part.schema.type.length > 1 ? part.schema.type : [];
  const statement = placeBelow(part, 'type');
  return types
    .map(String)
    .filter((type) => !isOf(place.value, type))
    .flatMap((type) => {
      const others = Object.hasOwn(samples, type) ? (samples[type] ?? []) : [];
      // An identifier is known in its other form, too.
      const values =
        type === 'string' && typeof place.value === 'number' ? [String(place.value), ...others] : others;
      const trial = { kind: 'alternative', place, statement, detail: `as ${type}`, values } as const;
      return validValue(context, trial) ?? [];
    });
}

function isOf(value: Json, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  return type === 'null' ? value === null : typeof value === type && value !== null && !Array.isArray(value);
}
