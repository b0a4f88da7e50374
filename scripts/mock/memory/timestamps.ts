import type { Json, JsonObject } from '../../model/json.ts';
import type { StoredRecord } from './storedRecord.ts';

const ofCreation = /^(created|creation|inserted|registered|uploaded|issued)/i;
const ofChange = /^(updated|modified|changed|last_?(updated|modified|changed))/i;

/** Forms in which documents write a moment, with the part of `toISOString()` that is written so. */
const forms: [form: RegExp, write: (iso: string) => string][] = [
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, (iso) => iso],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/, (iso) => iso.replace('Z', '000Z')],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, (iso) => `${iso.slice(0, 19)}Z`],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:?00$/, (iso) => `${iso.slice(0, 19)}+00:00`],
  [/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, (iso) => iso.slice(0, 19).replace('T', ' ')],
];

/**
 * The moments that a server sets itself, by their names and in the form that the example has. What requests can say is theirs.
 */
export function timestamps(
  example: JsonObject,
  { createdAt, changedAt = createdAt }: Pick<StoredRecord, 'createdAt' | 'changedAt'>,
  sayable: ReadonlySet<string>,
): JsonObject {
  const moved = Object.entries(example).flatMap(([name, value]): [string, Json][] => {
    const moment = ofChange.test(name) ? changedAt : ofCreation.test(name) ? createdAt : undefined;
    const written = moment === undefined || sayable.has(name) ? undefined : momentLike(value, moment);
    return written === undefined ? [] : [[name, written]];
  });
  return Object.fromEntries(moved);
}

function momentLike(example: Json, moment: number): Json | undefined {
  // Seconds or milliseconds since 1970.
  if (typeof example === 'number') return example > 1e11 ? moment : Math.floor(moment / 1000);
  if (typeof example !== 'string') return undefined;
  const iso = new Date(moment).toISOString();
  return forms.find(([form]) => form.test(example))?.[1](iso);
}
