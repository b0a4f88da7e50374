/** JSON Pointer (RFC 6901). A pointer is `''` or starts with `/`. */
import type { Json, JsonObject } from '../model/json.ts';

/** Appends reference tokens to a pointer, escaping `~` and `/`. */
export function joinPointer(pointer: string, ...tokens: (string | number)[]): string {
  return tokens.reduce<string>((joined, token) => `${joined}/${escapeToken(String(token))}`, pointer);
}

export function escapeToken(token: string): string {
  return token.includes('~') || token.includes('/')
    ? token.replaceAll('~', '~0').replaceAll('/', '~1')
    : token;
}

/** The pointer of what holds a member; of the whole, the whole. */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0));
}

export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member of an object or an item of an array; `undefined` where there is none. */
export function member(node: Json | undefined, token: string): Json | undefined {
  if (Array.isArray(node)) return /^(0|[1-9]\d*)$/.test(token) ? node[Number(token)] : undefined;
  return isObject(node) && Object.hasOwn(node, token) ? node[token] : undefined;
}

/** The value at a pointer; `undefined` where there is none. */
export function valueAt(document: Json, pointer: string): Json | undefined {
  return parsePointer(pointer).reduce<Json | undefined>(member, document);
}
