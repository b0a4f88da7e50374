import { isObject } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import type { Judging } from './judging.ts';
import { branches, type SchemaPart, schemaParts, subschema } from './schemaParts.ts';

/**
 * Like `schemaParts`, with what a value brings into force: the branches of `oneOf` and `anyOf` that it obeys, `then` or
 * `else`, the `dependentSchemas` of members that it has; and what `if` and `not` hold, which judge it whatever it is.
 */
export function obeyedParts(judging: Judging, places: SchemaPlace[], value: Json): SchemaPart[] {
  const parts = new Map<string, SchemaPart>();
  const open = [...places];
  for (const place of open) {
    for (const part of schemaParts(judging.document, place)) {
      if (parts.has(part.pointer)) continue;
      parts.set(part.pointer, part);
      for (const branch of branchesInForce(judging, part, value)) open.push(branch);
    }
  }
  return [...parts.values()];
}

function branchesInForce(judging: Judging, part: SchemaPart, value: Json): SchemaPlace[] {
  const { schema } = part;
  const obeys = (place: SchemaPlace) => judging.obeys(place, value);
  const branched = ['oneOf', 'anyOf'].flatMap((keyword) => branches(part, keyword).filter(obeys));
  const denied = schema.not === undefined ? [] : (subschema(part, 'not') ?? []);
  const condition = schema.if === undefined ? undefined : subschema(part, 'if');
  const consequence = condition && subschema(part, obeys(condition) ? 'then' : 'else');
  return [...branched, denied, condition ?? [], consequence ?? [], dependent(part, value)].flat();
}

function dependent(part: SchemaPart, value: Json): SchemaPlace[] {
  const { dependentSchemas } = part.schema;
  if (!isObject(dependentSchemas) || !isObject(value)) return [];
  const triggers = Object.keys(dependentSchemas).filter((name) => Object.hasOwn(value, name));
  return triggers.flatMap((name) => subschema(part, 'dependentSchemas', name) ?? []);
}
