import { isDeepStrictEqual } from 'node:util';
import { isObject, joinPointer, valueAt } from '../json/pointer.ts';
import { followReferences } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** Two members of one object that must be equal: our extension `x-equals`, which JSON Schema cannot say. */
export interface EqualMembers {
  /** JSON pointers into the body. */
  member: string;
  sibling: string;
}

/** Every `x-equals` of a body's schema, in objects below objects; a recursive schema is looked at once. */
export function equalMembers(schema: Json, root: JsonObject): EqualMembers[] {
  return within(schema, { root, pointer: '', above: [] });
}

/** The members of a body that are not equal to their sibling; one that is missing is for `required` to miss. */
export function unequalMembers(body: Json, pairs: readonly EqualMembers[]): EqualMembers[] {
  return pairs.filter(({ member, sibling }) => {
    const [value, other] = [valueAt(body, member), valueAt(body, sibling)];
    return value !== undefined && other !== undefined && !isDeepStrictEqual(value, other);
  });
}

interface Place {
  root: JsonObject;
  pointer: string;
  above: Json[];
}

function within(schema: Json, { root, pointer, above }: Place): EqualMembers[] {
  const node = followReferences(root, { node: schema, pointer: '' })?.node;
  if (!isObject(node) || above.includes(node)) return [];
  const properties = isObject(node.properties) ? node.properties : {};
  return Object.entries(properties).flatMap(([name, property]) => {
    const member = joinPointer(pointer, name);
    const sibling = isObject(property) ? property['x-equals'] : undefined;
    const own = typeof sibling === 'string' ? [{ member, sibling: joinPointer(pointer, sibling) }] : [];
    return [...own, ...within(property, { root, pointer: member, above: [...above, node] })];
  });
}
