import { describe, expect, test } from 'vitest';
import { growthOf, type SizeFigures } from '../../../scripts/bench/growth/growth.ts';
import { renderGrowth } from '../../../scripts/bench/growth/renderGrowth.ts';

const startUp = { wallMs: 900, cpuMs: 1000, peakBytes: 200 * 1024 * 1024 };

/** A size at which generation costs `generate` milliseconds and a run 20 ms and 1 KiB for each operation. */
function size(operations: number, generate: (operations: number) => number): SizeFigures {
  const peakBytes = startUp.peakBytes + operations * 1024;
  return {
    operations,
    cases: operations * 15,
    generate: {
      wallMs: startUp.wallMs + generate(operations),
      cpuMs: startUp.cpuMs + 2 * generate(operations),
      peakBytes,
    },
    contract: {
      wallMs: startUp.wallMs + 20 * operations,
      cpuMs: startUp.cpuMs + 40 * operations,
      peakBytes,
    },
  };
}

const sizes = [10, 100, 1000];

describe('growthOf', () => {
  test('start-up does not count as growth: what costs the same for each operation is linear', () => {
    const { steps, factors } = growthOf(sizes.map((one) => size(one, (operations) => 8 * operations)));
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [10, 100],
      [100, 1000],
    ]);
    expect(steps.map(({ generate }) => generate)).toEqual([
      { wallMs: 8, cpuMs: 16, peakBytes: 1024 },
      { wallMs: 8, cpuMs: 16, peakBytes: 1024 },
    ]);
    expect(factors).toEqual({
      generate: { wallMs: 1, cpuMs: 1, peakBytes: 1 },
      contract: { wallMs: 1, cpuMs: 1, peakBytes: 1 },
    });
  });

  test('what is quadratic shows by the factor between the sizes', () => {
    const { factors } = growthOf(sizes.map((one) => size(one, (operations) => operations ** 2)));
    expect(factors?.generate.wallMs).toBe(10);
    expect(factors?.contract.wallMs).toBe(1);
  });

  test.each([
    { given: [10], steps: 0 },
    { given: [10, 100], steps: 1 },
  ])('of $given there is nothing to compare', ({ given, steps }) => {
    const growth = growthOf(given.map((one) => size(one, () => 1)));
    expect(growth.steps).toHaveLength(steps);
    expect(growth.factors).toBeUndefined();
  });
});

test('renderGrowth shows sizes, what an operation more costs, and whether that stays the same', () => {
  const growth = growthOf(sizes.map((one) => size(one, (operations) => 8 * operations)));
  expect(renderGrowth(growth)).toBe(
    [
      'Growth: time, time of a processor, and peak memory, of all processes together',
      'operations   cases  generate     cpu   memory  contract     cpu   memory',
      '10             150     1.0 s   1.2 s  200 MiB     1.1 s   1.4 s  200 MiB',
      '100          1,500     1.7 s   2.6 s  200 MiB     2.9 s   5.0 s  200 MiB',
      '1,000       15,000     8.9 s  17.0 s  201 MiB    20.9 s  41.0 s  201 MiB',
      '',
      'for each operation more               generate      cpu  memory  contract      cpu  memory',
      '10 → 100                               8.00 ms  16.0 ms   1 KiB   20.0 ms  40.0 ms   1 KiB',
      '100 → 1,000                            8.00 ms  16.0 ms   1 KiB   20.0 ms  40.0 ms   1 KiB',
      'last by the one before (1 is linear)    × 1.00   × 1.00  × 1.00    × 1.00   × 1.00  × 1.00',
    ].join('\n'),
  );
});

test('renderGrowth of one size has no steps', () => {
  expect(renderGrowth(growthOf([size(10, () => 1)])).split('\n')).toHaveLength(3);
});
