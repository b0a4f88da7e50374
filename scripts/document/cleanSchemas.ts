import { isObject, joinPointer } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { type Kind, shapeOf } from './grammar.ts';
import { mapNodes } from './mapNodes.ts';
import { leftOut } from './nothingKnown.ts';
import { vetKeyword } from './schemaKeywords.ts';
import type { UnusableParts } from './unusable.ts';

/** What a schema without its type, or its reference, may hold is not known any more; without a limit it still is. */
const essential = new Set(['type', '$ref', 'enum', 'properties', 'allOf', 'anyOf', 'oneOf', 'items']);

/** A document whose schemas every validator can compile: keywords whose values are none are left out. */
export function cleanSchemas(document: JsonObject, unusable: UnusableParts): JsonObject {
  const known = new Map<Json, boolean>();
  return mapNodes(document, (node, { kind, pointer }) => {
    if (!isObject(node))
      return kind === 'schema' && typeof node !== 'boolean' ? noSchema(pointer, unusable) : node;
    const cleaned = kind === 'schema' ? cleanSchema(node, pointer, unusable) : node;
    return withoutTaken(cleaned, { kind, pointer, unusable, known });
  });
}

function noSchema(pointer: string, unusable: UnusableParts): Json {
  unusable.add(pointer, 'it is no schema');
  return { [leftOut]: true };
}

function cleanSchema(schema: JsonObject, pointer: string, unusable: UnusableParts): JsonObject {
  const faults = Object.entries(schema).flatMap(([keyword, value]) => {
    const reason = vetKeyword(keyword, value);
    return reason === undefined ? [] : [{ keyword, reason }];
  });
  if (faults.length === 0) return schema;
  for (const { keyword, reason } of faults) unusable.add(joinPointer(pointer, keyword), reason);
  const names = new Set(faults.map(({ keyword }) => keyword));
  const isUnknown = [...names].some((name) => essential.has(name));
  const kept = Object.entries(schema).filter(([keyword]) => !names.has(keyword));
  return { ...Object.fromEntries(kept), ...(isUnknown && { [leftOut]: true }) };
}

interface Data {
  kind: Kind;
  pointer: string;
  unusable: UnusableParts;
  /** Whether a value holds what would be taken for a reference. */
  known: Map<Json, boolean>;
}

const taken = ['$ref', '$id', '$anchor', '$dynamicAnchor'];

/**
 * Others look for references and identifiers in data as well: Ajv refuses a document over two identifiers of a name, and
 * whoever follows every `$ref` would read files and ask hosts that only an example names.
 */
function withoutTaken(node: JsonObject, { kind, pointer, unusable, known }: Data): JsonObject {
  const names = Object.keys(node).filter(
    (name) => shapeOf(kind, name) === undefined && holdsTaken(node[name] ?? null, known),
  );
  if (names.length === 0) return node;
  const reason = `data with a member ${taken.join(', ')} would be taken for a reference`;
  for (const name of names) unusable.add(joinPointer(pointer, name), reason);
  return Object.fromEntries(Object.entries(node).filter(([name]) => !names.includes(name)));
}

function holdsTaken(value: Json, known: Map<Json, boolean>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const found = known.get(value);
  if (found !== undefined) return found;
  const holds =
    (isObject(value) && taken.some((name) => typeof value[name] === 'string')) ||
    Object.values(value).some((inner) => holdsTaken(inner, known));
  known.set(value, holds);
  return holds;
}
