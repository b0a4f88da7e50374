import { isObject } from '../json/pointer.ts';
import { followReference } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** How many references may follow one another; recursion over them stays shallow. */
const longestChain = 200;

/** Keywords whose schemas judge the same value as the schema that they stand in. */
export const branching = ['oneOf', 'anyOf', 'not', 'if', 'then', 'else', 'dependentSchemas'];
export const combining = ['allOf', '$ref'];

/** The schemas that judge a value together with this one, by one of its keywords; a reference's target among them. */
export function inPlaceAt(document: JsonObject, schema: JsonObject, keyword: string): Json[] {
  const value = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
  if (value === undefined) return [];
  if (keyword === '$ref') return [followReference(document, { node: schema, pointer: '' })?.node ?? true];
  if (keyword === 'dependentSchemas') return isObject(value) ? Object.values(value) : [];
  return Array.isArray(value) ? value : [value];
}

function allInPlace(document: JsonObject, schema: JsonObject): Json[] {
  return [...branching, ...combining].flatMap((keyword) => inPlaceAt(document, schema, keyword));
}

/** Whether one of some schemas comes to judge by `target`, at the same value. */
export function reaches(document: JsonObject, from: Json[], target: JsonObject): boolean {
  const seen = new Set<object>();
  const open = [...from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === target) return true;
    if (!isObject(next) || seen.has(next)) continue;
    seen.add(next);
    open.push(...allInPlace(document, next));
  }
  return false;
}

/** Tells how many schemas judge one value when this one does: infinitely many, where they go round in a circle. */
export function createWeigher(document: JsonObject): (schema: Json) => number {
  const known = new Map<object, number>();
  const above = new Set<object>();
  const weigh = (schema: Json): number => {
    if (!isObject(schema)) return 1;
    const found = known.get(schema);
    if (found !== undefined) return found;
    if (above.has(schema) || above.size > longestChain) return Number.POSITIVE_INFINITY;
    above.add(schema);
    const weight = allInPlace(document, schema).reduce((sum: number, one) => sum + weigh(one), 1);
    above.delete(schema);
    known.set(schema, weight);
    return weight;
  };
  return weigh;
}
