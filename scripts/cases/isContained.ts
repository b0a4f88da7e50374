import { isDeepStrictEqual } from 'node:util';
import { isObject, member } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';

/** Whether a value says nothing that another one does not say as well: an object with some of its members, a list of some items. */
export function isContained(value: Json, other: Json | undefined): boolean {
  if (other === undefined) return false;
  if (isObject(value) && isObject(other))
    return Object.entries(value).every(([name, own]) => isContained(own, member(other, name)));
  if (Array.isArray(value) && Array.isArray(other))
    return value.every((item) => other.some((one) => isContained(item, one)));
  return isDeepStrictEqual(value, other);
}
