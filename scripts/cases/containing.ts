import type { Json, JsonObject } from '../model/json.ts';
import { subschema } from '../validate/schemaParts.ts';
import type { CaseContext } from './context.ts';
import type { InputPlace } from './inputPlace.ts';
import { requestErrors } from './requestErrors.ts';
import { sample } from './sample.ts';
import { sampleItems } from './sampleItems.ts';

/** More items than these are not written into a generated test. */
const most = 200;
/** One of each type: among them there is what a schema does not contain. */
const others: Json[] = ['fake', 1, true, {}, [], null];

/** Lists in which so many items obey `contains`, and others, where the list needs them, do not. */
export function listsContaining(
  { parts, value }: InputPlace,
  count: number,
  { operation }: Pick<CaseContext, 'operation'>,
): Json[] {
  const { document } = operation;
  const [contains] = parts.flatMap((part) => subschema(part, 'contains') ?? []);
  if (!contains || count < 0 || count > most || !Number.isInteger(count)) return [];
  const isMeant = (item: Json) => requestErrors(document, contains, item).length === 0;
  const known = Array.isArray(value) ? value : [];
  const meant = sampleItems(document, contains, { known: known.filter(isMeant), count });
  const strangers = unlike(document, { parts, value }).filter((item) => !isMeant(item));
  const needed = Math.max(1, known.length) - count;
  const filled = strangers.map((item) => [
    ...meant,
    ...Array.from({ length: Math.max(0, needed) }, () => item),
  ]);
  return [...filled, meant].filter((list) => list.filter(isMeant).length === count);
}

/** Items that are there, one that the list's own schema allows, and one of each type. */
function unlike(document: JsonObject, { parts, value }: Pick<InputPlace, 'parts' | 'value'>): Json[] {
  const made = parts.flatMap((part) => {
    const items = subschema(part, 'items');
    return items ? [sample(document, items, 'minimal'), sample(document, items, 'maximal')] : [];
  });
  return [...(Array.isArray(value) ? value : []), ...made.filter((one) => one !== undefined), ...others];
}
