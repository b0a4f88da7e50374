import { isObject, joinPointer } from '../../../scripts/json/pointer.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { SchemaPlace } from '../../../scripts/model/operation.ts';
import {
  allParts,
  itemSchemas,
  namedMember,
  unnamedMembers,
} from '../../../scripts/validate/memberSchemas.ts';
import type { SchemaPart } from '../../../scripts/validate/schemaParts.ts';
import { describedJson } from './jsonBody.ts';
import type { Check } from './judgement.ts';
import { finding, nameOf } from './judgement.ts';

/** Members of a JSON body that no schema describes. The document is silent of them, unless it closes the object: `body-schema`. */
export const undocumentedField: Check = (answered) => {
  const { operation, response } = answered;
  const json = describedJson(answered);
  if (json?.value === undefined || !json.media.schema) return [];
  return unknownFields({
    document: operation.document,
    places: [json.media.schema],
    value: json.value,
    pointer: '',
  }).map(({ pointer, schema }) =>
    finding({
      check: 'undocumented-field',
      evidence: 'silent',
      message: `${nameOf(operation)} sent a field ${pointer} with ${response.status}; the document does not describe it.`,
      documentPointer: schema,
      responsePointer: `/body${pointer}`,
    }),
  );
};

interface Looked {
  document: JsonObject;
  /** Every schema that may speak of the value. */
  places: SchemaPlace[];
  value: Json;
  /** Into the body. */
  pointer: string;
}

interface UnknownField {
  /** Into the body. */
  pointer: string;
  /** Of the schema that does not describe it. */
  schema: string;
}

function unknownFields(looked: Looked): UnknownField[] {
  const parts = allParts(looked.document, looked.places);
  if (Array.isArray(looked.value)) return unknownInItems(looked, parts, looked.value);
  return isObject(looked.value) ? unknownInObject(looked, parts, looked.value) : [];
}

/** Only the first item of each kind of unknown member is told: a list repeats itself. */
function unknownInItems(looked: Looked, parts: SchemaPart[], items: Json[]): UnknownField[] {
  const found = items.flatMap((value, index) =>
    unknownFields({
      ...looked,
      places: itemSchemas(parts, index),
      value,
      pointer: joinPointer(looked.pointer, index),
    }),
  );
  const kinds = Map.groupBy(
    found,
    ({ pointer, schema }) => `${schema} ${pointer.slice(pointer.lastIndexOf('/'))}`,
  );
  return [...kinds.values()].flatMap(([first]) => first ?? []);
}

function unknownInObject(looked: Looked, parts: SchemaPart[], object: JsonObject): UnknownField[] {
  const others = unnamedMembers(parts);
  // A schema that names no property, or says what others are like, describes them all.
  const isOpen = others.length > 0 || !parts.some(({ schema }) => namesProperties(schema));
  return Object.entries(object).flatMap(([name, value]) => {
    const named = namedMember(parts, name);
    const pointer = joinPointer(looked.pointer, name);
    if (named.length > 0 || isOpen) {
      return unknownFields({ ...looked, places: named.length > 0 ? named : others, value, pointer });
    }
    return [{ pointer, schema: parts.find(({ schema }) => namesProperties(schema))?.pointer ?? '' }];
  });
}

function namesProperties({ properties }: JsonObject): boolean {
  return isObject(properties) && Object.keys(properties).length > 0;
}
