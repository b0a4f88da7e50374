import { isObject, joinPointer } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import { valuesBeside } from './badFormat.ts';
import { ambiguous, denied } from './forbidden.ts';
import type { InputPlace } from './inputPlace.ts';
import { limitsIn, tightest } from './limits.ts';
import { anotherValue, listed } from './notInEnum.ts';
import { requestErrors } from './requestErrors.ts';
import type { StatementView } from './statementView.ts';
import { viewedPlace } from './viewedPlace.ts';
import { isSendable, otherReadings } from './wireText.ts';
import { wrongValues } from './wrongType.ts';

/** These may break what else is said of the same value: whatever is of another type does. */
const notAlone = new Set(['type', 'enum', 'const']);

/**
 * Whether a value is known that breaks a keyword and nothing beside it, that can be sent, and that is refused however it
 * is read; judged by the schemas of that value alone, without any request around it. True of what no value is made for.
 */
export function canBreakAlone(view: StatementView): boolean {
  const place = viewedPlace(view);
  const values = place && valuesFor(view, place);
  if (!place || !values) return true;
  const contentType = view.media?.name;
  return values.some(
    (value) =>
      isSendable({ place, value, contentType }) &&
      breaksAlone(view, value) &&
      otherReadings(place, value).every((reading) => errorsOf(view, reading).length > 0),
  );
}

function valuesFor(view: StatementView, place: InputPlace): Json[] | undefined {
  const { keyword, part, operation } = view;
  const rule = part?.schema[keyword];
  if (!part || rule === undefined) return undefined;
  if (keyword === 'type') return place.asText ? wrongValues.slice(0, 1) : wrongValues;
  if (keyword === 'enum' || keyword === 'const') {
    const other = anotherValue(listed(part.schema));
    return other === undefined ? [] : [other];
  }
  if (keyword === 'not') return denied({ operation }, place, part);
  if (keyword === 'oneOf') return ambiguous({ operation }, place, part);
  if (keyword === 'format' || keyword === 'pattern') return valuesBeside(place, String(rule), keyword);
  const limits = place.parts.flatMap((one) => limitsIn({ operation }, place, one));
  if (!limits.some((one) => one.keyword === keyword)) return undefined;
  const own = tightest(limits).find((one) => one.statement.pointer === joinPointer(part.pointer, keyword));
  return own?.outside ?? [];
}

function breaksAlone(view: StatementView, value: Json): boolean {
  const { keyword, part } = view;
  const told = keyword === 'minContains' || keyword === 'maxContains' ? 'contains' : keyword;
  const errors = errorsOf(view, value);
  const isOwn = errors.some(
    ({ documentPointer }) => documentPointer === joinPointer(part?.pointer ?? '', told),
  );
  const isAlone = errors.every(
    (error) => error.valuePointer === '' && (notAlone.has(keyword) || error.keyword === told),
  );
  return isOwn && isAlone;
}

function errorsOf({ operation, places }: StatementView, value: Json) {
  return places.flatMap((place) => {
    const errors = requestErrors(operation.document, place, value);
    // That the branch around is not taken either goes without saying.
    return places.length > 1 && isObject(place.schema)
      ? errors.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'oneOf')
      : errors;
  });
}
