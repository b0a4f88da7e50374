import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Visit } from './mapNodes.ts';

/**
 * Examples as OpenAPI 3.1 writes them. A parameter, header or media type that has both `example` and `examples` keeps the named
 * ones, which the upgrader would replace; a list where a map belongs is a map by number.
 */
export const mendExamples: Visit = (node, { kind }) => {
  if (!isObject(node)) return node;
  if (kind !== 'parameter' && kind !== 'header' && kind !== 'mediaType') return node;
  const examples = Array.isArray(node.examples) ? numbered(node.examples) : node.examples;
  if (!isObject(examples) || Object.keys(examples).length === 0) {
    const { examples: _, ...rest } = node;
    return rest;
  }
  const { example: _, ...rest } = node;
  return { ...rest, examples };
};

function numbered(list: Json[]): JsonObject {
  const entries = list.map((value, index): [string, Json] => [String(index + 1), { value }]);
  return Object.fromEntries(entries);
}
