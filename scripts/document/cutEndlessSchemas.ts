import { isObject, joinPointer } from '../json/pointer.ts';
import { followReference } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { branching, combining, createWeigher, inPlaceAt, reaches } from './inPlace.ts';
import { mapNodes } from './mapNodes.ts';
import { leftOut } from './nothingKnown.ts';
import type { UnusableParts } from './unusable.ts';

/** How many schemas may judge one value at once; the largest public documents stay below a few hundred. */
const most = 10_000;

interface Cutting {
  document: JsonObject;
  unusable: UnusableParts;
}

type Cut = (schema: JsonObject, pointer: string, cutting: Cutting) => JsonObject;

/**
 * A document in which no schema goes round in a circle, or unfolds without end, before it comes to a value: judging by one
 * would never end. That a schema refers to itself further down, in its properties or items, is no circle.
 */
export function cutEndlessSchemas(document: JsonObject, unusable: UnusableParts): JsonObject {
  return [ownBase, withoutCircles, withoutExcess].reduce(
    (cut: JsonObject, step) => cutWith(step, { document: cut, unusable }),
    document,
  );
}

function cutWith(cut: Cut, cutting: Cutting): JsonObject {
  const weigh = createWeigher(cutting.document);
  return mapNodes(cutting.document, (node, { kind, pointer }) =>
    kind === 'schema' && isObject(node) && weigh(node) > most ? cut(node, pointer, cutting) : node,
  );
}

/**
 * A base that lists its variants, each of which builds on the base: there the base is meant without its list. Many documents
 * write inheritance so, `discriminator` beside it.
 */
const ownBase: Cut = (schema, _, { document }) => {
  const base = followReference(document, { node: schema, pointer: '' })?.node;
  if (!isObject(base)) return schema;
  const listing = ['oneOf', 'anyOf'].filter((keyword) =>
    reaches(document, inPlaceAt(document, base, keyword), schema),
  );
  if (listing.length === 0) return schema;
  const { $ref: _reference, ...beside } = schema;
  return { ...without(base, listing), ...beside };
};

const withoutCircles: Cut = (schema, pointer, { document, unusable }) => {
  const isCircle = (one: Json) => reaches(document, [one], schema);
  const culprits = [...branching, ...combining].filter((keyword) =>
    inPlaceAt(document, schema, keyword).some(isCircle),
  );
  if (culprits.length === 0) return schema;
  for (const keyword of culprits)
    unusable.add(
      joinPointer(pointer, keyword),
      'it leads back to this schema, with no property or item in between',
    );
  const parts = Array.isArray(schema.allOf) ? schema.allOf.filter((one) => !isCircle(one)) : [];
  return { ...without(schema, culprits), ...(parts.length > 0 && { allOf: parts }), [leftOut]: true };
};

const withoutExcess: Cut = (schema, pointer, { document, unusable }) => {
  const weigh = createWeigher(document);
  const culprits = [...branching, ...combining].filter(
    (keyword) =>
      inPlaceAt(document, schema, keyword).reduce((sum: number, one) => sum + weigh(one), 0) >= most,
  );
  for (const keyword of culprits)
    unusable.add(joinPointer(pointer, keyword), `it unfolds into more than ${most} schemas for one value`);
  return { ...without(schema, culprits), [leftOut]: true };
};

function without(schema: JsonObject, keywords: string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}
