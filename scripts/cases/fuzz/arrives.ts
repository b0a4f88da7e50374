import { isObject } from '../../json/pointer.ts';
import type { FuzzPlace } from './fuzzPlaces.ts';
import type { Carrier } from './making.ts';

/** Names that programs give a meaning of their own, or take out (prototype pollution). */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);
/** What no style, bracket notation or multipart writer takes for a mark of its own. */
const plainName = /^[\w.-]+$/;
/** Inside of a list or an object that is written into one text. */
const plainItem = /^[^\s,;|&=[\]%{}"'/\\.\p{C}]+$/u;

const allowed: Record<Exclude<Carrier, 'json'>, RegExp> = {
  text: /^[^\p{Cc}\p{Cs}]+$/u,
  form: /^\P{Cs}+$/u,
  multipart: /^[^\r\n\p{Cs}]+$/u,
  query: /^[^\p{Cc}\p{Cs}]+$/u,
  path: /^(?!\.{1,2}$)[^/\\%;?#\p{C}]+$/u,
  // RFC 9110 section 5.5 and RFC 6265 section 4.1.1; lists and quotes have a grammar of their own.
  header: /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/,
  cookie: /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/,
};

/**
 * Whether a value arrives as what it is, so that all servers read the same. What is empty, null, or of another shape than
 * described is read in more than one way wherever it is written as text.
 */
export function arrives(place: FuzzPlace, carrier: Carrier): boolean {
  const { value, name, isUnknown } = place;
  if (name !== undefined && reserved.has(name)) return false;
  if (carrier === 'json')
    return isWellFormed(name ?? '') && (typeof value !== 'string' || isWellFormed(value));
  if (value === null || isEmpty(value)) return false;
  if (isUnknown && !plainName.test(name ?? '')) return false;
  if (typeof value === 'object') return isShaped(place, carrier);
  const text = String(value);
  if (!isShaped(place, carrier) || text.includes('\0') || !allowed[carrier].test(text)) return false;
  return isWhole(place) || plainItem.test(text) || typeof value === 'number';
}

/** A body's fields, in forms, are texts of their own. */
function isWhole({ location, depth, parameter }: FuzzPlace): boolean {
  if (location === 'body') return true;
  return depth === 0 || parameter?.mediaType !== undefined;
}

function isEmpty(value: FuzzPlace['value']): boolean {
  return value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

/** A list where lists are described, and nothing else where only they are; likewise an object. */
function isShaped({ value, parts, depth, location }: FuzzPlace, carrier: Carrier): boolean {
  const types = parts.flatMap(({ schema }) => (schema.type === undefined ? [] : [schema.type].flat()));
  const scalars = types.filter((type) => type !== 'array' && type !== 'object' && type !== 'null');
  if (location === 'body' && depth === 0)
    return carrier === 'text' ? typeof value === 'string' : isObject(value);
  if (typeof value !== 'object') return types.length === 0 || scalars.length > 0;
  const own = Array.isArray(value) ? 'array' : 'object';
  if (!types.includes(own) || types.some((type) => type !== own && type !== 'null')) return false;
  // A list of lists, or of objects, has no form that all servers read alike.
  return depth === 0 || (location === 'body' && depth === 1);
}

/** Half a surrogate pair is no character: UTF-8 cannot write it. */
function isWellFormed(text: string): boolean {
  return text.isWellFormed();
}
