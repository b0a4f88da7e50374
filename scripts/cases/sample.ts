import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import {
  branches,
  propertiesOf,
  requiredOf,
  type SchemaPart,
  schemaParts,
  subschema,
  typesOf,
} from '../validate/schemaParts.ts';
import { sampleNumber } from './sampleNumber.ts';
import { sampleString } from './sampleString.ts';

/** How much of a schema a sample fills in. */
export type Extent = 'minimal' | 'maximal';

interface Sampling {
  document: JsonObject;
  extent: Extent;
  /** Pointers of the schemas above: a recursive schema is filled in once. */
  above: string[];
}

/**
 * A value that obeys a schema, the same every time: its own example, constant, first enum value or default if it has
 * one, otherwise made of its keywords. `undefined` where none was found.
 */
export function sample(document: JsonObject, place: SchemaPlace, extent: Extent): Json | undefined {
  return sampleSchema({ document, extent, above: [] }, place);
}

function sampleSchema(sampling: Sampling, place: SchemaPlace): Json | undefined {
  if (place.schema === false) return undefined;
  if (sampling.above.includes(place.pointer)) return undefined;
  const parts = withChosenBranches(sampling, schemaParts(sampling.document, place));
  const stated = statedValue(parts);
  if (stated !== undefined) return stated;
  return sampleType(
    { ...sampling, above: [...sampling.above, ...parts.map(({ pointer }) => pointer)] },
    parts,
  );
}

/** With the first branch of each `oneOf` and `anyOf`. */
function withChosenBranches({ document }: Sampling, parts: SchemaPart[]): SchemaPart[] {
  const chosen = parts.flatMap((part) =>
    ['oneOf', 'anyOf'].flatMap((keyword) => branches(part, keyword).slice(0, 1)),
  );
  return [...parts, ...chosen.flatMap((branch) => schemaParts(document, branch))];
}

function statedValue(parts: SchemaPart[]): Json | undefined {
  for (const { schema } of parts) {
    if (schema.const !== undefined) return schema.const;
    if (Array.isArray(schema.examples) && schema.examples.length > 0) return schema.examples[0];
    if (schema.example !== undefined) return schema.example;
    if (schema.default !== undefined) return schema.default;
    if (Array.isArray(schema.enum) && schema.enum.length > 0) return schema.enum[0];
  }
  return undefined;
}

function sampleType(sampling: Sampling, parts: SchemaPart[]): Json | undefined {
  const [type = inferredType(parts)] = typesOf(parts);
  const keywords = Object.assign({}, ...parts.map(({ schema }) => schema).toReversed()) as JsonObject;
  switch (type) {
    case 'object':
      return sampleObject(sampling, parts);
    case 'array':
      return sampleArray(sampling, parts, keywords);
    case 'integer':
    case 'number':
      return sampleNumber(keywords, type);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return sampleString(keywords);
  }
}

function inferredType(parts: SchemaPart[]): string {
  if (parts.some(({ schema }) => isObject(schema.properties) || schema.required)) return 'object';
  if (parts.some(({ schema }) => schema.items !== undefined)) return 'array';
  return 'string';
}

function sampleObject(sampling: Sampling, parts: SchemaPart[]): Json {
  const required = requiredOf(parts);
  const properties = propertiesOf(parts);
  const wanted = [...properties.keys()].filter((name) => sampling.extent === 'maximal' || required.has(name));
  const filled = wanted.flatMap((name) => {
    const place = properties.get(name);
    const value = place && sampleSchema(sampling, place);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(filled);
}

function sampleArray(sampling: Sampling, parts: SchemaPart[], { minItems }: JsonObject): Json {
  const [items] = parts.flatMap((part) => subschema(part, 'items') ?? []);
  const least = typeof minItems === 'number' ? minItems : 0;
  const count = Math.max(least, sampling.extent === 'maximal' ? 1 : 0);
  const item = items && sampleSchema(sampling, items);
  return item === undefined ? [] : Array.from({ length: count }, () => item);
}
