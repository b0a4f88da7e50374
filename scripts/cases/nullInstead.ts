import { placeBelow } from '../json/placeBelow.ts';
import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import type { InputPlace } from './inputPlace.ts';
import { negative, replacement } from './negative.ts';
import { placesOf } from './placesOf.ts';

/** Null in place of each input that is written as JSON and may not be null. What is written as text has no null. */
export function nullInstead(context: CaseContext): Case[] {
  return placesOf(context)
    .filter(({ inJson }) => inJson)
    .flatMap((place) => ofNull(context, place) ?? []);
}

function ofNull(context: CaseContext, place: InputPlace): Case | undefined {
  const change = replacement(context, place, null);
  for (const part of place.parts) {
    const keyword = ['type', 'enum', 'const'].find((one) => part.schema[one] !== undefined);
    if (keyword === undefined) continue;
    const breaks = placeBelow(part, keyword);
    const found = negative(context, { kind: 'null', place, change, breaks });
    if (found) return found;
  }
  return undefined;
}
