import { isObject } from '../json/pointer.ts';
import type { JsonObject } from '../model/json.ts';
import type { Visit } from './mapNodes.ts';

/** Dialects whose keywords mean here what they mean there; a schema of another one is none that we can read. */
const dialects = /^https?:\/\/(json-schema\.org\/|spec\.openapis\.org\/)/;

/** Words of older dialects in a schema: a bound that is exclusive by a flag, and the dialect's own name. */
export const mendDialect: Visit = (node, { kind }) => {
  if (kind !== 'schema' || !isObject(node)) return node;
  const schema = withExclusive(withExclusive(node, 'Minimum'), 'Maximum');
  const { $schema, ...rest } = schema;
  return typeof $schema === 'string' && dialects.test($schema) ? rest : schema;
};

/** `exclusiveMinimum: true` beside `minimum` (draft-04, OpenAPI 3.0) is `exclusiveMinimum` (2020-12). */
function withExclusive(schema: JsonObject, bound: 'Minimum' | 'Maximum'): JsonObject {
  const flag = `exclusive${bound}`;
  if (typeof schema[flag] !== 'boolean') return schema;
  const { [flag]: isExclusive, [bound.toLowerCase()]: limit, ...rest } = schema;
  if (limit === undefined) return rest;
  return { ...rest, [isExclusive ? flag : bound.toLowerCase()]: limit };
}
