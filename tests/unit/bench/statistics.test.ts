import { describe, expect, test } from 'vitest';
import { rotated, spreadOf } from '../../../scripts/bench/statistics.ts';

describe('spreadOf', () => {
  test.each([
    { values: [3], want: { median: 3, min: 3, max: 3 } },
    { values: [9, 1, 2], want: { median: 2, min: 1, max: 9 } },
    { values: [4, 1, 3, 2], want: { median: 2.5, min: 1, max: 4 } },
    { values: [10, 9, 100], want: { median: 10, min: 9, max: 100 } },
  ])('of $values', ({ values, want }) => {
    expect(spreadOf(values)).toEqual(want);
  });

  test('leaves its input alone, and has none of nothing', () => {
    const values = [3, 1, 2];
    spreadOf(values);
    expect(values).toEqual([3, 1, 2]);
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});

test.each([
  { by: 0, want: ['a', 'b', 'c'] },
  { by: 1, want: ['b', 'c', 'a'] },
  { by: 5, want: ['c', 'a', 'b'] },
])('rotated by $by', ({ by, want }) => {
  expect(rotated(['a', 'b', 'c'], by)).toEqual(want);
  expect(rotated([], by)).toEqual([]);
});
