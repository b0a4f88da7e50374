import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Visit } from './mapNodes.ts';

/** What describes a schema, and may stand beside an `anyOf` as well as within. */
const annotations = new Set([
  ...['title', 'description', 'deprecated', 'default', 'example', 'examples', 'externalDocs'],
  ...['readOnly', 'writeOnly', 'xml'],
]);
const inPlace = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'const', 'if'];

/**
 * `nullable: true`, OpenAPI 3.0's word, as JSON Schema says it; many a 3.1 document still has it. The upgrader knows the plain
 * cases; here, whatever a schema is made of, null is allowed where its author says so, in an `enum` without it too.
 */
export const mendNullable: Visit = (node, { kind }) => {
  if (kind !== 'schema' || !isObject(node) || !Object.hasOwn(node, 'nullable')) return node;
  const { nullable, ...schema } = node;
  if (nullable !== true) return schema;
  if (inPlace.some((keyword) => schema[keyword] !== undefined)) return orNull(schema);
  return { ...schema, ...withNull(schema) };
};

function withNull({ type, enum: values }: JsonObject): JsonObject {
  const types = type === undefined ? [] : [type].flat();
  return {
    ...(types.length > 0 && { type: [...new Set<Json>([...types, 'null'])] }),
    ...(Array.isArray(values) && { enum: values.includes(null) ? values : [...values, null] }),
  };
}

function orNull(schema: JsonObject): JsonObject {
  const entries = Object.entries(schema);
  const isBeside = (name: string) => annotations.has(name) || name.startsWith('x-');
  const within = Object.fromEntries(entries.filter(([name]) => !isBeside(name)));
  return {
    ...Object.fromEntries(entries.filter(([name]) => isBeside(name))),
    anyOf: [within, { type: 'null' }],
  };
}
