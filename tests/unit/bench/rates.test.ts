import { expect, test } from 'vitest';
import { type RateSamples, ratesOf } from '../../../scripts/bench/rates/rates.ts';
import { renderRates } from '../../../scripts/bench/rates/renderRates.ts';

/** Two rounds of which the second met a machine half as fast; the contract's own share of it stayed the same. */
const samples: RateSamples = {
  contractWhole: [800, 400],
  contractRunning: [2000, 1000],
  dreddWhole: [80, 40],
  dreddRunning: [250, 125],
  mockCold: [2500, 1250],
  mockWarm: [8000, 4000],
};

test('ratios are taken within a round, so that a machine that drifts hits both sides', () => {
  const { ratios, rates } = ratesOf(samples);
  expect(rates.contractWhole).toEqual({ median: 600, min: 400, max: 800 });
  expect(ratios.map(({ spread, goal }) => [spread.median, spread.min, spread.max, goal])).toEqual([
    [10, 10, 10, 10],
    [8, 8, 8, 10],
    [0.1, 0.1, 0.1, undefined],
    [0.25, 0.25, 0.25, 0.5],
    [0.8, 0.8, 0.8, 0.5],
  ]);
});

test('renderRates tells each goal and whether it is reached', () => {
  const text = renderRates(ratesOf(samples));
  expect(text).toContain('Rates: 2 rounds, median (min–max)\n');
  expect(text).toMatch(/contract: cases, while they run +1,500 \(1,000–2,000\)\n/);
  expect(text).toMatch(/contract to Dredd, start-up included +× 10\.0 \(10\.0–10\.0\) +≥ 10\.0 +reached\n/);
  expect(text).toMatch(/contract to Dredd, while cases run +× 8\.00 \(8\.00–8\.00\) +≥ 10\.0 +missed\n/);
  expect(text).toMatch(/start-up included +× 0\.100 \(0\.100–0\.100\)\n/);
});
