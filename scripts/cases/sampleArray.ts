import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { branches, type SchemaPart, subschema } from '../validate/schemaParts.ts';
import { different } from './different.ts';
import type { Sampling } from './sampling.ts';

/** More items are not made, whatever a schema asks for. */
const most = 200;

/** As many items as the limits ask for; at least one where everything is filled in. */
export function sampleArray(sampling: Sampling, parts: SchemaPart[], keywords: JsonObject): Json[] {
  const { minItems, maxItems, minContains = 1, uniqueItems } = keywords;
  const prefix = parts.flatMap((part) => branches(part, 'prefixItems'));
  const [items] = parts.flatMap((part) => subschema(part, 'items') ?? []);
  const [contains] = parts.flatMap((part) => subschema(part, 'contains') ?? []);
  const contained = contains && typeof minContains === 'number' ? minContains : 0;
  // One item of each schema.
  const all = prefix.length + (isObject(items?.schema) || prefix.length === 0 ? 1 : 0);
  const wanted = sampling.extent === 'maximal' ? all : 0;
  const least = Math.max(typeof minItems === 'number' ? minItems : 0, wanted, contained);
  const count = Math.min(least, typeof maxItems === 'number' ? maxItems : least, most);
  const list: Json[] = [];
  for (let index = 0; index < count; index += 1) {
    // What must be contained stands behind the places that have a schema of their own.
    const place = prefix[index] ?? (index >= count - contained ? contains : items);
    const item = place ? sampling.make(sampling, place) : 'fake';
    if (item === undefined) break;
    list.push(uniqueItems === true ? different(item, list, place?.schema) : item);
  }
  return list;
}
