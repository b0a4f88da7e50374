import { isObject, parsePointer, valueAt } from '../json/pointer.ts';
import { decodeFragment } from '../json/reference.ts';
import type { JsonObject } from '../model/json.ts';
import type { Link } from '../model/operation.ts';
import { children, type Node, text } from './readNode.ts';

/** The links of a response; one that leads out of the document, or nowhere, is left out. */
export function readLinks(response: Node): Link[] {
  return children(response, 'links').flatMap(([name, { node, document }]) => {
    const operationId = text(node.operationId) || referredId(document, text(node.operationRef));
    if (!operationId) return [];
    const parameters = isObject(node.parameters) ? node.parameters : {};
    const plain = Object.entries(parameters).map(([key, value]) => [unqualified(key), value] as const);
    return [{ name, operationId, parameters: Object.fromEntries(plain) }];
  });
}

/** The `operationId`, or `GET /cases/{id}` where it has none, of what `#/paths/~1cases~1{id}/get` points at. */
function referredId(document: JsonObject, reference: string): string {
  if (!reference.startsWith('#/')) return '';
  const pointer = decodeFragment(reference.slice(1));
  const operation = valueAt(document, pointer);
  if (!isObject(operation)) return '';
  const [, path = '', method = ''] = parsePointer(pointer);
  return text(operation.operationId) || `${method.toUpperCase()} ${path}`;
}

/** A parameter may be named with its place: `path.id`. */
function unqualified(key: string): string {
  return key.replace(/^(path|query|header|cookie)\./, '');
}
