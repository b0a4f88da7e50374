import type { Json } from '../model/json.ts';
import { type SchemaPart, typesOf } from '../validate/schemaParts.ts';

export type NumberLimit = 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum';

interface Edges {
  inside: number[];
  outside: number[];
}

/**
 * The numbers on both sides of a bound, one step apart: the next multiple, the next integer, or one unit in the bound's
 * last decimal place.
 */
export function numbersAt(keyword: NumberLimit, limit: number, parts: SchemaPart[]): Edges {
  const isLower = keyword === 'minimum' || keyword === 'exclusiveMinimum';
  const isExclusive = keyword === 'exclusiveMinimum' || keyword === 'exclusiveMaximum';
  const step = stepOf(parts);
  const inwards = (isLower ? 1 : -1) * (step ?? unitOf(limit));
  // The bound itself, or the first multiple beyond it.
  const edge = step === undefined ? limit : (isLower ? Math.ceil : Math.floor)(exact(limit / step)) * step;
  const inside = isExclusive && edge === limit ? edge + inwards : edge;
  // Between two bounds that are close together there may be room for a smaller step only.
  const closer =
    isExclusive && step === undefined ? [0.1, 0.01, 0.001].map((part) => limit + part * inwards) : [];
  return { inside: [inside, ...closer].map(exact), outside: [exact(inside - inwards)] };
}

/** A multiple that is not there yet; a number between two of them. */
export function multiples(value: Json, step: number): Edges {
  const near = typeof value === 'number' ? Math.round(value / step) * step : step;
  const away = [0.5, 1 / step, unitOf(step) / step].filter((part) => part < 1);
  return {
    inside: [1, -1, 2, -2].map((count) => exact(near + count * step)),
    outside: away.flatMap((part) => [exact(near + part * step), exact(near - part * step)]),
  };
}

/** What an integer, or a multiple, is apart from the next; `undefined` where numbers are dense. */
function stepOf(parts: SchemaPart[]): number | undefined {
  const steps = parts.map(({ schema }) => schema.multipleOf).filter((one) => typeof one === 'number');
  if (steps.length > 0) return Math.max(...steps);
  return typesOf(parts).includes('integer') && !typesOf(parts).includes('number') ? 1 : undefined;
}

/** 1 of `5`, 0.01 of `0.25`. */
function unitOf(limit: number): number {
  const [, decimals = ''] = /\.(\d+)$/.exec(String(limit)) ?? [];
  return 10 ** -decimals.length;
}

/** Without the noise of binary fractions: 0.3, not 0.30000000000000004. */
function exact(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(12));
}
