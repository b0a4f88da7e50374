import { placeBelow } from '../json/placeBelow.ts';
import { isObject, member } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { branches, type SchemaPart, subschema } from '../validate/schemaParts.ts';
import { conditionWords } from './conditionWords.ts';
import { constantsOf } from './constantsOf.ts';
import { different } from './different.ts';
import type { InputPlace } from './inputPlace.ts';
import { requestErrors } from './requestErrors.ts';
import { repairedValue, sample, sampleChoices } from './sample.ts';

/** One branch that an input may take, of `oneOf`, `anyOf` or `if`. */
export interface Choice {
  /** In the document; each branch is tried out once, wherever it is used. */
  pointer: string;
  /** `as Dog`, `when role is dentist` */
  name: string;
  /** The keyword that has the branch. */
  keyword: SchemaPart;
  isTaken(value: Json): boolean;
  /** Values that may take it, the best first. */
  candidates(): Json[];
}

/** Every branch that an input may take. */
export function choicesOf(document: JsonObject, place: InputPlace): Choice[] {
  return place.parts.flatMap((part) => [
    ...branchChoices(document, place, { part, keyword: 'oneOf' }),
    ...branchChoices(document, place, { part, keyword: 'anyOf' }),
    ...conditionChoices(document, place, part),
  ]);
}

function branchChoices(
  document: JsonObject,
  place: InputPlace,
  { part, keyword }: { part: SchemaPart; keyword: 'oneOf' | 'anyOf' },
): Choice[] {
  const all = branches(part, keyword);
  const obeys = (branch: SchemaPlace, value: Json) => requestErrors(document, branch, value).length === 0;
  return all.map((branch, index) => ({
    pointer: branch.pointer,
    name: nameOf(document, branch) ?? `as ${keyword} ${index + 1}`,
    keyword: at(part, keyword),
    // What obeys another branch of `anyOf` as well cannot break this one alone.
    isTaken: (value) => all.every((one) => obeys(one, value) === (one === branch)),
    candidates: () => {
      const own = [sample(document, branch, 'minimal'), ...sampleChoices(document, branch, 'maximal')];
      const made = own.filter((one) => one !== undefined);
      return [
        ...samplesOf(document, place.schema),
        ...made.flatMap((one) => beside(place.value, one)),
        ...made.map((one) => repairedValue(document, place.schema, one)),
      ];
    },
  }));
}

const sampled = new WeakMap<JsonObject, Map<string, Json[]>>();

/** Values of every branch, made once for all of them. */
function samplesOf(document: JsonObject, schema: SchemaPlace): Json[] {
  const known = sampled.get(document) ?? new Map<string, Json[]>();
  sampled.set(document, known);
  const values = known.get(schema.pointer) ?? [
    ...sampleChoices(document, schema),
    ...sampleChoices(document, schema, 'maximal'),
  ];
  known.set(schema.pointer, values);
  return values;
}

function nameOf(document: JsonObject, branch: SchemaPlace): string | undefined {
  const { $ref: reference, title } = isObject(branch.schema) ? branch.schema : {};
  const name = typeof reference === 'string' ? reference.slice(reference.lastIndexOf('/') + 1) : title;
  const isPlain = typeof name === 'string' && /^[\w.-]{1,60}$/.test(name);
  return isPlain ? `as ${name}` : conditionWords(document, branch);
}

function conditionChoices(document: JsonObject, place: InputPlace, part: SchemaPart): Choice[] {
  const condition = subschema(part, 'if');
  if (!condition || !isObject(place.value)) return [];
  const constants = constantsOf(document, condition);
  const holds = (value: Json) => requestErrors(document, condition, value).length === 0;
  const words = conditionWords(document, condition);
  return (['then', 'else'] as const).flatMap((keyword) => {
    const branch = subschema(part, keyword);
    if (!branch || !isObject(branch.schema)) return [];
    return {
      pointer: branch.pointer,
      name: words && keyword === 'then' ? words : `by ${keyword}`,
      keyword: at(part, 'if'),
      isTaken: (value) => isObject(value) && holds(value) === (keyword === 'then'),
      candidates: () =>
        changed(place.value as JsonObject, constants, keyword).flatMap((value) => [
          value,
          repairedValue(document, place.schema, value),
        ]),
    };
  });
}

/** With what a condition asks for; or without it, or otherwise. */
function changed(value: JsonObject, constants: JsonObject, keyword: 'then' | 'else'): JsonObject[] {
  if (keyword === 'then') return [{ ...value, ...constants }];
  const names = Object.keys(constants);
  const others = names.map((name) => [name, different(member(value, name) ?? '', [constants[name] ?? null])]);
  const without = Object.entries(value).filter(([name]) => !names.includes(name));
  return [{ ...value, ...Object.fromEntries(others) }, Object.fromEntries(without)];
}

function beside(value: Json, other: Json): Json[] {
  return isObject(value) && isObject(other) ? [{ ...value, ...other }, other] : [other];
}

function at(part: SchemaPart, keyword: string): SchemaPart {
  return { schema: {}, ...placeBelow(part, keyword) };
}
