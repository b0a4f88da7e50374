import { expect, test } from 'vitest';
import { figure, mebibytes, spreadText } from '../../../scripts/bench/format.ts';

test.each([
  { value: 0.5123, want: '0.512' },
  { value: 1.234, want: '1.23' },
  { value: 23.44, want: '23.4' },
  { value: 1569.8, want: '1,570' },
  { value: 0, want: '0.000' },
  { value: -0.2, want: '-0.200' },
  { value: -1234.5, want: '-1,235' },
])('figure($value)', ({ value, want }) => {
  expect(figure(value)).toBe(want);
});

test('spreadText and mebibytes', () => {
  expect(spreadText({ median: 2, min: 1, max: 30 }, ' s')).toBe('2.00 s (1.00–30.0)');
  expect(mebibytes(1_500 * 1024 * 1024)).toBe('1,500 MiB');
});
