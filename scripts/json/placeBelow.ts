import type { Place } from '../model/place.ts';
import { joinPointer } from './pointer.ts';

/** The place of what lies below another, where no `$ref` lies between. */
export function placeBelow({ pointer, usage }: Place, ...tokens: (string | number)[]): Place {
  return { pointer: joinPointer(pointer, ...tokens), usage: joinPointer(usage, ...tokens) };
}
