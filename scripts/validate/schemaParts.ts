import { placeBelow } from '../json/placeBelow.ts';
import { isObject } from '../json/pointer.ts';
import { followReference } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';

/** A schema object that holds at a place, beside others. */
export interface SchemaPart extends SchemaPlace {
  schema: JsonObject;
}

/**
 * The schema objects that all hold where `place` stands: the node itself, what its `$ref` leads to, and the members of
 * its `allOf`; each once, so that recursion ends. Branches (`oneOf`, `anyOf`, `if`) are not among them.
 */
export function schemaParts(document: JsonObject, place: SchemaPlace): SchemaPart[] {
  const parts: SchemaPart[] = [];
  const open: SchemaPlace[] = [place];
  for (let next = open.shift(); next; next = open.shift()) {
    const { schema, pointer, usage } = next;
    if (!isObject(schema) || parts.some((part) => part.pointer === pointer)) continue;
    parts.push({ schema, pointer, usage });
    open.unshift(
      ...referred(document, { schema, pointer, usage }),
      ...branches({ schema, pointer, usage }, 'allOf'),
    );
  }
  return parts;
}

function referred(document: JsonObject, { schema, pointer, usage }: SchemaPart): SchemaPlace[] {
  const found = followReference(document, { node: schema, pointer });
  return found ? [{ schema: found.node, pointer: found.pointer, usage }] : [];
}

/** The schemas of `allOf`, `oneOf`, `anyOf` or `prefixItems`. */
export function branches({ schema, pointer, usage }: SchemaPart, keyword: string): SchemaPlace[] {
  const list = schema[keyword];
  if (!Array.isArray(list)) return [];
  return list.map((branch, index) => ({
    schema: branch,
    ...placeBelow({ pointer, usage }, keyword, index),
  }));
}

/** The schema at a member of a schema: `properties`, `age`; `undefined` where there is none. */
export function subschema(part: SchemaPart, ...tokens: string[]): SchemaPlace | undefined {
  let schema: Json | undefined = part.schema;
  for (const token of tokens) {
    schema = isObject(schema) && Object.hasOwn(schema, token) ? schema[token] : undefined;
  }
  if (!isObject(schema) && typeof schema !== 'boolean') return undefined;
  return {
    schema,
    ...placeBelow(part, ...tokens),
  };
}

/** The named properties of a schema, from all of its parts; the first part that describes one wins. */
export function propertiesOf(parts: SchemaPart[]): Map<string, SchemaPlace> {
  const properties = new Map<string, SchemaPlace>();
  for (const part of parts) {
    for (const name of Object.keys(isObject(part.schema.properties) ? part.schema.properties : {})) {
      const place = subschema(part, 'properties', name);
      if (place && !properties.has(name)) properties.set(name, place);
    }
  }
  return properties;
}

/** Names of `required`, each with the place of its entry. */
export function requiredOf(parts: SchemaPart[]): Map<string, { pointer: string; usage: string }> {
  const required = new Map<string, { pointer: string; usage: string }>();
  for (const { schema, pointer, usage } of parts) {
    const names = Array.isArray(schema.required) ? schema.required : [];
    for (const [index, name] of names.entries()) {
      if (typeof name !== 'string' || required.has(name)) continue;
      required.set(name, placeBelow({ pointer, usage }, 'required', index));
    }
  }
  return required;
}

/** The types that a schema allows; none: any. */
export function typesOf(parts: SchemaPart[]): string[] {
  const stated = parts.map(({ schema }) => schema.type).find((type) => type !== undefined);
  if (typeof stated === 'string') return [stated];
  return Array.isArray(stated) ? stated.filter((type) => typeof type === 'string') : [];
}

/** Whether a value of this schema is bytes rather than text: `format: binary`, or a media type that is not encoded. */
export function isBinary(parts: SchemaPart[]): boolean {
  return parts.some(
    ({ schema }) =>
      schema.format === 'binary' ||
      (typeof schema.contentMediaType === 'string' &&
        schema.contentEncoding === undefined &&
        !isText(schema.contentMediaType)),
  );
}

function isText(mediaType: string): boolean {
  return /^text\/|[/+](json|xml)$/.test(mediaType);
}
