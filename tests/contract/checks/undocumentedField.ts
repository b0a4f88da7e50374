import { jsonType } from '../../../scripts/json/jsonType.ts';
import { isObject, joinPointer } from '../../../scripts/json/pointer.ts';
import type { Finding, JsonType } from '../../../scripts/model/finding.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { SchemaPlace } from '../../../scripts/model/operation.ts';
import {
  allParts,
  itemSchemas,
  namedMember,
  unnamedMembers,
} from '../../../scripts/validate/memberSchemas.ts';
import type { SchemaPart } from '../../../scripts/validate/schemaParts.ts';
import { brokenPlaces } from './brokenPlaces.ts';
import { describedJson } from './jsonBody.ts';
import { type Answered, type Check, finding } from './judgement.ts';
import { answerTo, listed, nameThatCame } from './sentences.ts';

/**
 * Members of a JSON body that no schema describes. The document is silent of them, unless it closes the object. An object
 * that `body-schema` finds broken is not told twice: a field is misspelled, or it is another object altogether.
 */
export const undocumentedField: Check = (answered) => {
  const { operation } = answered;
  const { document } = operation;
  const json = describedJson(answered);
  if (json?.value === undefined || !json.media.schema) return [];
  const { value } = json;
  const { schema: place } = json.media;
  const unknown = unknownFields({ document, places: [place], value, pointer: '' });
  if (unknown.length === 0) return [];
  const isBroken = brokenPlaces({ document, place, value });
  const told = unknown.filter(({ object }) => !isBroken(object));
  return [...Map.groupBy(told, likeness).values()].flatMap((alike) => together(answered, alike));
};

/** Fields of one object, and of the items of a list, are told together. */
function likeness({ object, schema }: UnknownField): string {
  return `${schema} ${object.replace(/\/\d+(?=\/|$)/g, '/*')}`;
}

function together(answered: Answered, alike: UnknownField[]): Finding[] {
  const [first] = alike;
  if (!first) return [];
  const byName = Map.groupBy(alike, ({ name }) => name);
  const names = [...byName.keys()].map((name) => nameThatCame(joinPointer('', name)));
  const where = first.object ? `${first.object} in its body` : 'its body';
  return [
    finding({
      check: 'undocumented-field',
      operation: answered.operation,
      evidence: 'silent',
      message: `${answerTo(answered)}, but ${where} has ${listed(names)}; the document does not describe ${names.length > 1 ? 'these fields' : 'this field'}`,
      documentPointer: first.schema,
      responsePointer: `/body${joinPointer(first.object, first.name)}`,
      undescribed: [...byName].map(([name, fields]) => ({
        kind: 'field',
        name,
        types: [...new Set(fields.map(({ type }) => type))],
        place: first.schema,
      })),
    }),
  ];
}

interface Looked {
  document: JsonObject;
  /** Every schema that may speak of the value. */
  places: SchemaPlace[];
  value: Json;
  /** Into the body. */
  pointer: string;
}

interface UnknownField {
  /** Pointer into the body. */
  object: string;
  name: string;
  type: JsonType;
  /** Of the schema that does not describe it. */
  schema: string;
}

function unknownFields(looked: Looked): UnknownField[] {
  const parts = allParts(looked.document, looked.places);
  if (Array.isArray(looked.value)) return unknownInItems(looked, parts, looked.value);
  return isObject(looked.value) ? unknownInObject(looked, parts, looked.value) : [];
}

function unknownInItems(looked: Looked, parts: SchemaPart[], items: Json[]): UnknownField[] {
  return items.flatMap((value, index) =>
    unknownFields({
      ...looked,
      places: itemSchemas(parts, index),
      value,
      pointer: joinPointer(looked.pointer, index),
    }),
  );
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
    return [
      {
        object: looked.pointer,
        name,
        type: jsonType(value),
        schema: parts.find(({ schema }) => namesProperties(schema))?.pointer ?? '',
      },
    ];
  });
}

function namesProperties({ properties }: JsonObject): boolean {
  return isObject(properties) && Object.keys(properties).length > 0;
}
