import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { branches, type SchemaPart, schemaParts, subschema } from './schemaParts.ts';

/** Like `schemaParts`, and every branch that might hold beside them: `oneOf`, `anyOf`, `if` and its like. */
export function allParts(document: JsonObject, places: SchemaPlace[]): SchemaPart[] {
  const parts: SchemaPart[] = [];
  const known = new Set<string>();
  const add = (place: SchemaPlace) => {
    for (const part of schemaParts(document, place)) {
      if (known.has(part.pointer)) continue;
      known.add(part.pointer);
      parts.push(part);
    }
  };
  places.forEach(add);
  // The list grows while it is walked.
  for (const part of parts) branchesOf(part).forEach(add);
  return parts;
}

function branchesOf(part: SchemaPart): SchemaPlace[] {
  const conditional = ['if', 'then', 'else'].flatMap((keyword) => subschema(part, keyword) ?? []);
  const branched = ['oneOf', 'anyOf'].flatMap((keyword) => branches(part, keyword));
  return [...conditional, ...branched, ...mapped(part, 'dependentSchemas')];
}

/** Every schema that names this member of an object. */
export function namedMember(parts: SchemaPart[], name: string): SchemaPlace[] {
  return parts.flatMap((part) => subschema(part, 'properties', name) ?? []);
}

/** Every schema that speaks of members without naming them. */
export function unnamedMembers(parts: SchemaPart[]): SchemaPlace[] {
  const keywords = ['additionalProperties', 'unevaluatedProperties'];
  return parts.flatMap((part) => [
    ...mapped(part, 'patternProperties'),
    ...keywords.flatMap((keyword) => subschema(part, keyword) ?? []),
  ]);
}

/** Every schema that speaks of one item of a list: its place in `prefixItems`, and what holds from there on. */
export function itemSchemas(parts: SchemaPart[], index: number): SchemaPlace[] {
  return parts.flatMap((part) => {
    const prefix = branches(part, 'prefixItems');
    const own = prefix[index] ?? (index < prefix.length ? undefined : subschema(part, 'items'));
    return own ?? subschema(part, 'unevaluatedItems') ?? [];
  });
}

/** Every schema that may speak of a member of a value. */
export function memberSchemas(parts: SchemaPart[], value: Json, token: string): SchemaPlace[] {
  if (Array.isArray(value)) return itemSchemas(parts, Number(token));
  if (!isObject(value)) return [];
  return [...namedMember(parts, token), ...unnamedMembers(parts)];
}

function mapped(part: SchemaPart, keyword: string): SchemaPlace[] {
  const map = part.schema[keyword];
  return isObject(map) ? Object.keys(map).flatMap((name) => subschema(part, keyword, name) ?? []) : [];
}
