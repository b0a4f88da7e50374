import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';

/** A value like another one, but equal to none of those known: the next of its enumeration, number, or text. */
export function different(value: Json, known: Json[], schema?: Json): Json {
  const listed = isObject(schema) && Array.isArray(schema.enum) ? schema.enum : [];
  const isNew = (one: Json) => !known.some((other) => isDeepStrictEqual(one, other));
  if (isNew(value)) return value;
  const candidates = [...listed, ...variants(value, known.length, schema)];
  return candidates.find(isNew) ?? value;
}

/** Values like another one, of the same type. */
export function variants(value: Json, count: number, schema: Json | undefined): Json[] {
  const numbers = Array.from({ length: count + 1 }, (_, index) => index + 1);
  if (typeof value === 'number') {
    const step = isObject(schema) && typeof schema.multipleOf === 'number' ? schema.multipleOf : 1;
    return [...numbers.map((index) => value + index * step), ...numbers.map((index) => value - index * step)];
  }
  if (typeof value === 'string') return numbers.flatMap((index) => textVariants(value, index));
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value)) return numbers.map((index) => [...value, index]);
  return isObject(value) ? memberVariants(value, count, schema) : [];
}

/** Of the same length first: the last characters, in letters and digits, are what differs. */
function textVariants(value: string, index: number): string[] {
  const digits = String(index);
  const letters = digits.replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
  const same =
    value.length > digits.length ? [letters, digits].map((end) => value.slice(0, -end.length) + end) : [];
  return [...same, ...(value.includes('@') ? [letters + value] : []), value + digits];
}

function memberVariants(value: { [name: string]: Json }, count: number, schema: Json | undefined): Json[] {
  const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
  return Object.entries(value).flatMap(([name, inner]) =>
    variants(inner, count, properties[name]).map((other) => ({ ...value, [name]: other })),
  );
}
