import { isObject } from '../../json/pointer.ts';
import { followReferences, referenceOf } from '../../json/reference.ts';
import type { JsonObject } from '../../model/json.ts';

/**
 * Puts what a node's `$ref` refers to in its place, in the node itself; members that stand beside the `$ref` stay.
 * @returns the evidence marks of what it refers to, which are not put there; `undefined` if the `$ref` leads nowhere
 */
export function replaceReference(node: JsonObject, document: JsonObject): JsonObject | undefined {
  const target = followReferences(document, { node, pointer: '' });
  if (!target || !isObject(target.node) || target.node === node) return undefined;
  const { 'x-inferred': inferred, 'x-conflict': conflict, ...inserted } = structuredClone(target.node);
  const own = { ...node };
  Object.assign(node, titleOf(node), inserted, own);
  delete node.$ref;
  return {
    ...(inferred !== undefined && { 'x-inferred': inferred }),
    ...(conflict !== undefined && { 'x-conflict': conflict }),
  };
}

/** Redoc titles a schema by the component that it is a `$ref` to. */
function titleOf(node: JsonObject): JsonObject {
  const name = /^#\/components\/schemas\/([^/]+)$/.exec(referenceOf(node) ?? '')?.[1];
  return name === undefined ? {} : { title: name };
}
