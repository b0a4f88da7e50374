import type { Json, JsonObject } from '../model/json.ts';
import { isObject, valueAt } from './pointer.ts';

/** A node of a document and its JSON pointer. */
export interface Located<T extends Json = Json> {
  node: T;
  pointer: string;
}

const longestChain = 100;

/**
 * Follows `$ref`s, one after the other, until a node that is none. Only references into the document itself are followed.
 * `undefined` where one leads nowhere, out of the document, or round in a circle.
 */
export function followReferences(document: JsonObject, from: Located): Located | undefined {
  let at: Located | undefined = from;
  for (let step = 0; step < longestChain; step += 1) {
    if (at === undefined || referenceOf(at.node) === undefined) return at;
    at = followReference(document, at);
  }
  return undefined;
}

/**
 * Where a `$ref` leads, which may be another one: what stands beside that (OpenAPI 3.1 section 4.8.24, of schemas only)
 * holds as well. `undefined` where it leads nowhere or out of the document, and of a node that is no `$ref`.
 */
export function followReference(document: JsonObject, { node }: Located): Located | undefined {
  const reference = referenceOf(node);
  if (!reference?.startsWith('#')) return undefined;
  const pointer = decodeFragment(reference.slice(1));
  const target = pointer === '' || pointer.startsWith('/') ? valueAt(document, pointer) : undefined;
  return target === undefined ? undefined : { node: target, pointer };
}

export function referenceOf(node: Json | undefined): string | undefined {
  return isObject(node) && Object.hasOwn(node, '$ref') && typeof node.$ref === 'string'
    ? node.$ref
    : undefined;
}

/** A URI fragment, percent-decoded (RFC 6901 section 6); one that is malformed stays as it is. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
