import { isObject, joinPointer } from '../../../scripts/json/pointer.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { SchemaPlace } from '../../../scripts/model/operation.ts';
import {
  branches,
  propertiesOf,
  type SchemaPart,
  schemaParts,
  subschema,
} from '../../../scripts/validate/schemaParts.ts';
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
    place: json.media.schema,
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
  place: SchemaPlace;
  value: Json;
  pointer: string;
}

interface UnknownField {
  /** Into the body. */
  pointer: string;
  /** Of the schema that does not describe it. */
  schema: string;
}

/** Only the first item of each kind of unknown member is told: a list repeats itself. */
function unknownFields(looked: Looked): UnknownField[] {
  const parts = allParts(looked.document, looked.place);
  if (Array.isArray(looked.value)) return unknownInItems(looked, parts, looked.value);
  return isObject(looked.value) ? unknownInObject(looked, parts, looked.value) : [];
}

function unknownInItems(looked: Looked, parts: SchemaPart[], items: Json[]): UnknownField[] {
  const [place] = parts.flatMap((part) => subschema(part, 'items') ?? []);
  if (!place) return [];
  const found = items.flatMap((value, index) =>
    unknownFields({ ...looked, place, value, pointer: joinPointer(looked.pointer, index) }),
  );
  const kinds = Map.groupBy(
    found,
    ({ pointer, schema }) => `${schema} ${pointer.slice(pointer.lastIndexOf('/'))}`,
  );
  return [...kinds.values()].flatMap(([first]) => first ?? []);
}

function unknownInObject(looked: Looked, parts: SchemaPart[], object: JsonObject): UnknownField[] {
  const properties = propertiesOf(parts);
  // A schema that names no property, or says what others are like, describes them all.
  const isOpen = properties.size === 0 || parts.some(({ schema }) => saysOfOthers(schema));
  return Object.entries(object).flatMap(([name, value]) => {
    const place = properties.get(name);
    const pointer = joinPointer(looked.pointer, name);
    if (place) return unknownFields({ ...looked, place, value, pointer });
    return isOpen ? [] : [{ pointer, schema: parts[0]?.pointer ?? looked.place.pointer }];
  });
}

function saysOfOthers(schema: JsonObject): boolean {
  const keywords = ['additionalProperties', 'unevaluatedProperties', 'patternProperties'];
  return keywords.some((keyword) => schema[keyword] !== undefined);
}

/** With every branch that might apply: whichever does, its members are described. */
function allParts(document: JsonObject, place: SchemaPlace): SchemaPart[] {
  const parts = schemaParts(document, place);
  for (const part of parts) {
    const conditional = ['then', 'else', 'if'].flatMap((keyword) => subschema(part, keyword) ?? []);
    const branched = ['oneOf', 'anyOf'].flatMap((keyword) => branches(part, keyword));
    const more = [...conditional, ...branched].flatMap((one) => schemaParts(document, one));
    parts.push(...more.filter(({ pointer }) => !parts.some((known) => known.pointer === pointer)));
  }
  return parts;
}
