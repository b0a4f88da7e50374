import { isDeepStrictEqual } from 'node:util';
import fc, { type Arbitrary } from 'fast-check';
import type { Json, JsonObject } from '../../model/json.ts';
import type { SchemaPlace } from '../../model/operation.ts';
import { type SchemaPart, schemaParts } from '../../validate/schemaParts.ts';
import { mergedKeywords } from '../mergedKeywords.ts';
import { anyList } from './anyList.ts';
import { anyNumber } from './anyNumber.ts';
import { anyObject } from './anyObject.ts';
import { anyText } from './anyText.ts';
import { choicesOf } from './choicesOf.ts';
import { isOpaque } from './isOpaque.ts';
import type { Carrier, Making } from './making.ts';
import { typesToMake } from './typesToMake.ts';

/** More schemas are not made arbitraries of; what lies beyond is left out of requests. */
const mostMade = 1500;
/** How often a schema may lie within itself. */
const deepest = 3;

/**
 * Values of a schema, most of which obey it: what is said of several members at once (`not`, `if`, counts) is for others to
 * mend. They shrink to the smallest. `undefined` where none can be made up: the schema allows nothing, goes too deep, or asks
 * for a content that only its author knows.
 */
export function arbitraryOf(
  document: JsonObject,
  place: SchemaPlace,
  carrier: Carrier,
): Arbitrary<Json> | undefined {
  return make({ document, carrier, above: [], met: { made: 0 }, make }, place);
}

function make(making: Making, place: SchemaPlace): Arbitrary<Json> | undefined {
  making.met.made += 1;
  if (place.schema === false || making.met.made > mostMade) return undefined;
  if (making.above.filter((pointer) => pointer === place.pointer).length >= deepest) return undefined;
  const parts = schemaParts(making.document, place);
  const choices = choicesOf(making, parts).flatMap((chosen) => {
    const above = [...making.above, ...new Set([place.pointer, ...chosen.map(({ pointer }) => pointer)])];
    return ofParts({ ...making, above }, chosen) ?? [];
  });
  return choices.length > 1 ? fc.oneof(...choices) : choices[0];
}

/** Of schemas that all hold. */
function ofParts(making: Making, parts: SchemaPart[]): Arbitrary<Json> | undefined {
  if (isOpaque(parts)) return undefined;
  const listed = listedValues(parts);
  if (listed) return listed.length > 0 ? fc.constantFrom(...listed) : undefined;
  const keywords = mergedKeywords(parts);
  const made = typesToMake(parts).flatMap((type) => ofType(making, { type, parts, keywords }) ?? []);
  return made.length > 1 ? fc.oneof(...made) : made[0];
}

/** What `const` or `enum` leaves; of several lists, what all of them have, or, where that is nothing, any of them has. */
function listedValues(parts: SchemaPart[]): Json[] | undefined {
  const lists = parts.flatMap(({ schema }) => {
    if (schema.const !== undefined) return [[schema.const]];
    return Array.isArray(schema.enum) ? [schema.enum] : [];
  });
  if (lists.length === 0) return undefined;
  const isIn = (list: Json[], value: Json) => list.some((one) => isDeepStrictEqual(one, value));
  const all = lists.flat();
  const common = all.filter((value) => lists.every((list) => isIn(list, value)));
  return common.length > 0 ? common : all;
}

function ofType(
  making: Making,
  { type, parts, keywords }: { type: string; parts: SchemaPart[]; keywords: JsonObject },
): Arbitrary<Json> | undefined {
  switch (type) {
    case 'object':
      return anyObject(making, parts, keywords);
    case 'array':
      return anyList(making, parts, keywords);
    case 'integer':
    case 'number':
      return anyNumber(keywords, type);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return anyText(keywords, making.carrier);
  }
}
