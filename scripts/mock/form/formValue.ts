import type { Json, JsonObject } from '../../model/json.ts';
import type { FormBooleans } from '../../model/operation.ts';
import type { FieldShape, FormShape } from '../../validate/formShape.ts';
import { isJson } from '../http/mediaType.ts';
import { parseJsonText } from '../parseJsonText.ts';

/** One name and value of a form. A binary value is a string of its bytes (Latin-1). */
export interface FormEntry {
  name: string;
  value: string;
  /** Of a multipart part that names its own. */
  mediaType?: string;
  /** What stands for true and for false; by default these words. */
  booleans?: FormBooleans;
}

const anything: FieldShape = { types: new Set(), items: new Set(), fields: () => new Map() };

/**
 * A form as the JSON value that its schema describes: an array where the schema has one or a name is repeated, an object
 * where it has one and the names are written `meta[key]`, and text as number, boolean or object where the schema has one
 * and the text is exactly one. All else stays text, for validation to judge.
 */
export function formValue(entries: readonly FormEntry[], shape: FormShape): JsonObject {
  const groups = Map.groupBy(entries, (entry) => fieldName(entry.name, shape));
  return Object.fromEntries(
    [...groups].map(([name, group]) => [name, fieldValue(name, group, shape.get(name) ?? anything)]),
  );
}

/** A name that is nested deeper is taken as it stands: no form needs it, and a schema may refer to itself. */
const deepestName = 50;

/** `meta` of `meta[key]`, if the schema has a field of that name that something can be inside of. */
function fieldName(name: string, shape: FormShape): string {
  const [, outer = name] = /^([^[\]]+)\[/.exec(name) ?? [];
  const isOwn = shape.has(name) || name.split('[').length > deepestName;
  const field = isOwn ? undefined : shape.get(outer);
  return field?.types.has('object') || field?.types.has('array') ? outer : name;
}

function fieldValue(name: string, entries: readonly FormEntry[], field: FieldShape): Json {
  const nested = entries.flatMap((entry) => (entry.name === name ? [] : inside(name, entry)));
  if (nested.length > 0 && nested.length === entries.length) return nestedValue(nested, field);
  const [only] = entries;
  const isList = field.types.has('array') && !field.types.has('string');
  if (only !== undefined && entries.length === 1 && !isList) return entryValue(only, field.types);
  return entries.map((entry) => entryValue(entry, field.items));
}

/** What `outer[a][b][c]` says inside of `outer`: its member `a`, and the rest as it stands, `[b][c]`. */
interface NestedEntry {
  key: string;
  rest: string;
  entry: FormEntry;
}

function inside(outer: string, entry: FormEntry): NestedEntry[] {
  const [, key, rest = ''] = /^\[([^[\]]*)\]((?:\[[^[\]]*\])*)$/.exec(entry.name.slice(outer.length)) ?? [];
  return key === undefined ? [] : [{ key, rest, entry }];
}

function nestedValue(nested: readonly NestedEntry[], field: FieldShape): Json {
  if (!field.types.has('array')) {
    const members = nested.map(({ key, rest, entry }) => ({ ...entry, name: key + rest }));
    return formValue(members, field.fields());
  }
  // `items[]` is a new item each time; `items[0][id]` and `items[0][name]` are members of one.
  const items = Map.groupBy(nested, ({ key }, index) => (key === '' ? index : key));
  return [...items.values()].map((group) => itemValue(group, field));
}

function itemValue(group: readonly NestedEntry[], field: FieldShape): Json {
  const [only] = group;
  if (only?.rest === '') return entryValue(only.entry, field.items);
  const members = group.map(({ rest, entry }) => ({ ...entry, name: rest.replace(/^\[([^[\]]*)\]/, '$1') }));
  return formValue(members, field.fields());
}

function entryValue({ value, mediaType, booleans = words }: FormEntry, types: ReadonlySet<string>): Json {
  if (types.has('boolean') && Object.values(booleans).includes(value)) return value === booleans.true;
  if ((types.has('integer') || types.has('number')) && isNumber(value)) return Number(value);
  const mayBeJson = types.has('object') || types.has('array') || isJson(mediaType ?? '');
  return mayBeJson && !types.has('string') ? parsedOrText(value) : value;
}

const words: FormBooleans = { true: 'true', false: 'false' };

/** The grammar of RFC 8259 section 6, so that `007`, `0x1F` and an empty text remain text. */
function isNumber(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

function parsedOrText(text: string): Json {
  try {
    return parseJsonText(text);
  } catch {
    return text;
  }
}
