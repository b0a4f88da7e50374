import { describe, expect, test } from 'vitest';
import { cannonRequest, partOf } from '../../../scripts/bench/rates/load.ts';
import { combined } from '../../../scripts/bench/runMeasured.ts';

describe('combined', () => {
  const idle = { requests: 0, firstAt: 0, lastAt: 0 };

  test('adds memory up, and spans what was served by whichever process', () => {
    const processes = [
      { pid: 1, peakBytes: 100, cpuMs: 3, served: { requests: 7, firstAt: 5000, lastAt: 6000 } },
      { pid: 2, peakBytes: 50, cpuMs: 4, served: idle },
      { pid: 3, peakBytes: 20, cpuMs: 5, served: { requests: 2, firstAt: 5500, lastAt: 6500 } },
    ];
    expect(combined(processes)).toEqual({ servingMs: 1500, requests: 9, peakBytes: 170, cpuMs: 12 });
  });

  test('where nothing was served, no time was', () => {
    const processes = [{ pid: 1, peakBytes: 100, cpuMs: 3, served: idle }];
    expect(combined(processes)).toEqual({ servingMs: 0, requests: 0, peakBytes: 100, cpuMs: 3 });
  });
});

describe('partOf', () => {
  test.each([
    { length: 10, count: 3 },
    { length: 32, count: 32 },
    { length: 1569, count: 32 },
  ])('$count parts of $length items are all of them, once', ({ length, count }) => {
    const items = Array.from({ length }, (_, index) => index);
    const parts = Array.from({ length: count }, (_, index) => partOf(items, index, count));
    expect(parts.flat()).toEqual(items);
  });

  test('with fewer items than connections, none has nothing to ask for', () => {
    expect([0, 1, 2].map((index) => partOf(['a', 'b'], index, 3))).toEqual([['a'], ['b'], ['a']]);
  });
});

test('a request is replayed with its query and its bytes', () => {
  const url = 'http://127.0.0.1:1/clinic/images?a=1&b=%20';
  const body = new Uint8Array([0, 255]);
  expect(cannonRequest({ method: 'POST', url, headers: { accept: '*/*' }, body })).toEqual({
    method: 'POST',
    path: '/clinic/images?a=1&b=%20',
    headers: { accept: '*/*' },
    body: Buffer.from([0, 255]),
  });
});
