import { isObject, joinPointer } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { type Kind, type Shape, shapeOf } from './grammar.ts';

/** A node of a document: what it is, and where it stands. */
interface At {
  kind: Kind;
  pointer: string;
}

/** What takes the place of a node, whose own members are visited then; `undefined`: it is left out. */
export type Visit = (node: Json, at: At) => Json | undefined;

/**
 * A copy of a document in which every object that OpenAPI or JSON Schema knows has been visited, from above; data
 * (examples, defaults) stays as it is. Maps with a name called `__proto__` keep it, and lose extensions.
 */
export function mapNodes(document: JsonObject, visit: Visit): JsonObject {
  const copied = copy(document, { kind: 'root', pointer: '' }, visit);
  return isObject(copied) ? copied : {};
}

/** The same from any node on. */
export function copy(node: Json, at: At, visit: Visit): Json | undefined {
  const visited = visit(node, at);
  if (!isObject(visited)) return visited;
  const members = Object.entries(visited).flatMap(([name, value]): [string, Json][] => {
    const shape = shapeOf(at.kind, name);
    const isExtensible =
      (at.kind === 'root' && name === 'paths') || (at.kind === 'operation' && name === 'responses');
    const copied = shape
      ? copyMember(value, { shape, isExtensible, at: joinPointer(at.pointer, name), visit })
      : value;
    return copied === undefined ? [] : [[name, copied]];
  });
  return Object.fromEntries(members);
}

interface Member {
  shape: Shape;
  /** Whether a name with `x-` in front is none, but an extension. */
  isExtensible: boolean;
  at: string;
  visit: Visit;
}

function copyMember(value: Json, { shape: { as, kind }, isExtensible, at, visit }: Member): Json | undefined {
  const below = (inner: Json, token: string | number) =>
    copy(inner, { kind, pointer: joinPointer(at, token) }, visit);
  if (as === 'one') return copy(value, { kind, pointer: at }, visit);
  if (as === 'list') {
    if (!Array.isArray(value)) return value;
    return value.flatMap((item, index) => below(item, index) ?? []);
  }
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([name, inner]): [string, Json][] => {
    const copied = isExtensible && name.startsWith('x-') ? undefined : below(inner, name);
    return copied === undefined ? [] : [[name, copied]];
  });
  return Object.fromEntries(kept);
}
