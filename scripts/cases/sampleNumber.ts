import type { JsonObject } from '../model/json.ts';

/** A number within `minimum`, `maximum`, their exclusive forms and `multipleOf`; 1 where nothing is stated. */
export function sampleNumber(keywords: JsonObject, type: 'integer' | 'number'): number {
  const step = numberOr(keywords.multipleOf, type === 'integer' ? 1 : 0);
  return step > 0 ? sampleMultiple(keywords, step) : sampleReal(keywords);
}

function sampleMultiple(keywords: JsonObject, step: number): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = boundsOf(keywords);
  const lowest = Math.max(minimum, exclusiveMinimum + step);
  const highest = Math.min(maximum, exclusiveMaximum - step);
  const wanted = Math.min(Math.max(1, lowest), highest);
  const up = Math.ceil(wanted / step) * step;
  return up <= highest ? up : Math.floor(wanted / step) * step;
}

/** A bound itself, where it is allowed and 1 is not; between two that are not; or one away from the only one. */
function sampleReal(keywords: JsonObject): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = boundsOf(keywords);
  const fits = (value: number) =>
    value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum;
  const away = [exclusiveMinimum + 1, exclusiveMaximum - 1];
  const between = (Math.max(minimum, exclusiveMinimum) + Math.min(maximum, exclusiveMaximum)) / 2;
  return [1, minimum, maximum, ...away, between].find(fits) ?? 1;
}

function boundsOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonObject) {
  return {
    minimum: numberOr(minimum, Number.NEGATIVE_INFINITY),
    maximum: numberOr(maximum, Number.POSITIVE_INFINITY),
    exclusiveMinimum: numberOr(exclusiveMinimum, Number.NEGATIVE_INFINITY),
    exclusiveMaximum: numberOr(exclusiveMaximum, Number.POSITIVE_INFINITY),
  };
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
