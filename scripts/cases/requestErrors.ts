import { member, parsePointer } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { allParts, memberSchemas, namedMember } from '../validate/memberSchemas.ts';
import type { SchemaError } from '../validate/schemaErrors.ts';
import type { SchemaPart } from '../validate/schemaParts.ts';
import { validatorOf } from '../validate/validator.ts';

/**
 * What a schema has against a value of a request. A member that only the server writes (`readOnly`) need not be there: it
 * is required of answers only (OpenAPI 3.0 section 4.7.24.1; in 3.1 a server may refuse or ignore it, JSON Schema
 * validation section 9.4).
 */
export function requestErrors(document: JsonObject, place: SchemaPlace, value: Json): SchemaError[] {
  return validatorOf(document)
    .errors(place.pointer, value)
    .filter((error) => !isOfServer(document, place, { error, value }));
}

function isOfServer(
  document: JsonObject,
  place: SchemaPlace,
  { error, value }: { error: SchemaError; value: Json },
): boolean {
  const { keyword, property, valuePointer } = error;
  if (keyword !== 'required' || property === undefined) return false;
  const named = namedMember(partsAt(document, place, { value, pointer: valuePointer }), property);
  return isReadOnly(allParts(document, named));
}

export function isReadOnly(parts: SchemaPart[]): boolean {
  return parts.some(({ schema }) => schema.readOnly === true);
}

/** Every schema that may speak of what is at a pointer into a value. */
export function partsAt(
  document: JsonObject,
  place: SchemaPlace,
  { value, pointer }: { value: Json; pointer: string },
): SchemaPart[] {
  let parts = allParts(document, [place]);
  let at: Json | undefined = value;
  for (const token of parsePointer(pointer)) {
    parts = allParts(document, at === undefined ? [] : memberSchemas(parts, at, token));
    at = member(at, token);
  }
  return parts;
}
