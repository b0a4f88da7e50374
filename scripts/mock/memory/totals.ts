import { isObject } from '../../json/pointer.ts';
import type { Json } from '../../model/json.ts';

const ofAll = /^(total|total_?(count|items|results|elements|records)|count|num_?found)$/i;

/** What surrounds a list, with the number of its items on all pages in the members that are called so. */
export function withTotal(around: Json, total: number): Json {
  if (!isObject(around)) return around;
  const members = Object.entries(around).map(([name, value]): [string, Json] => [
    name,
    typeof value === 'number' && ofAll.test(name) ? total : withTotal(value, total),
  ]);
  return Object.fromEntries(members);
}
