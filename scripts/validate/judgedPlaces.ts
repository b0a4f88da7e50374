import { joinPointer } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { judgedMembers, type Member } from './judgedMembers.ts';
import { judges } from './judgedTypes.ts';
import { createJudging } from './judging.ts';
import { obeyedParts } from './obeyedParts.ts';

/** How many values of one are looked at: what comes after them is like what came before. */
const mostValues = 10_000;

/**
 * The JSON pointers of everything that judges a value: the schema itself, those of its members, and their keywords (of
 * `required`, its entries); some of them more than once. Of a branch only what judges a value that obeys it. As deep as
 * the value goes, which is where recursion ends.
 */
export function* judgedPlaces(document: JsonObject, place: SchemaPlace, value: Json): Generator<string> {
  const judging = createJudging(document);
  const open: Member[] = [{ places: [place], value }];
  for (let looked = 0, next = open.pop(); next && looked < mostValues; looked += 1, next = open.pop()) {
    for (const { pointer } of next.places) yield pointer;
    const parts = obeyedParts(judging, next.places, next.value);
    for (const { schema, pointer } of parts) yield* judgedKeywords(schema, pointer, next.value);
    for (const member of judgedMembers(judging, parts, next.value)) open.push(member);
  }
}

function* judgedKeywords(schema: JsonObject, pointer: string, value: Json): Generator<string> {
  for (const keyword of Object.keys(schema)) {
    if (!judges(schema, keyword, value)) continue;
    if (keyword === 'required') yield* entries(joinPointer(pointer, keyword), schema.required);
    else yield joinPointer(pointer, keyword);
  }
}

function* entries(pointer: string, names: Json | undefined): Generator<string> {
  if (!Array.isArray(names)) return;
  for (const index of names.keys()) yield `${pointer}/${index}`;
}
