import fc, { type Arbitrary } from 'fast-check';
import type { Json, JsonObject } from '../../model/json.ts';
import { branches, type SchemaPart, subschema } from '../../validate/schemaParts.ts';
import type { Making } from './making.ts';

/** More than the least. */
const mostMore = 4;
/** More items are not made, whatever a schema asks for. */
const most = 100;

/** Lists within their counts: of the items that have a place of their own, of all others, of what must be contained. */
export function anyList(
  making: Making,
  parts: SchemaPart[],
  keywords: JsonObject,
): Arbitrary<Json> | undefined {
  const prefix = parts.map((part) => branches(part, 'prefixItems')).find(({ length }) => length > 0) ?? [];
  const [items] = parts.flatMap((part) => subschema(part, 'items') ?? []);
  const [contained] = parts.flatMap((part) => subschema(part, 'contains') ?? []);
  const first = prefix.map((place) => making.make(making, place));
  const rest = items ? making.make(making, items) : fc.constantFrom('fake', 'also fake');
  const held = contained && making.make(making, contained);
  // Of an empty list nothing is written as text.
  const least = Math.max(countOr(keywords.minItems, 0), making.carrier === 'json' ? 0 : 1);
  const highest = Math.min(countOr(keywords.maxItems, least + mostMore), least + mostMore, most);
  const heldCount = held ? countOr(keywords.minContains, 1) : 0;
  const lists = [first.length > 0 ? anyPrefix(first) : fc.constant([])];
  const taken = first.length + heldCount;
  if (held && heldCount > 0) lists.push(listOf(held, heldCount, heldCount));
  if (rest && highest > taken)
    lists.push(listOf(rest, Math.max(0, Math.min(least, highest) - taken), highest - taken));
  const whole = fc.tuple(...lists).map((some) => some.flat().slice(0, highest));
  return keywords.uniqueItems === true ? whole.map(unique) : whole;
}

/** Up to the first place of which nothing can be made. */
function anyPrefix(first: (Arbitrary<Json> | undefined)[]): Arbitrary<Json[]> {
  const end = first.indexOf(undefined);
  const known = (end < 0 ? first : first.slice(0, end)).filter((one) => one !== undefined);
  return fc.tuple(...known);
}

function listOf(item: Arbitrary<Json>, minLength: number, maxLength: number): Arbitrary<Json[]> {
  return fc.array(item, { minLength: Math.min(minLength, most), maxLength: Math.min(maxLength, most) });
}

function unique(list: Json[]): Json[] {
  return [...new Map(list.map((item) => [JSON.stringify(item), item])).values()];
}

function countOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? Math.min(Math.max(0, Math.ceil(value)), most) : otherwise;
}
