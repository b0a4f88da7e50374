import { isObject, joinPointer } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import { matchesPattern } from '../validate/boundedRegExp.ts';
import { branches, requiredOf, schemaParts, subschema } from '../validate/schemaParts.ts';
import { type HeldPart, type HeldPlace, heldParts } from './heldParts.ts';
import type { InputPlace } from './inputPlace.ts';
import { memberLabel } from './memberLabel.ts';
import { isReadOnly } from './requestErrors.ts';

/** What is inside an input, down to the innermost. A text holds no texts that hold others. */
export function innerPlaces(document: JsonObject, place: InputPlace): InputPlace[] {
  const isForm = place.pointer === '/body' && !place.inJson;
  const isText = place.asText || isForm;
  const below = isObject(place.value) ? membersOf(document, place, isText) : itemsOf(document, place, isText);
  const isFlat = place.asText && place.delimiter !== undefined;
  return below.flatMap((one) => (isFlat ? [one] : [one, ...innerPlaces(document, one)]));
}

function membersOf(document: JsonObject, place: InputPlace, asText: boolean): InputPlace[] {
  const required = requiredOf(schemaParts(document, place.schema));
  const others = new Set<string>();
  return Object.entries(place.value as object).flatMap(([name, value]: [string, Json]) => {
    const named = below(place.parts, (part) => subschema(part, 'properties', name));
    const schemas = named.length > 0 ? named : unnamed(place.parts, name);
    const pointer = joinPointer(place.pointer, name);
    const parts = heldParts(document, schemas, { value, pointer });
    const [schema] = schemas;
    if (!schema) return [];
    // Members without a name of their own are all alike: of those that one schema describes, the first.
    if (named.length === 0 && (others.has(schema.pointer) || !others.add(schema.pointer))) return [];
    const label = named.length > 0 ? memberLabel(place.label, name) : `${place.label}.*`;
    const needed: Place | undefined = isReadOnly(parts) ? undefined : required.get(name);
    return inside(place, {
      ...{ pointer, label, asText, schema, parts, value },
      ...(needed && { required: needed }),
    });
  });
}

/** The schemas of a member that has no name of its own (JSON Schema 2020-12 core, section 10.3.2). */
function unnamed(parts: HeldPart[], name: string): HeldPlace[] {
  const matching = parts.flatMap((part) =>
    Object.keys(isObject(part.schema.patternProperties) ? part.schema.patternProperties : {})
      .filter((pattern) => matchesPattern(pattern, name))
      .flatMap((pattern) => below([part], (one) => subschema(one, 'patternProperties', pattern))),
  );
  if (matching.length > 0) return matching;
  return (['additionalProperties', 'unevaluatedProperties'] as const).flatMap((keyword) =>
    below(parts, (part) => subschema(part, keyword)),
  );
}

/** The first item that each schema of a list speaks of: one for each of `prefixItems`, one for all others. */
function itemsOf(document: JsonObject, place: InputPlace, asText: boolean): InputPlace[] {
  const list = Array.isArray(place.value) ? place.value : [];
  const prefix = Math.max(0, ...place.parts.map((part) => branches(part, 'prefixItems').length));
  return list.slice(0, prefix + 1).flatMap((value, index) => {
    const own = place.parts.flatMap((part) => ownItem(part, index));
    const left = below(place.parts, (part) => subschema(part, 'unevaluatedItems'));
    const schemas = own.length > 0 ? own : left;
    const [schema] = schemas;
    if (!schema) return [];
    const pointer = joinPointer(place.pointer, index);
    const parts = heldParts(document, schemas, { value, pointer });
    const label = `${place.label}[${index < prefix ? index : ''}]`;
    return inside(place, { pointer, label, asText, schema, parts, value, isItem: true });
  });
}

function ownItem(part: HeldPart, index: number): HeldPlace[] {
  const prefix = branches(part, 'prefixItems');
  const item = prefix[index] ?? (index < prefix.length ? undefined : subschema(part, 'items'));
  return item ? [{ ...item, openings: part.openings }] : [];
}

function below(parts: HeldPart[], find: (part: HeldPart) => ReturnType<typeof subschema>): HeldPlace[] {
  return parts.flatMap((part) => {
    const found = find(part);
    return found ? [{ ...found, openings: part.openings }] : [];
  });
}

function inside(
  { parts: around, inJson, delimiter }: InputPlace,
  own: Omit<InputPlace, 'around' | 'inJson' | 'delimiter'>,
): InputPlace {
  return { ...own, around, inJson, ...(delimiter !== undefined && { delimiter }) };
}
