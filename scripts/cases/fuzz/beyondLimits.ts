import { isObject } from '../../json/pointer.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { FuzzPlace } from './fuzzPlaces.ts';

/** Longer texts and lists are not made. */
const mostItems = 101;
const longest = 5001;

/** Values just outside of what each schema says of a place, in the order of its keywords. */
export function beyondLimits({ parts, value }: FuzzPlace): Json[] {
  return parts.flatMap(({ schema }) => [...beyond(schema, value), ...ofOtherTypes(schema)]);
}

/** One value of each JSON type, the one first that a text can be none of. */
const ofTypes: Record<string, Json> = {
  string: 'not of this type',
  number: 12_345,
  boolean: true,
  null: null,
  object: { x: 1 },
  array: [1],
};

function ofOtherTypes({ type }: JsonObject): Json[] {
  if (type === undefined) return [];
  const own = [type].flat().map((one) => (one === 'integer' ? 'number' : one));
  return Object.entries(ofTypes).flatMap(([name, value]) => (own.includes(name) ? [] : [value]));
}

function beyond(schema: JsonObject, value: Json): Json[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const { minLength, maxLength, minItems, maxItems, uniqueItems, format, pattern } = schema;
  const on = (limit: Json | undefined, make: (limit: number) => Json[]) =>
    typeof limit === 'number' ? make(limit) : [];
  const list = Array.isArray(value) ? value : [];
  return [
    ...on(minimum, (limit) => [limit - 1]),
    ...on(maximum, (limit) => [limit + 1]),
    ...on(exclusiveMinimum, (limit) => [limit]),
    ...on(exclusiveMaximum, (limit) => [limit]),
    ...on(multipleOf, (step) => [step / 2]),
    ...on(minLength, (limit) => (limit > 0 && limit < longest ? ['x'.repeat(limit - 1)] : [])),
    ...on(maxLength, (limit) => (limit < longest ? ['x'.repeat(limit + 1)] : [])),
    ...on(minItems, (limit) => [list.slice(0, Math.max(0, limit - 1))]),
    ...on(maxItems, (limit) => (limit < mostItems ? [repeated(list, limit + 1)] : [])),
    ...(uniqueItems === true && list.length > 0 ? [repeated(list, list.length + 1)] : []),
    ...(typeof format === 'string' || typeof pattern === 'string' ? ['!', `${String(value)}!`] : []),
    ...(Array.isArray(schema.enum) ? [beside(schema.enum[0])] : []),
    ...(isObject(value) && schema.additionalProperties === false ? [{ ...value, extra: 'fake' }] : []),
  ];
}

function repeated(list: Json[], count: number): Json[] {
  return Array.from({ length: count }, (_, index) => list[index % list.length] ?? 'fake');
}

/** Another value of the same type. */
function beside(value: Json | undefined): Json {
  return typeof value === 'number' ? value + 1000 : `${String(value)}x`;
}
