import { isObject } from '../json/pointer.ts';
import type { JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { branches, propertiesOf, requiredOf, schemaParts, subschema } from '../validate/schemaParts.ts';
import { leftOut } from './nothingKnown.ts';

/**
 * Whether every value of a schema needs something of which nothing is known, since it was left out: what is required, and
 * the first of several branches, as whoever makes a value would take them.
 */
export function needsLeftOut(document: JsonObject, place: SchemaPlace): boolean {
  const visited = new Set<string>();
  const open: SchemaPlace[] = [place];
  for (let next = open.pop(); next; next = open.pop()) {
    if (visited.has(next.pointer)) continue;
    visited.add(next.pointer);
    const parts = schemaParts(document, next);
    if (parts.some(isGiven)) continue;
    if (parts.some(({ schema }) => schema[leftOut] === true)) return true;
    const properties = propertiesOf(parts);
    open.push(...[...requiredOf(parts).keys()].flatMap((name) => properties.get(name) ?? []));
    open.push(...parts.flatMap((part) => (Number(part.schema.minItems) > 0 ? itemsOf(part) : [])));
    open.push(
      ...parts.flatMap((part) => ['oneOf', 'anyOf'].flatMap((one) => branches(part, one).slice(0, 1))),
    );
  }
  return false;
}

/** A value stands there already. */
function isGiven({ schema }: SchemaPlace): boolean {
  return (
    isObject(schema) && (schema.const !== undefined || schema.default !== undefined || hasExample(schema))
  );
}

function hasExample({ example, examples }: JsonObject): boolean {
  return example !== undefined || (Array.isArray(examples) && examples.length > 0);
}

function itemsOf(part: Parameters<typeof subschema>[0]): SchemaPlace[] {
  return ['items'].flatMap((keyword) => subschema(part, keyword) ?? []);
}
