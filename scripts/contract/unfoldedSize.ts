import { followReference } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** Tells how many nodes a part of a document comes to with all its references written out; what leads back counts once. */
export function unfoldedSize(document: JsonObject): (node: Json) => number {
  const known = new Map<object, number>();
  const size = (node: Json): number => {
    if (typeof node !== 'object' || node === null) return 1;
    const found = known.get(node);
    if (found !== undefined) return found;
    known.set(node, 1);
    const target = followReference(document, { node, pointer: '' });
    const below = [...Object.values(node), ...(target ? [target.node] : [])];
    const sum = below.reduce((total: number, one) => total + size(one), 1);
    known.set(node, sum);
    return sum;
  };
  return size;
}
