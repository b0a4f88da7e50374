import { isObject } from '../../json/pointer.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { FormShape } from '../../validate/formShape.ts';
import type { StoredRecord } from './storedRecord.ts';
import { timestamps } from './timestamps.ts';

interface Representing {
  /** The document's example of such an answer. */
  example: Json;
  /** The members that its schema describes. */
  shape: FormShape;
  /** What requests could have said of it. */
  sayable: ReadonlySet<string>;
  /** Whether the example tells of this very record. */
  isOwn: boolean;
  /** Names of the members that the answer's schema has something against; `''` for the whole. */
  faults(value: Json): ReadonlySet<string>;
}

/**
 * A record as an operation shows it: what is known of it in place of the example's members, as far as the schema allows.
 * What the server sets itself, by the document, stays as in the example; what a request could have said and did not is left
 * out, or `null`, or, where the schema has neither, as in the example.
 */
export function represent(record: StoredRecord, representing: Representing): Json {
  const { example, faults } = representing;
  if (!isObject(example)) return example;
  const choices = memberChoices(record, example, representing);
  let value = pick(choices);
  // Each round gives up a first choice somewhere, so that it ends.
  for (let wrong = faults(value); wrong.size > 0; wrong = faults(value)) {
    const stuck = [...choices].filter(
      ([name, left]) => left.length > 1 && (wrong.has(name) || wrong.has('')),
    );
    if (stuck.length === 0) return example;
    for (const [, left] of stuck) left.shift();
    value = pick(choices);
  }
  return value;
}

/** Of each member what may stand there, the best first, with the example's value as the last; `undefined` leaves it out. */
function memberChoices(
  record: StoredRecord,
  example: JsonObject,
  { shape, sayable, isOwn }: Representing,
): Map<string, (Json | undefined)[]> {
  const members = { ...timestamps(example, record, sayable), ...record.members };
  const names = new Set([...Object.keys(example), ...Object.keys(members).filter((name) => shape.has(name))]);
  return new Map(
    [...names].map((name) => {
      const shown = example[name];
      const known = members[name];
      if (known !== undefined) return [name, [...spellings(known), shown]];
      return [name, isOwn || !sayable.has(name) ? [shown] : [undefined, null, shown]];
    }),
  );
}

function pick(choices: ReadonlyMap<string, readonly (Json | undefined)[]>): JsonObject {
  const members = [...choices].map(([name, [first]]) => [name, first] as const);
  return Object.fromEntries(members.filter((one): one is readonly [string, Json] => one[1] !== undefined));
}

/** A value, and what it may be called in an answer: numbers, text and booleans are often one for the other in forms. */
function spellings(value: Json): Json[] {
  if (typeof value === 'number') return [value, String(value)];
  if (typeof value === 'boolean') return [value, value ? 1 : 0, String(value)];
  if (typeof value !== 'string' || value.trim() === '') return [value];
  const number = Number(value);
  return Number.isFinite(number)
    ? [value, number, ...(number === 0 || number === 1 ? [number === 1] : [])]
    : [value];
}
