import { followReference } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';

/**
 * How many nodes a document comes to with all its references written out, each as far as it does not lead back; counted
 * up to `most`. Schemas that use each other come to more with each of them than anybody could hold.
 */
export function unfoldedSize(document: JsonObject, most: number): number {
  const above = new Set<object>();
  let size = 0;
  const visit = (node: Json): void => {
    size += 1;
    if (size > most || typeof node !== 'object' || node === null || above.has(node)) return;
    above.add(node);
    const target = followReference(document, { node, pointer: '' });
    for (const below of target ? [target.node] : Object.values(node)) visit(below);
    above.delete(node);
  };
  visit(document);
  return Math.min(size, most);
}
