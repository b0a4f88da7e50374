import { isDeepStrictEqual } from 'node:util';
import { isObject, joinPointer, member } from '../json/pointer.ts';
import { followReferences } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** Two members of one object that must be equal: our extension `x-equals`, which JSON Schema cannot say. */
export interface EqualMembers {
  /** Where the object is in the body: names of members, `null` for each item of a list. */
  within: (string | null)[];
  member: string;
  sibling: string;
}

/** A member that is not equal to its sibling. JSON pointers into the body. */
interface UnequalMember {
  member: string;
  sibling: string;
}

/** Every `x-equals` of a body's schema, in objects and lists below each other; a recursive schema is looked at once. */
export function equalMembers(schema: Json, root: JsonObject): EqualMembers[] {
  return inside(schema, { root, within: [], above: [] });
}

/** The members of a body that are not equal to their sibling; one that is missing is for `required` to miss. */
export function unequalMembers(body: Json, pairs: readonly EqualMembers[]): UnequalMember[] {
  return pairs.flatMap(({ within, ...pair }) =>
    placesAt({ value: body, pointer: '' }, within).flatMap(({ value: object, pointer }) => {
      const [value, other] = [member(object, pair.member), member(object, pair.sibling)];
      if (value === undefined || other === undefined || isDeepStrictEqual(value, other)) return [];
      return { member: joinPointer(pointer, pair.member), sibling: joinPointer(pointer, pair.sibling) };
    }),
  );
}

interface Located {
  value: Json;
  pointer: string;
}

function placesAt({ value, pointer }: Located, [token, ...rest]: (string | null)[]): Located[] {
  if (token === undefined) return [{ value, pointer }];
  const names = token !== null ? [token] : Array.isArray(value) ? [...value.keys()].map(String) : [];
  return names.flatMap((name) => {
    const inner = member(value, name);
    return inner === undefined ? [] : placesAt({ value: inner, pointer: joinPointer(pointer, name) }, rest);
  });
}

interface Place {
  root: JsonObject;
  within: (string | null)[];
  above: Json[];
}

function inside(schema: Json, { root, within, above }: Place): EqualMembers[] {
  const node = followReferences(root, { node: schema, pointer: '' })?.node;
  if (!isObject(node) || above.includes(node)) return [];
  const below = (inner: Json, token: string | null) =>
    inside(inner, { root, within: [...within, token], above: [...above, node] });
  const properties = isObject(node.properties) ? node.properties : {};
  const named = Object.entries(properties).flatMap(([name, property]) => {
    const sibling = isObject(property) ? property['x-equals'] : undefined;
    const own = typeof sibling === 'string' ? [{ within, member: name, sibling }] : [];
    return [...own, ...below(property, name)];
  });
  return [...named, ...(isObject(node.items) ? below(node.items, null) : [])];
}
