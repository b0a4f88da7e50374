import { followReference } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** Tells whether a schema comes back to itself, at whatever depth: how long judging by it takes depends on the value alone. */
export function recursiveSchemas(document: JsonObject): (schema: Json) => boolean {
  const known = new Map<object, boolean>();
  const visit = (node: Json): boolean => {
    if (typeof node !== 'object' || node === null) return false;
    const found = known.get(node);
    if (found !== undefined) return found;
    // Whoever meets it again while it is being visited has come back to it.
    known.set(node, true);
    const target = followReference(document, { node, pointer: '' });
    const below = [...Object.values(node), ...(target ? [target.node] : [])];
    const isRecursive = below.map(visit).includes(true);
    known.set(node, isRecursive);
    return isRecursive;
  };
  return (schema) => {
    try {
      return visit(schema);
    } catch (error) {
      // A chain of schemas too long for the stack is as bad as one without end.
      if (error instanceof RangeError) return true;
      throw error;
    }
  };
}
