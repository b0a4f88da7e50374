import type { JsonObject } from '../model/json.ts';

/** A number within `minimum`, `maximum`, their exclusive forms and `multipleOf`; 1 where nothing is stated. */
export function sampleNumber(keywords: JsonObject, type: 'integer' | 'number'): number {
  const step = numberOr(keywords.multipleOf, type === 'integer' ? 1 : 0);
  const lowest = lowerBound(keywords, step || 1);
  const highest = upperBound(keywords, step || 1);
  const wanted = Math.min(Math.max(1, lowest), highest);
  if (step === 0) return wanted;
  const up = Math.ceil(wanted / step) * step;
  return up <= highest ? up : Math.floor(wanted / step) * step;
}

function lowerBound({ minimum, exclusiveMinimum }: JsonObject, step: number): number {
  const above = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + step : Number.NEGATIVE_INFINITY;
  return Math.max(numberOr(minimum, Number.NEGATIVE_INFINITY), above);
}

function upperBound({ maximum, exclusiveMaximum }: JsonObject, step: number): number {
  const below = typeof exclusiveMaximum === 'number' ? exclusiveMaximum - step : Number.POSITIVE_INFINITY;
  return Math.min(numberOr(maximum, Number.POSITIVE_INFINITY), below);
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
