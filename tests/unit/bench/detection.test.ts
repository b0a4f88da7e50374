import { expect, test } from 'vitest';
import { renderSeeds } from '../../../scripts/bench/detection/renderSeeds.ts';
import { liveTotals, seedTotals } from '../../../scripts/bench/detection/seedTotals.ts';
import type { Detection, DetectionReport } from '../../../scripts/model/detection.ts';

const missed: Detection = {
  ...{ api: 'marina', operationId: 'getBoat', fault: 'sends null', check: 'body-schema', place: '/body/id' },
  ...{ status: 200, outcome: 'missed', reason: 'no check saw it', also: [], findings: 0 },
};

/** Ten faults of one check, of which the first seeds miss one. */
function reportOf(seed: number, detections: Detection[]): DetectionReport {
  const totals = {
    ...{ applicable: 9 + seed, caught: 9 + seed - detections.length, missed: detections.length },
    falseAlarms: 0,
  };
  return {
    ...{ schemaVersion: 1, seed, startedAt: '2026-01-01T00:00:00.000Z', durationMs: 1, truthfulCases: 1 },
    ...{ totals, checks: [{ check: 'body-schema', ...totals }], detections, leftOut: [], falseAlarms: [] },
  };
}

const totals = seedTotals([reportOf(1, [missed]), reportOf(2, [missed]), reportOf(3, [])]);

test('seedTotals takes the least, the most and the sum over all seeds', () => {
  expect(totals.seeds).toBe(3);
  expect(totals.totals.applicable).toEqual({ min: 10, max: 12, total: 33 });
  expect(totals.checks).toEqual([{ check: 'body-schema', ...totals.totals }]);
  expect(totals.totals.missed).toEqual({ min: 0, max: 1, total: 2 });
});

test('seedTotals names a fault that several seeds miss once', () => {
  expect(totals.missed).toEqual([
    {
      ...{ api: 'marina', operationId: 'getBoat', fault: 'sends null', check: 'body-schema' },
      ...{ place: '/body/id', status: 200, reason: 'no check saw it', seeds: 2 },
    },
  ]);
});

test('liveTotals does the same of live servers, where any were asked', () => {
  const own = {
    ...reportOf(1, [missed]),
    live: { ...reportOf(3, []), told: 'sample' as const, possible: 90 },
  };
  expect(liveTotals([own])?.totals.caught).toEqual({ min: 12, max: 12, total: 12 });
  expect(liveTotals([reportOf(1, [missed])])).toBeUndefined();
});

test('renderSeeds tells of each check and of what was missed', () => {
  const text = renderSeeds(totals);
  expect(text).toMatch(/^body-schema +10–12 +9–12 +0–1 +2 +93\.9 % +0$/m);
  expect(text).toContain(
    'missed   body-schema: sends null (no check saw it): marina getBoat 200 /body/id, 2 of 3 seeds',
  );
});
