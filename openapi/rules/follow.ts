import { isRef, type Location, type UserContext } from '@redocly/openapi-core';
import { isObject } from '../../scripts/json/pointer.ts';

/** A node of a document, and where it stands: the file and the pointer into it. */
export interface Spot {
  readonly node: unknown;
  readonly location: Location;
}

/** Where a pointer ended, or the token at which it did not go on, and those that were there instead. */
type Followed = Spot | { readonly missing: string; readonly present: readonly string[] };

type Resolve = UserContext['resolve'];

/** Follows a pointer's reference tokens from a spot, passing through `$ref`s and from file to file. */
export function follow(from: Spot, tokens: readonly string[], resolve: Resolve): Followed {
  let at = from;
  for (const token of tokens) {
    const layers = layersOf(at, resolve);
    const holder = layers.find(({ node }) => hasMember(node, token));
    if (!holder) return { missing: token, present: layers.flatMap(({ node }) => membersOf(node)) };
    at = { node: memberOf(holder.node, token), location: holder.location.child([token]) };
  }
  return at;
}

/** Like `follow`, where it does not matter why there is nothing. */
export function find(from: Spot, tokens: readonly string[], resolve: Resolve): Spot | undefined {
  const end = follow(from, tokens, resolve);
  return 'missing' in end ? undefined : end;
}

/** What a spot's `$ref`s lead to in the end: the spot itself where it is no `$ref`, nothing where one is broken. */
export function dereference(spot: Spot, resolve: Resolve): Spot | undefined {
  const end = layersOf(spot, resolve).at(-1);
  return end === spot && isRef(spot.node) ? undefined : end;
}

/** In OpenAPI 3.1 a schema's `$ref` may have siblings, so that a node consists of several layers, the target last. */
function layersOf(spot: Spot, resolve: Resolve): Spot[] {
  if (!isRef(spot.node)) return [spot];
  const { node, location, chain = [] } = resolve<object>(spot.node, spot.location.source.absoluteRef);
  const target = node === undefined || !location ? [] : [{ node, location }];
  return [spot, ...chain, ...target];
}

function hasMember(node: unknown, token: string): boolean {
  return token !== '$ref' && membersOf(node).includes(token);
}

function membersOf(node: unknown): string[] {
  return isObject(node) || Array.isArray(node) ? Object.keys(node) : [];
}

function memberOf(node: unknown, token: string): unknown {
  if (Array.isArray(node)) return node[Number(token)];
  return isObject(node) ? node[token] : undefined;
}
