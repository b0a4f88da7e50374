import { mask } from '../../../scripts/apis/mask.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { SchemaPlace } from '../../../scripts/model/operation.ts';
import { allParts, itemSchemas } from '../../../scripts/validate/memberSchemas.ts';
import type { SchemaPart } from '../../../scripts/validate/schemaParts.ts';
import { memberOf } from './memberOf.ts';
import { uniqueItems } from './shapeOfList.ts';
import type { Teller } from './teller.ts';
import { stringShape } from './textShape.ts';

/** What is deeper is told as `<object>` or `<array>`. */
const deepest = 20;
/** Of more members the first are told. */
const mostMembers = 100;

interface Shaped {
  document: JsonObject;
  teller: Teller;
  /** Every schema that may speak of the value; none: the document does not know it. */
  places: SchemaPlace[];
  /** Name of the field; of an item of a list that of the list. */
  name: string;
  /** Whether what holds the value is private. */
  isPrivate?: boolean;
  depth?: number;
}

/**
 * A value without its values: its names, types, lengths and formats. What the document states is shown, if the value is one
 * of it: `enum` and `const`. With `--show-values` so is what it describes, unless that is private or has a trace of what is,
 * or is a text.
 */
export function shapeOf(value: Json, shaped: Shaped): Json {
  const { document, teller, places, name, depth = 0 } = shaped;
  const parts = allParts(document, places);
  if (teller.isSecret(name, parts) && value !== null) return teller.redactor.variableOf(value) ?? mask;
  const isPrivate = teller.isPrivate(name, parts) || shaped.isPrivate === true;
  if (typeof value !== 'object' || value === null) return leafShape(value, parts, { ...shaped, isPrivate });
  if (depth === deepest) return Array.isArray(value) ? '<array>' : '<object>';
  const below = { ...shaped, isPrivate, depth: depth + 1 };
  return Array.isArray(value) ? listShape(value, parts, below) : objectShape(value, parts, below);
}

function leafShape(value: Exclude<Json, object> | null, parts: SchemaPart[], shaped: Shaped): Json {
  const { teller, isPrivate = false } = shaped;
  // One that was repeated is told by the variable that holds it.
  const variable = teller.redactor.variableOf(value);
  if (variable !== undefined) return variable;
  if (value === null || value === '') return value;
  if (!isPrivate && (isStated(value, parts) || mayShow(value, parts, teller))) return value;
  if (typeof value === 'string') return stringShape(value);
  return typeof value === 'boolean' ? '<boolean>' : `<${Number.isInteger(value) ? 'integer' : 'number'}>`;
}

/**
 * What the document does not describe nobody could call private. A text, which has a space, may name anybody: it is shown
 * where the document says that it is harmless.
 */
function mayShow(value: Json, parts: SchemaPart[], { showsValues, hasTrace }: Teller): boolean {
  if (!showsValues || parts.length === 0) return false;
  const isText = typeof value === 'string' && /\s/.test(value);
  const isHarmless = parts.some(({ schema }) => schema['x-sensitive'] === false);
  return (!isText || isHarmless) && !hasTrace(String(value));
}

/** Whether the document itself has the value, in a list or alone. */
function isStated(value: Json, parts: SchemaPart[]): boolean {
  return parts.some(
    ({ schema }) => schema.const === value || (Array.isArray(schema.enum) && schema.enum.includes(value)),
  );
}

function listShape(items: Json[], parts: SchemaPart[], shaped: Shaped): Json {
  const shape = (item: Json, index: number) =>
    shapeOf(item, { ...shaped, places: itemSchemas(parts, index) });
  return uniqueItems(items, shape, { keepsAll: shaped.teller.showsValues });
}

function objectShape(object: JsonObject, parts: SchemaPart[], shaped: Shaped): JsonObject {
  const { mayName, mayNameKey, mayNameUnasked } = shaped.teller;
  const entries = Object.entries(object);
  const told = entries.slice(0, mostMembers).map(([name, member], index): [string, Json] => {
    const { places, isKey } = memberOf(parts, name);
    const mayTell = isKey ? mayNameKey : parts.length > 0 ? mayName : mayNameUnasked;
    // What may not be told is counted: two of them are two members.
    return [mayTell(name) ? name : `<name ${index + 1}>`, shapeOf(member, { ...shaped, places, name })];
  });
  const more = entries.length - told.length;
  return Object.fromEntries([...told, ...(more > 0 ? [['…', `<${more} more members>`] as const] : [])]);
}
