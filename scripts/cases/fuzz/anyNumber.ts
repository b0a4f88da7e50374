import fc, { type Arbitrary } from 'fast-check';
import type { JsonObject } from '../../model/json.ts';

/** Where a document states no bound; an integer without a format is not asked to be larger than most columns are. */
const usualBounds = { integer: 2 ** 31 - 1, int64: Number.MAX_SAFE_INTEGER, number: 1_000_000 };

/** Numbers within their bounds: integers, multiples, or decimals. `undefined` where there are none. */
export function anyNumber(keywords: JsonObject, type: 'integer' | 'number'): Arbitrary<number> | undefined {
  const { lowest, highest } = boundsOf(keywords, type);
  const step = stepOf(keywords, type) ?? decimalStep(highest - lowest);
  const allowed = (value: number) =>
    !(value <= numberOr(keywords.exclusiveMinimum, Number.NEGATIVE_INFINITY)) &&
    !(value >= numberOr(keywords.exclusiveMaximum, Number.POSITIVE_INFINITY));
  let min = Math.ceil(exact(lowest / step));
  let max = Math.floor(exact(highest / step));
  if (!allowed(exact(min * step))) min += 1;
  if (!allowed(exact(max * step))) max -= 1;
  if (!(min <= max) || !Number.isSafeInteger(min) || !Number.isSafeInteger(max)) return undefined;
  // `-0` is written as `0`: what is sent is what is judged.
  return fc.integer({ min, max }).map((count) => exact(count * step) + 0);
}

function boundsOf(keywords: JsonObject, type: 'integer' | 'number') {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, format } = keywords;
  const usual = usualBounds[format === 'int64' ? 'int64' : type];
  const low = Math.max(
    numberOr(minimum, Number.NEGATIVE_INFINITY),
    numberOr(exclusiveMinimum, Number.NEGATIVE_INFINITY),
  );
  const high = Math.min(
    numberOr(maximum, Number.POSITIVE_INFINITY),
    numberOr(exclusiveMaximum, Number.POSITIVE_INFINITY),
  );
  const lowest = Number.isFinite(low) ? low : Math.min(-usual, Number.isFinite(high) ? high - 1000 : 0);
  const highest = Number.isFinite(high) ? high : Math.max(usual, lowest + 1000);
  return { lowest, highest };
}

function stepOf({ multipleOf }: JsonObject, type: 'integer' | 'number'): number | undefined {
  const step = typeof multipleOf === 'number' && multipleOf > 0 ? multipleOf : undefined;
  if (type === 'number' || step === undefined) return type === 'integer' ? 1 : step;
  if (Number.isInteger(step)) return step;
  // Of 0.5 every integer is a multiple; of 1.5 every third.
  const count = [1, 2, 3, 4, 5, 10, 100, 1000].find((one) => Number.isInteger(exact(one * step)));
  return count === undefined ? 1 : exact(count * step);
}

function decimalStep(span: number): number {
  return span >= 1 ? 0.01 : 0.000_001;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

/** Without the noise of binary fractions: 0.3, not 0.30000000000000004. */
function exact(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(12));
}
