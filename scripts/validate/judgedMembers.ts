import { isObject } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { boundedRegExp } from './boundedRegExp.ts';
import type { Judging } from './judging.ts';
import { itemSchemas } from './memberSchemas.ts';
import { type SchemaPart, subschema } from './schemaParts.ts';

/** A value, and the schemas that judge it. */
export interface Member {
  places: SchemaPlace[];
  value: Json;
}

/** Of how many items of a list, or members of an object: a list repeats itself. */
const mostMembers = 100;

/** The members and items of a value, each with the schemas that judge it; those that none judges are left out. */
export function judgedMembers(judging: Judging, parts: SchemaPart[], value: Json): Member[] {
  if (parts.length === 0) return [];
  const members = Array.isArray(value) ? itemsOf(judging, parts, value) : propertiesIn(parts, value);
  return members.filter(({ places }) => places.length > 0);
}

function itemsOf(judging: Judging, parts: SchemaPart[], list: Json[]): Member[] {
  const items = list
    .slice(0, mostMembers)
    .map((value, index) => ({ places: itemSchemas(parts, index), value }));
  return [...items, ...contained(judging, parts, list)];
}

/** The first item that `contains` asks for. */
function contained({ obeys }: Judging, parts: SchemaPart[], list: Json[]): Member[] {
  const places = parts.flatMap((part) => subschema(part, 'contains') ?? []);
  return places.flatMap((place) => {
    const value = list.find((item) => obeys(place, item));
    return value === undefined ? [] : [{ places: [place], value }];
  });
}

function propertiesIn(parts: SchemaPart[], value: Json): Member[] {
  if (!isObject(value)) return [];
  const names = Object.keys(value);
  const about = parts.flatMap((part) => subschema(part, 'propertyNames') ?? []);
  return names.slice(0, mostMembers).flatMap((name): Member[] => [
    { places: memberPlaces(parts, name), value: value[name] ?? null },
    { places: about, value: name },
  ]);
}

/** `additionalProperties` speaks of what its own schema does not describe, `unevaluatedProperties` of what no other does. */
function memberPlaces(parts: SchemaPart[], name: string): SchemaPlace[] {
  const evaluated = parts.flatMap((part) => {
    const named = [subschema(part, 'properties', name) ?? [], matching(part, name)].flat();
    return named.length > 0 ? named : (subschema(part, 'additionalProperties') ?? []);
  });
  if (evaluated.length > 0) return evaluated;
  return parts.flatMap((part) => subschema(part, 'unevaluatedProperties') ?? []);
}

function matching(part: SchemaPart, name: string): SchemaPlace[] {
  const { patternProperties } = part.schema;
  if (!isObject(patternProperties)) return [];
  const patterns = Object.keys(patternProperties).filter((pattern) => boundedRegExp(pattern).test(name));
  return patterns.flatMap((pattern) => subschema(part, 'patternProperties', pattern) ?? []);
}
