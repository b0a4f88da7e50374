import { placeBelow } from '../json/placeBelow.ts';
import type { Case } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { CaseContext } from './context.ts';
import type { InputPlace } from './inputPlace.ts';
import { oncePerTitle } from './oncePerTitle.ts';
import { placesOf } from './placesOf.ts';
import { invalidValue } from './tryValue.ts';

/** Numbers just too large for their format (OpenAPI 3.1 section 4.4). What is just too large for an
 * `int64` cannot be written exactly here: half a number is no integer either. */
const numbers: Record<string, number[]> = { int32: [2 ** 31, -(2 ** 31) - 1, 0.5], int64: [0.5] };

/**
 * Each input with a format or a pattern, with a value that does not have it. Left out, since nothing can break them, are
 * formats that are no more than hints (`password`, `binary`, `double`), and those that we do not know.
 */
export function badFormat(context: CaseContext): Case[] {
  const places = placesOf(context);
  return oncePerTitle(places.flatMap((place) => ofBadFormat(context, place)));
}

function ofBadFormat(context: CaseContext, place: InputPlace): Case[] {
  return place.parts.flatMap((part) =>
    ['format', 'pattern'].flatMap((keyword) => {
      const rule = part.schema[keyword];
      if (typeof rule !== 'string') return [];
      const statement = placeBelow(part, keyword);
      const detail = keyword === 'format' ? rule : keyword;
      const values = valuesBeside(place, rule, keyword);
      return invalidValue(context, { kind: 'bad-format', place, statement, detail, values }) ?? [];
    }),
  );
}

/** Values that may not be of a format, or of the pattern where the keyword is `pattern`. */
export function valuesBeside(place: InputPlace, rule: string, keyword: string): Json[] {
  const known = Object.hasOwn(numbers, rule) ? numbers[rule] : undefined;
  return known ?? textsBeside(place, rule, keyword);
}

/** Texts that say what they are not, made to obey the input's lengths; then ones that any narrow pattern refuses. */
function textsBeside(place: InputPlace, rule: string, keyword: string): Json[] {
  const named = keyword === 'format' ? rule : 'of this pattern';
  const texts = [`not ${named}`, `not-${named.replaceAll(' ', '-')}`, '!', '!!!', 'x', '0', '()', '(', '<x>'];
  const known = typeof place.value === 'string' ? [`${place.value}!`, `!${place.value}`] : [];
  return [...texts.flatMap((text) => withinLengths(place, text)), ...known];
}

function withinLengths({ parts }: InputPlace, text: string): string[] {
  const limits = (keyword: string) =>
    parts.map(({ schema }) => schema[keyword]).filter((one) => typeof one === 'number');
  const least = Math.max(0, ...limits('minLength'));
  const most = Math.min(Number.POSITIVE_INFINITY, ...limits('maxLength'));
  return least > 1000 ? [] : [text, text.padEnd(least, '!').slice(0, most)];
}
