import type { Json, JsonObject } from '../../model/json.ts';
import { isJson } from '../http/mediaType.ts';
import type { FieldShape, FormShape } from './formShape.ts';

/** One name and value of a form. A binary value is a string of its bytes (Latin-1). */
export interface FormEntry {
  name: string;
  value: string;
  /** Of a multipart part that names its own. */
  mediaType?: string;
}

const anything: FieldShape = { types: new Set(), items: new Set() };

/**
 * A form as the JSON value that its schema describes: an array where the schema has one or a name is repeated, and
 * text as number, boolean or object where the schema has one and the text is exactly one. All else stays text, for
 * validation to judge.
 */
export function formValue(entries: readonly FormEntry[], shape: FormShape): JsonObject {
  const groups = Map.groupBy(entries, (entry) => entry.name);
  return Object.fromEntries(
    [...groups].map(([name, group]) => [name, fieldValue(group, shape.get(name) ?? anything)]),
  );
}

function fieldValue(entries: readonly FormEntry[], { types, items }: FieldShape): Json {
  const [only] = entries;
  const isList = types.has('array') && !types.has('string');
  if (only !== undefined && entries.length === 1 && !isList) return entryValue(only, types);
  return entries.map((entry) => entryValue(entry, items));
}

function entryValue({ value, mediaType }: FormEntry, types: ReadonlySet<string>): Json {
  if (types.has('boolean') && /^(true|false)$/.test(value)) return value === 'true';
  if ((types.has('integer') || types.has('number')) && isNumber(value)) return Number(value);
  const mayBeJson = types.has('object') || types.has('array') || isJson(mediaType ?? '');
  return mayBeJson && !types.has('string') ? parsedOrText(value) : value;
}

/** The grammar of RFC 8259 section 6, so that `007`, `0x1F` and an empty text remain text. */
function isNumber(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

function parsedOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
