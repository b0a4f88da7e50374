import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { different } from './different.ts';
import { sample } from './sample.ts';

interface WantedItems {
  /** Those that are there. */
  known: Json[];
  count: number;
}

/** So many different items: those that are there, then ones like them. */
export function sampleItems(
  document: JsonObject,
  place: SchemaPlace | undefined,
  { known, count }: WantedItems,
): Json[] {
  const list: Json[] = [];
  const made = known.length > 0 || !place ? undefined : sample(document, place, 'minimal');
  for (let index = 0; index < count; index += 1) {
    list.push(different(known[index] ?? known[0] ?? made ?? 'fake', list, place?.schema));
  }
  return list;
}
