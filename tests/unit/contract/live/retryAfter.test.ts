import { expect, test } from 'vitest';
import { retryAfter } from '../../../contract/live/retryAfter.ts';

const now = Date.UTC(2026, 10, 22, 8, 0, 0);
const date = 'Sun, 22 Nov 2026 07:59:00 GMT';

test.each<[name: string, fields: Record<string, string>, want: number | undefined]>([
  ['nothing', {}, undefined],
  ['seconds', { 'retry-after': '120' }, 120_000],
  ['no second', { 'retry-after': '0' }, 0],
  ['more than any number', { 'retry-after': '9'.repeat(400) }, Number.POSITIVE_INFINITY],
  ['a date', { 'retry-after': 'Sun, 22 Nov 2026 08:00:07 GMT' }, 7000],
  ['a date by the clock of the server', { 'retry-after': 'Sun, 22 Nov 2026 08:00:07 GMT', date }, 67_000],
  ['a date of RFC 850', { 'retry-after': 'Sunday, 22-Nov-26 08:00:07 GMT' }, 7000],
  ['a date of asctime', { 'retry-after': 'Sun Nov 22 08:00:07 2026' }, 7000],
  ['a date that is past', { 'retry-after': 'Sun, 22 Nov 2026 07:00:00 GMT' }, 0],
  ['less than nothing', { 'retry-after': '-1' }, undefined],
  ['a fraction', { 'retry-after': '1.5' }, undefined],
  ['a local date', { 'retry-after': '2026-11-22' }, undefined],
  ['words', { 'retry-after': 'tomorrow' }, undefined],
])('%s', (_, fields, want) => {
  const headers = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
  expect(retryAfter(headers, now)).toBe(want);
});
