import type { Json, JsonObject } from '../model/json.ts';
import { isObject, member, parsePointer } from './pointer.ts';

/** A copy of `value` with another value at a JSON pointer; objects missing on the way are made. No list is made longer. */
export function setAt(value: Json | undefined, pointer: string, replacement: Json): Json {
  return replaceAt(value, parsePointer(pointer), replacement) as Json;
}

/** A copy of `value` without the member at a JSON pointer; an item of an array is taken out. */
export function removeAt(value: Json, pointer: string): Json {
  const tokens = parsePointer(pointer);
  const present = tokens.reduce<Json | undefined>(member, value) !== undefined;
  return present ? (replaceAt(value, tokens, undefined) as Json) : value;
}

function replaceAt(
  value: Json | undefined,
  tokens: string[],
  replacement: Json | undefined,
): Json | undefined {
  const [token, ...rest] = tokens;
  if (token === undefined) return replacement;
  return Array.isArray(value)
    ? replaceItem(value, { token, rest, replacement })
    : replaceMember(isObject(value) ? value : {}, { token, rest, replacement });
}

interface MemberChange {
  token: string;
  rest: string[];
  replacement: Json | undefined;
}

function replaceItem(list: Json[], { token, rest, replacement }: MemberChange): Json[] {
  const own = member(list, token);
  if (own === undefined) return list;
  const item = replaceAt(own, rest, replacement);
  return item === undefined ? list.toSpliced(Number(token), 1) : list.with(Number(token), item);
}

function replaceMember(object: JsonObject, { token, rest, replacement }: MemberChange): JsonObject {
  const own = member(object, token);
  const changed = replaceAt(own, rest, replacement);
  const others = Object.entries(object).filter(([key]) => key !== token);
  if (changed === undefined) return Object.fromEntries(others);
  // Replaced in place, so that a request keeps the order of its fields.
  return own === undefined
    ? Object.fromEntries([...others, [token, changed]])
    : Object.fromEntries(Object.entries(object).map(([key, old]) => [key, key === token ? changed : old]));
}
