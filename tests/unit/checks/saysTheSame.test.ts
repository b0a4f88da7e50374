import { describe, expect, test } from 'vitest';
import type { Json } from '../../../scripts/model/json.ts';
import { saysTheSame } from '../../contract/checks/saysTheSame.ts';

describe('in other words', () => {
  test.each<[Json, Json]>([
    [4, '4'],
    ['4.50', 4.5],
    [1.005, '1.01'],
    [true, 1],
    [false, 'false'],
    [null, ''],
    ['', null],
    [[], null],
    ['  Ana  Example ', 'ana example'],
    ['+34 600 000 000', '+34600000000'],
    ['e\u0301', '\u00e9'],
    ['2024-05-01', '2024-05-01T00:00:00Z'],
    ['2024-05-01', '2024-04-30T22:00:00.000Z'],
    ['2024-05-01T10:00:00+02:00', '2024-05-01 08:00:00'],
    ['2024-05-01T10:00:00.123Z', '2024-05-01T10:00:00Z'],
    [
      ['a', 'b'],
      ['B', 'A', 'C'],
    ],
    [7, { id: 7, name: 'Main office' }],
    [
      [7, 8],
      [{ id: 8 }, { id: 7 }],
    ],
    [
      { a: 1, b: 2 },
      { a: '1', c: 3 },
    ],
  ])('%j is shown as %j', (sent, shown) => {
    expect(saysTheSame(sent, shown)).toBe(true);
  });
});

describe('something else', () => {
  test.each<[Json, Json]>([
    ['Ana', 'Anna'],
    [4, 5],
    [4, '4 pieces'],
    [1.5, 2],
    [10, 100],
    [true, false],
    ['Ana', null],
    ['', 'Ana'],
    ['2024-05-01', '2024-05-04T00:00:00Z'],
    ['2024-05-01', '2024-05-02'],
    ['2024-05-01T10:00:00Z', '2024-05-01T11:00:00Z'],
    [['a', 'b'], ['a']],
    [{ a: 1 }, { a: 2 }],
    [7, { id: 8 }],
  ])('%j is not %j', (sent, shown) => {
    expect(saysTheSame(sent, shown)).toBe(false);
  });
});
