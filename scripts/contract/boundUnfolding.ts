import { mapNodes } from '../document/mapNodes.ts';
import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { unfoldedSize } from './unfoldedSize.ts';
import { unfoldSchema } from './unfoldSchema.ts';

/** What the mock can hold. In nodes; GitHub's 1,200 operations come to half of it, written out. */
const mostUnfolded = 3_000_000;
/** Schemas of an operation, headers and errors included; nodes of a schema. No more than a guess. */
const perOperation = 100;
/** In schemas, of each media type and parameter. */
const least = 20;
const greatest = 1000;

/**
 * The mock writes out everything that a document refers to. Where that has no end, each media type and parameter has its
 * schemas written out here, as far as there is room: what lies deeper is not known then.
 */
export function boundUnfolding(document: JsonObject): JsonObject {
  if (unfoldedSize(document, mostUnfolded) < mostUnfolded) return document;
  const operations = Object.keys(isObject(document.paths) ? document.paths : {}).length;
  const most = Math.max(
    least,
    Math.min(greatest, Math.floor(mostUnfolded / perOperation / (operations + 1))),
  );
  const unfolded = new WeakSet<object>();
  const components = isObject(document.components) ? { ...document.components } : {};
  delete components.schemas;
  return mapNodes(document, (node, { kind, pointer }) => {
    if (pointer === '/components') return components;
    if (kind !== 'schema' || !isObject(node) || unfolded.has(node)) return node;
    const whole = unfoldSchema(document, node, most);
    remember(whole, unfolded);
    return whole;
  });
}

/** Those that stand in a schema are visited after it. */
function remember(node: Json, unfolded: WeakSet<object>): void {
  if (typeof node !== 'object' || node === null || unfolded.has(node)) return;
  unfolded.add(node);
  for (const below of Object.values(node)) remember(below, unfolded);
}
