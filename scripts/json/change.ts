import type { Json, JsonObject } from '../model/json.ts';
import { isObject, parsePointer } from './pointer.ts';

/** A copy of `value` with another value at a JSON pointer; objects missing on the way are made. */
export function setAt(value: Json | undefined, pointer: string, replacement: Json): Json {
  return replaceAt(value, parsePointer(pointer), replacement) as Json;
}

/** A copy of `value` without the member at a JSON pointer; an item of an array is taken out. */
export function removeAt(value: Json, pointer: string): Json {
  return replaceAt(value, parsePointer(pointer), undefined) as Json;
}

function replaceAt(
  value: Json | undefined,
  tokens: string[],
  replacement: Json | undefined,
): Json | undefined {
  const [token, ...rest] = tokens;
  if (token === undefined) return replacement;
  return Array.isArray(value)
    ? replaceItem(value, { index: Number(token), rest, replacement })
    : replaceMember(isObject(value) ? value : {}, { name: token, rest, replacement });
}

interface ItemChange {
  index: number;
  rest: string[];
  replacement: Json | undefined;
}

function replaceItem(list: Json[], { index, rest, replacement }: ItemChange): Json[] {
  const item = replaceAt(list[index], rest, replacement);
  return item === undefined ? list.toSpliced(index, 1) : list.with(index, item);
}

interface MemberChange {
  name: string;
  rest: string[];
  replacement: Json | undefined;
}

function replaceMember(object: JsonObject, { name, rest, replacement }: MemberChange): JsonObject {
  const own = Object.hasOwn(object, name) ? object[name] : undefined;
  const changed = replaceAt(own, rest, replacement);
  const others = Object.entries(object).filter(([key]) => key !== name);
  if (changed === undefined) return Object.fromEntries(others);
  // Replaced in place, so that a request keeps the order of its fields.
  return own === undefined
    ? Object.fromEntries([...others, [name, changed]])
    : Object.fromEntries(Object.entries(object).map(([key, old]) => [key, key === name ? changed : old]));
}
