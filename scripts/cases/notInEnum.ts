import { isDeepStrictEqual } from 'node:util';
import { placeBelow } from '../json/placeBelow.ts';
import { joinPointer, member, parsePointer, valueAt } from '../json/pointer.ts';
import type { Case } from '../model/case.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { constantsOf } from './constantsOf.ts';
import type { CaseContext } from './context.ts';
import type { HeldPart } from './heldParts.ts';
import type { InputPlace } from './inputPlace.ts';
import { negative, replacement } from './negative.ts';
import { placesOf } from './placesOf.ts';

/**
 * Each input with an `enum` (or a `const`, an enumeration of one), with a value of the same type that is not in it; in a
 * branch, one that another branch lists.
 */
export function notInEnum(context: CaseContext): Case[] {
  return placesOf(context).flatMap((place) => notListed(context, place));
}

function notListed(context: CaseContext, place: InputPlace): Case[] {
  const found: Case[] = [];
  const everywhere = [
    ...place.parts.flatMap(({ schema }) => listed(schema)),
    ...place.parts.flatMap((part) => inOtherBranches(context, place, part)),
  ];
  for (const { schema, pointer, usage } of place.parts) {
    const keyword = ['enum', 'const'].find((known) => schema[known] !== undefined);
    if (keyword === undefined) continue;
    const breaks = placeBelow({ pointer, usage }, keyword);
    // A second enumeration of the same input is told apart by its keyword.
    const detail = found.length > 0 ? { detail: keyword } : {};
    const others = everywhere.filter((one) => !listed(schema).some((own) => isDeepStrictEqual(own, one)));
    const first = [anotherValue(listed(schema)) ?? [], others].flat().flatMap(
      (value) =>
        negative(context, {
          kind: 'not-in-enum',
          place,
          change: replacement(context, place, value),
          breaks,
          ...detail,
        }) ?? [],
    );
    found.push(...first.slice(0, 1));
  }
  return found;
}

/** What the branches beside the one that is taken say that the input is. */
function inOtherBranches({ operation }: CaseContext, { pointer }: InputPlace, part: HeldPart): Json[] {
  const { document } = operation;
  return part.openings.flatMap((opening) => {
    const name = parsePointer(pointer.slice(opening.pointer.length))[0] ?? '';
    const all = valueAt(document, opening.seenAt);
    return (Array.isArray(all) ? all : []).flatMap((schema, index) => {
      const branch = { schema, pointer: joinPointer(opening.seenAt, index), usage: '' };
      return member(constantsOf(document, branch), name) ?? [];
    });
  });
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
