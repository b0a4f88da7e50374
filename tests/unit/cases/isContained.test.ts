import { expect, test } from 'vitest';
import { isContained } from '../../../scripts/cases/isContained.ts';
import type { Json } from '../../../scripts/model/json.ts';

const made = { name: 'Pat', tags: ['a', 'b'], place: { room: 4, floor: 2 } };

test.each<[Json, Json | undefined, boolean]>([
  ['Pat', 'Pat', true],
  ['Pat', 'pat', false],
  [null, undefined, false],
  [{}, made, true],
  [{ place: { room: 4 } }, made, true],
  [{ place: { room: 5 } }, made, false],
  [{ place: { door: 1 } }, made, false],
  [['b'], ['a', 'b'], true],
  [['c'], ['a', 'b'], false],
  [{ tags: ['a'] }, made, true],
  ['a', ['a'], false],
])('%j in %j: %s', (value, other, want) => {
  expect(isContained(value, other)).toBe(want);
});
