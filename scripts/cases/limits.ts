import { placeBelow } from '../json/placeBelow.ts';
import { joinPointer } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import type { SchemaPart } from '../validate/schemaParts.ts';
import { listsContaining } from './containing.ts';
import type { CaseContext } from './context.ts';
import type { InputPlace } from './inputPlace.ts';
import { placesOf } from './placesOf.ts';
import { listsOf, objectsOf } from './sizes.ts';
import { multiples, type NumberLimit, numbersAt } from './steps.ts';
import { textsOf } from './textsOf.ts';

/** One limit of an input, and values at its edge: candidates, the best first, for the validator to choose from. */
interface Limit {
  place: InputPlace;
  keyword: string;
  /** 1 of `uniqueItems` and `contains`. */
  limit: number;
  statement: Place;
  /** Where the validator tells of it, if not there. */
  seenAt?: string;
  /** The last values that it allows. */
  inside: Json[];
  /** The first values that it does not allow. */
  outside: Json[];
}

type Edges = Pick<Limit, 'inside' | 'outside'>;
type Given = Pick<CaseContext, 'operation'>;
type Edge = (place: InputPlace, limit: number, context: Given) => Edges;

const byCount =
  (valuesOf: (place: InputPlace, count: number, context: Given) => Json[], outwards: 1 | -1): Edge =>
  (place, limit, context) => ({
    inside: valuesOf(place, limit, context),
    outside: valuesOf(place, limit + outwards, context),
  });

const byNumber =
  (keyword: NumberLimit): Edge =>
  (place, limit) =>
    numbersAt(keyword, limit, place.parts);

/** The one list of limits. */
const edges: Record<string, Edge> = {
  minLength: byCount(textsOf, -1),
  maxLength: byCount(textsOf, 1),
  minimum: byNumber('minimum'),
  maximum: byNumber('maximum'),
  exclusiveMinimum: byNumber('exclusiveMinimum'),
  exclusiveMaximum: byNumber('exclusiveMaximum'),
  multipleOf: (place, step) => multiples(place.value, step),
  minItems: byCount(listsOf, -1),
  maxItems: byCount(listsOf, 1),
  minProperties: byCount(objectsOf, -1),
  maxProperties: byCount(objectsOf, 1),
  minContains: byCount(listsContaining, -1),
  maxContains: byCount(listsContaining, 1),
};

/** Every limit of every input that a request can have; where several schemas state one, the tightest: no other can be broken alone. */
export function limitsOf(context: CaseContext): Limit[] {
  return placesOf(context).flatMap((place) =>
    tightest(place.parts.flatMap((part) => limitsIn(context, place, part))),
  );
}

/** Of limits of one input, of each keyword the tightest. */
export function tightest(limits: Limit[]): Limit[] {
  const kept = new Map<string, Limit>();
  for (const one of limits) {
    const known = kept.get(one.keyword);
    const isTighter = known && (/min/i.test(one.keyword) ? one.limit > known.limit : one.limit < known.limit);
    if (!known || isTighter) kept.set(one.keyword, one);
  }
  return [...kept.values()];
}

/** The limits that one schema states of an input. */
export function limitsIn(context: Given, place: InputPlace, part: SchemaPart): Limit[] {
  return Object.entries(part.schema).flatMap(([keyword, limit]): Limit[] => {
    const found = Object.hasOwn(edges, keyword) ? edges[keyword] : undefined;
    const statement = placeBelow(part, keyword);
    if (found && typeof limit === 'number') {
      const seenAt = joinPointer(part.pointer, 'contains');
      const isCounted = keyword === 'minContains' || keyword === 'maxContains';
      return [
        { place, keyword, limit, statement, ...(isCounted && { seenAt }), ...found(place, limit, context) },
      ];
    }
    if (keyword === 'contains' && part.schema.minContains === undefined) {
      return [{ place, keyword, limit: 1, statement, ...containment(place, context) }];
    }
    return keyword === 'uniqueItems' && limit === true
      ? [{ place, keyword, limit: 1, statement, ...uniqueness(place, context) }]
      : [];
  });
}

/** One item that obeys `contains`, where nothing else is stated; none. */
function containment(place: InputPlace, context: Given): Edges {
  return { inside: listsContaining(place, 1, context), outside: listsContaining(place, 0, context) };
}

/** At least two items, all different; and the last one like the first. */
function uniqueness(place: InputPlace, context: Given): Edges {
  const least = place.parts.map(({ schema }) => schema.minItems).filter((one) => typeof one === 'number');
  const inside = listsOf(place, Math.max(2, ...least), context);
  const outside = inside.flatMap((list) =>
    Array.isArray(list) && list[0] !== undefined ? [list.with(-1, list[0])] : [],
  );
  return { inside, outside };
}
