import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { requiredOf, subschema } from '../validate/schemaParts.ts';
import type { CaseContext } from './context.ts';
import type { InputPlace } from './inputPlace.ts';
import { sampleItems } from './sampleItems.ts';

/** Above this a list or an object is not written into a generated test. */
const most = 201;

/** Lists of so many items: those that are there, again and again, or different ones. */
export function listsOf(
  { parts, value }: InputPlace,
  count: number,
  { operation }: Pick<CaseContext, 'operation'>,
): Json[] {
  if (count < 0 || count > most || !Number.isInteger(count)) return [];
  const known = Array.isArray(value) ? value : [];
  const [place] = parts.flatMap((part) => subschema(part, 'items') ?? []);
  const made = sampleItems(operation.document, place, { known, count });
  const repeated = Array.from({ length: count }, (_, index) => known[index % known.length] ?? 'fake');
  return [made, repeated];
}

/** Objects of so many members: the required ones, then those that are there, then invented ones. */
export function objectsOf({ parts, value }: InputPlace, count: number): Json[] {
  if (!isObject(value) || count < 0 || count > most || !Number.isInteger(count)) return [];
  const required = requiredOf(parts);
  const names = Object.keys(value).toSorted((a, b) => Number(required.has(b)) - Number(required.has(a)));
  const kept = Object.fromEntries(names.slice(0, count).map((name) => [name, value[name] ?? null]));
  const missing = count - Object.keys(kept).length;
  return [{ ...kept, ...invented(missing, value) }];
}

function invented(count: number, value: JsonObject): JsonObject {
  const names = Array.from({ length: most }, (_, index) => `extra_${index + 1}`);
  const free = names.filter((name) => !Object.hasOwn(value, name));
  // A member that nothing describes may be of any type; where all are of one, it is like those that are there.
  const [like = 'fake'] = Object.values(value);
  return Object.fromEntries(free.slice(0, Math.max(0, count)).map((name) => [name, like]));
}
