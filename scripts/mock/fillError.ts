import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { FieldShape, FormShape } from '../validate/formShape.ts';
import type { Flaw } from './flaw.ts';

/** Why a request is refused, as an error answer tells it. */
export interface Complaint {
  sentence: string;
  flaws: readonly Flaw[];
}

/** Names of members that hold a sentence for people, the most likely first (RFC 6749 section 5.2, RFC 9457 section 3.1). */
const sentences = ['error_description', 'message', 'detail', 'error_message', 'errorMessage', 'msg'];
/** Those that may as well hold a word for programs: they are sentences where the example is one. */
const words = ['error', 'title', 'reason', 'description'];
const holders = new Set(['error', 'errors', 'problem', 'fault', 'details', 'violations', 'issues', 'data']);
const fields = ['field', 'fieldName', 'field_name', 'property', 'parameter', 'param', 'attribute'];
/** Of an item of a list; an error as a whole means something else by these. */
const fieldsOfItems = [...fields, 'name', 'path', 'pointer', 'loc'];

/**
 * An error answer's example, with the fields and sentences of this request in place of its own: by the names that the
 * schema describes and the form that the example has. What else it holds stays.
 * @param shape the members that the schema describes
 */
export function fillError(example: Json, shape: FormShape, complaint: Complaint): Json {
  return isObject(example) ? filledObject(example, shape, { ...complaint, fields }) : example;
}

interface Filling extends Complaint {
  /** Names that a member with the field's name may have. */
  fields: readonly string[];
}

function filledObject(example: JsonObject, shape: FormShape, filling: Filling): JsonObject {
  const own = Object.entries(example).filter(([name]) => shape.has(name));
  const said = sentenceMember(own);
  const isTold = own.some(([, value]) => isList(value) || isMap(value));
  const filled = own.map(([name, value]): [string, Json] => {
    if (name === said) return [name, isTold ? summary(filling) : filling.sentence];
    const [flaw] = filling.flaws;
    if (said !== undefined && flaw && filling.fields.includes(name)) return [name, placeLike(value, flaw)];
    const field = shape.get(name);
    return [name, field && holders.has(name) ? filledMember(value, field, filling) : value];
  });
  return { ...example, ...Object.fromEntries(filled) };
}

function sentenceMember(members: readonly [string, Json][]): string | undefined {
  const texts = members.filter(([, value]) => typeof value === 'string') as [string, string][];
  const known = sentences.find((name) => texts.some(([other]) => other === name));
  const isSentence = (name: string) =>
    texts.some(([other, text]) => other === name && /\s/.test(text.trim()));
  return known ?? words.find(isSentence);
}

function filledMember(value: Json, field: FieldShape, filling: Filling): Json {
  const inner = field.fields();
  if (isMap(value) && inner.size === 0) return mapOf(value, filling.flaws);
  if (isList(value)) return listOf(value, inner, filling);
  return isObject(value) ? filledObject(value, inner, filling) : value;
}

/** `{name: [sentence]}` or `{name: sentence}`, as the example has it. */
function mapOf(example: JsonObject, flaws: readonly Flaw[]): JsonObject {
  const isOfLists = Array.isArray(Object.values(example)[0]);
  return Object.fromEntries(
    flaws.map(({ field, sentence }) => [field, isOfLists ? [sentence] : sentence] as [string, Json]),
  );
}

/** `[{field, message}]` or `[sentence]`, as the example has it. */
function listOf([first]: Json[], inner: FormShape, filling: Filling): Json[] {
  const { flaws, sentence } = filling;
  const told = flaws.length > 0 ? flaws : [{ field: '', sentence }];
  if (typeof first === 'string') return told.map((flaw) => flaw.sentence);
  if (!isObject(first)) return [];
  return told.map((flaw) =>
    filledObject(first, inner, {
      sentence: flaw.sentence,
      flaws: [flaw],
      fields: fieldsOfItems,
    }),
  );
}

function summary({ sentence, flaws }: Complaint): string {
  const [first, ...others] = flaws;
  if (!first || others.length === 0) return first?.sentence ?? sentence;
  return `${first.sentence} (and ${others.length} more ${others.length === 1 ? 'error' : 'errors'})`;
}

/** The field's name, written as the example's is: a JSON pointer, a list of names, or names with dots. */
function placeLike(example: Json, { field }: Flaw): Json {
  if (Array.isArray(example)) return field.split('.');
  if (typeof example === 'string' && example.startsWith('/')) return `/${field.replaceAll('.', '/')}`;
  return field;
}

/** Names that are nobody's in particular, each with a sentence or several. */
function isMap(value: Json): value is JsonObject {
  if (!isObject(value)) return false;
  const members = Object.values(value);
  return members.length > 0 && members.every((one) => typeof one === 'string' || isTexts(one));
}

function isTexts(value: Json): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}

function isList(value: Json): value is Json[] {
  return Array.isArray(value) && value.length > 0;
}
