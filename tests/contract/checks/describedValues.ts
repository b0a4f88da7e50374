import { isObject, joinPointer } from '../../../scripts/json/pointer.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { SchemaPlace } from '../../../scripts/model/operation.ts';
import { itemSchemas, namedMember, unnamedMembers } from '../../../scripts/validate/memberSchemas.ts';
import { type SchemaPart, schemaParts } from '../../../scripts/validate/schemaParts.ts';

interface Looked {
  document: JsonObject;
  /** Every schema that holds for the value, whatever its branches say. */
  places: SchemaPlace[];
  value: Json;
  /** Into the whole. */
  pointer?: string;
}

/** A value within another, and the schema objects that all hold for it. */
interface DescribedValue {
  pointer: string;
  value: Json;
  parts: SchemaPart[];
}

/** A value, and every value in it that a schema describes without a condition. */
export function* describedValues({
  document,
  places,
  value,
  pointer = '',
}: Looked): Generator<DescribedValue> {
  const parts = places.flatMap((place) => schemaParts(document, place));
  if (parts.length === 0) return;
  yield { pointer, value, parts };
  for (const [token, member] of typeof value === 'object' && value !== null ? Object.entries(value) : []) {
    const below = Array.isArray(value) ? itemSchemas(parts, Number(token)) : memberPlaces(parts, token);
    yield* describedValues({ document, places: below, value: member, pointer: joinPointer(pointer, token) });
  }
}

/** Where properties are known by pattern, nobody tells here which patterns a name matches. */
function memberPlaces(parts: SchemaPart[], name: string): SchemaPlace[] {
  const named = namedMember(parts, name);
  if (named.length > 0) return named;
  return parts.some(({ schema }) => isObject(schema.patternProperties)) ? [] : unnamedMembers(parts);
}
