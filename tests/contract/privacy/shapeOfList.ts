import type { Json } from '../../../scripts/model/json.ts';

/** Of more items the first are told. */
const mostItems = 100;
/** Of these, as many that differ. */
const mostShapes = 5;

/** The items of a list; those that are alike once, and how many more there are. */
export function uniqueItems(
  items: Json[],
  shape: (item: Json, index: number) => Json,
  { keepsAll }: { keepsAll: boolean },
): Json[] {
  const shapes = items.slice(0, mostItems).map(shape);
  const told = keepsAll ? shapes : differing(shapes).slice(0, mostShapes);
  const more = items.length - told.length;
  return more > 0 ? [...told, `<${more} more item${more === 1 ? '' : 's'}>`] : told;
}

function differing(shapes: Json[]): Json[] {
  return [...new Map(shapes.map((one) => [JSON.stringify(one), one])).values()];
}
