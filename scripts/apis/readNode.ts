/** Reading nodes of a document that nobody promised to be well-formed: what is not there, or of another kind, is left out. */
import { placeBelow } from '../json/placeBelow.ts';
import { isObject } from '../json/pointer.ts';
import { followReferences } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Place } from '../model/place.ts';

/** An object of the document with its place; `$ref`s have been followed. */
export interface Node extends Place {
  document: JsonObject;
  node: JsonObject;
}

export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function flag(value: Json | undefined): boolean {
  return value === true;
}

/** The member `tokens` of a node, through a `$ref` where one stands there; `undefined` unless it is an object. */
export function child(parent: Node, ...tokens: (string | number)[]): Node | undefined {
  const value = tokens.reduce<Json | undefined>(
    (node, token) => (node === undefined || node === null ? undefined : (node as JsonObject)[token]),
    parent.node,
  );
  return value === undefined
    ? undefined
    : resolve(parent.document, {
        node: value,
        ...placeBelow(parent, ...tokens),
      });
}

/** The maps that may hold extensions (OpenAPI 3.1 section 4.9); in another one, `x-total` is a header's name, say. */
const extensible = new Set(['paths', 'responses']);

/** The object members of the map at `key`, in document order, without extensions. */
export function children(parent: Node, key: string): [name: string, child: Node][] {
  const map = parent.node[key];
  if (!isObject(map)) return [];
  return Object.keys(map)
    .filter((name) => !(extensible.has(key) && name.startsWith('x-')))
    .flatMap((name) => {
      const found = child(parent, key, name);
      return found ? [[name, found] satisfies [string, Node]] : [];
    });
}

/** The object items of the list at `key`. */
export function items(parent: Node, key: string): Node[] {
  const list = parent.node[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((_, index) => child(parent, key, index) ?? []);
}

function resolve(document: JsonObject, at: Place & { node: Json }): Node | undefined {
  const target = followReferences(document, at);
  return target && isObject(target.node)
    ? { document, node: target.node, pointer: target.pointer, usage: at.usage }
    : undefined;
}
