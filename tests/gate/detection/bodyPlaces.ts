import { isObject, joinPointer } from '../../../scripts/json/pointer.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { SchemaPlace } from '../../../scripts/model/operation.ts';
import { itemSchemas, namedMember, unnamedMembers } from '../../../scripts/validate/memberSchemas.ts';
import { type SchemaPart, schemaParts } from '../../../scripts/validate/schemaParts.ts';

/** One value of a body, and the schema objects that all hold there, branches aside. */
export interface BodyPlace {
  /** JSON pointer into the body. */
  pointer: string;
  value: Json;
  parts: SchemaPart[];
}

/** Of a list, so many items are looked at: the others are like them. */
const mostItems = 2;

/** Every value of a body that its schema describes, the body itself first. */
export function bodyPlaces(document: JsonObject, schema: SchemaPlace, body: Json): BodyPlace[] {
  const places: BodyPlace[] = [];
  const visit = (pointer: string, value: Json, schemas: SchemaPlace[]) => {
    const parts = schemas.flatMap((one) => schemaParts(document, one));
    if (parts.length === 0) return;
    places.push({ pointer, value, parts });
    for (const [token, member] of membersOf(value)) {
      visit(joinPointer(pointer, token), member, schemasOf(parts, value, token));
    }
  };
  visit('', body, [schema]);
  return places;
}

function membersOf(value: Json): [string | number, Json][] {
  if (Array.isArray(value)) return [...value.entries()].slice(0, mostItems);
  return isObject(value) ? Object.entries(value) : [];
}

function schemasOf(parts: SchemaPart[], value: Json, token: string | number): SchemaPlace[] {
  if (Array.isArray(value)) return itemSchemas(parts, Number(token));
  const named = namedMember(parts, String(token));
  return named.length > 0 ? named : unnamedMembers(parts);
}
