import { isObject } from '../json/pointer.ts';
import { followReferences } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** The JSON types that a schema names, and what is inside it: enough to read a form's text as JSON values. */
export interface FieldShape {
  types: ReadonlySet<string>;
  /** Types of its items. */
  items: ReadonlySet<string>;
  /** Fields of the object that it is, or that its items are; looked up when asked for, since schemas may recur. */
  fields(): FormShape;
}

/** The fields that a form's schema describes, by name. */
export type FormShape = ReadonlyMap<string, FieldShape>;

interface Collected {
  types: Set<string>;
  items: Set<string>;
  itemSchemas: Json[];
  fields: Map<string, Json[]>;
}

/** Keywords whose schemas describe the same value as the schema that they stand in (JSON Schema 2020-12, core, section 10.2). */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'dependentSchemas'] as const;

const shapes = new WeakMap<JsonObject, FormShape>();

/** Worked out once for each schema. @param root what the schema's `$ref`s point into */
export function formShape(schema: Json, root: JsonObject): FormShape {
  if (!isObject(schema)) return shapeOf([schema], root);
  const known = shapes.get(schema) ?? shapeOf([schema], root);
  shapes.set(schema, known);
  return known;
}

function shapeOf(schemas: readonly Json[], root: JsonObject): FormShape {
  const { fields } = collect(schemas, root);
  return new Map([...fields].map(([name, own]) => [name, fieldShape(own, root)]));
}

function fieldShape(schemas: readonly Json[], root: JsonObject): FieldShape {
  const { types, items, itemSchemas } = collect(schemas, root);
  return { types, items, fields: () => shapeOf([...schemas, ...itemSchemas], root) };
}

/** The JSON types that a schema names, itself or in its parts; none where it leaves them open. */
export function schemaTypes(schema: Json, root: JsonObject): ReadonlySet<string> {
  return collect([schema], root).types;
}

function collect(schemas: readonly Json[], root: JsonObject): Collected {
  const collected: Collected = {
    types: new Set(),
    items: new Set(),
    itemSchemas: [],
    fields: new Map(),
  };
  const seen = new Set<Json>();
  const pending = [...schemas];
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    if (!isObject(schema) || seen.has(schema)) continue;
    seen.add(schema);
    for (const type of typesOf(schema)) collected.types.add(type);
    if (isObject(schema.items)) {
      collected.itemSchemas.push(schema.items);
      for (const type of collect([schema.items], root).types) collected.items.add(type);
    }
    if (isObject(schema.properties)) addFields(collected.fields, schema.properties);
    pending.push(...partsOf(schema, root));
  }
  return collected;
}

function addFields(fields: Map<string, Json[]>, properties: JsonObject): void {
  for (const [name, schema] of Object.entries(properties)) {
    fields.set(name, [...(fields.get(name) ?? []), schema]);
  }
}

function partsOf(schema: JsonObject, root: JsonObject): Json[] {
  const parts = inPlace.flatMap((keyword) => {
    const value = schema[keyword] ?? [];
    if (Array.isArray(value)) return value;
    return keyword === 'dependentSchemas' && isObject(value) ? Object.values(value) : [value];
  });
  const target = followReferences(root, { node: schema, pointer: '' })?.node;
  return target === undefined ? parts : [...parts, target];
}

function typesOf(schema: JsonObject): string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.filter((name) => typeof name === 'string');
  if ('const' in schema) return [typeOf(schema.const)];
  if (Array.isArray(schema.enum)) return schema.enum.map(typeOf);
  if ('properties' in schema) return ['object'];
  return 'items' in schema ? ['array'] : [];
}

function typeOf(value: Json | undefined): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
