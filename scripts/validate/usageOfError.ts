import { member, parsePointer } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { allParts, memberSchemas } from './memberSchemas.ts';
import type { SchemaError } from './schemaErrors.ts';
import type { SchemaPart } from './schemaParts.ts';

interface Judged {
  document: JsonObject;
  /** The schema of the whole value. */
  place: SchemaPlace;
  value: Json;
}

/**
 * Where the keyword that an error is about stands as seen from the value's own schema: a component that is used in
 * several places has as many usages. `undefined` where no way leads there.
 */
export function usageOfError(
  { document, place, value }: Judged,
  error: Pick<SchemaError, 'documentPointer' | 'valuePointer'>,
): string | undefined {
  let parts = allParts(document, [place]);
  let at: Json | undefined = value;
  for (const token of parsePointer(error.valuePointer)) {
    // A schema that is `false` has no parts: it stands among the members of those that hold it.
    const places: SchemaPlace[] = at === undefined ? [] : memberSchemas(parts, at, token);
    const denied = places.find(
      ({ schema, pointer }) => schema === false && pointer === error.documentPointer,
    );
    if (denied) return denied.usage;
    parts = allParts(document, places);
    at = member(at, token);
  }
  const holder = longest(parts.filter(({ pointer }) => holds(pointer, error.documentPointer)));
  return holder && holder.usage + error.documentPointer.slice(holder.pointer.length);
}

function holds(schema: string, keyword: string): boolean {
  return keyword === schema || keyword.startsWith(`${schema}/`);
}

function longest(parts: SchemaPart[]): SchemaPart | undefined {
  return parts.reduce<SchemaPart | undefined>(
    (found, part) => (found && found.pointer.length >= part.pointer.length ? found : part),
    undefined,
  );
}
