import { isObject } from '../json/pointer.ts';
import { followReferences, referenceOf } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** Keywords that draft-07 and 2020-12 both know, and mean the same by. */
const assertions = new Set(
  `type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength maxItems minItems
  uniqueItems maxProperties minProperties required`.split(/\s+/),
);
const inPlace = new Set(['not', 'if', 'then', 'else', 'additionalProperties', 'propertyNames']);
const lists = new Set(['allOf', 'anyOf', 'oneOf']);
const maps = new Set(['properties', 'patternProperties']);

/** Those of Ajv 6; any other one makes it throw. */
const formats = new Set(
  `date time date-time uri uri-reference uri-template email hostname ipv4 ipv6 regex uuid json-pointer
  relative-json-pointer`.split(/\s+/),
);

/**
 * A schema of a bundle as Gavel, which judges for Dredd, can read it: JSON Schema draft-07, with everything in it that
 * its `$ref`s lead to, so that recursive schemas stay what they are. What draft-07 cannot say is left out: it then
 * catches less, and never takes a right answer for a wrong one.
 */
export function gavelSchema(document: JsonObject, schema: Json): JsonObject {
  const definitions: JsonObject = {};
  const names = new Map<string, string>();

  const define = (node: JsonObject): Json => {
    const found = followReferences(document, { node, pointer: '' });
    if (!found) return true;
    const known = names.get(found.pointer);
    const name = known ?? `schema${names.size}`;
    if (known === undefined) {
      names.set(found.pointer, name);
      definitions[name] = translate(found.node);
    }
    return { $ref: `#/definitions/${name}` };
  };

  const translate = (node: Json): Json => {
    if (!isObject(node)) return node !== false;
    const own = keywordsOf(node, translate);
    // Beside a `$ref`, draft-07 reads nothing.
    return referenceOf(node) === undefined ? own : { allOf: [define(node), own] };
  };

  const allOf = [translate(schema)];
  return { $schema: 'http://json-schema.org/draft-07/schema#', definitions, allOf };
}

type Translate = (node: Json) => Json;

function keywordsOf(schema: JsonObject, translate: Translate): JsonObject {
  const own = Object.entries(schema).flatMap(([keyword, value]) => {
    const translated = translateKeyword(keyword, value, translate);
    return translated === undefined ? [] : [[keyword, translated] as const];
  });
  return { ...Object.fromEntries(own), ...itemsOf(schema, translate), ...dependenciesOf(schema, translate) };
}

function translateKeyword(keyword: string, value: Json, translate: Translate): Json | undefined {
  if (assertions.has(keyword)) return value;
  if (inPlace.has(keyword)) return translate(value);
  if (lists.has(keyword)) return Array.isArray(value) ? value.map(translate) : undefined;
  if (maps.has(keyword)) return isObject(value) ? mapped(value, translate) : undefined;
  if (keyword === 'format') return typeof value === 'string' && formats.has(value) ? value : undefined;
  if (keyword === 'pattern') return typeof value === 'string' && isPlain(value) ? value : undefined;
  return undefined;
}

/** Ajv 6 compiles patterns without the flag `u`: `\p{L}` would mean something else. */
function isPlain(pattern: string): boolean {
  return !/\\[pPu]\{/.test(pattern);
}

function itemsOf(schema: JsonObject, translate: Translate): JsonObject {
  const { items, prefixItems, contains, minContains } = schema;
  const rest = items === undefined ? undefined : translate(items);
  return {
    ...(Array.isArray(prefixItems)
      ? { items: prefixItems.map(translate), ...(rest !== undefined && { additionalItems: rest }) }
      : rest !== undefined && { items: rest }),
    ...(contains !== undefined && minContains !== 0 && { contains: translate(contains) }),
  };
}

function dependenciesOf(
  { dependentRequired, dependentSchemas }: JsonObject,
  translate: Translate,
): JsonObject {
  const required = isObject(dependentRequired) ? dependentRequired : {};
  const schemas = isObject(dependentSchemas) ? dependentSchemas : {};
  const names = [...new Set([...Object.keys(required), ...Object.keys(schemas)])];
  if (names.length === 0) return {};
  const dependencies = names.map((name): [string, Json] => [
    name,
    { allOf: [{ required: required[name] ?? [] }, translate(schemas[name] ?? true)] },
  ]);
  return { dependencies: Object.fromEntries(dependencies) };
}

function mapped(map: JsonObject, translate: Translate): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, translate(value)]));
}
