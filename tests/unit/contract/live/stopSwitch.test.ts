import { expect, test } from 'vitest';
import type { Stop } from '../../../../scripts/model/stop.ts';
import { createStopSwitch } from '../../../contract/live/stopSwitch.ts';

const late: Stop = { kind: 'late', reason: 'fake: late' };
const down: Stop = { kind: 'down', reason: 'fake: down' };

test('the first reason counts, and is told once', () => {
  const told: Stop[] = [];
  const stopSwitch = createStopSwitch((stop) => told.push(stop));
  expect([stopSwitch.stop(), stopSwitch.signal.aborted]).toEqual([undefined, false]);
  stopSwitch.pull(late);
  stopSwitch.pull(down);
  expect([stopSwitch.stop(), stopSwitch.signal.aborted]).toEqual([late, true]);
  expect(told).toEqual([late]);
});
