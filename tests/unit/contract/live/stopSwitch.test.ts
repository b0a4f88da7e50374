import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Stop } from '../../../../scripts/model/stop.ts';
import { createStopSwitch } from '../../../contract/live/stopSwitch.ts';

const late: Stop = { kind: 'late', reason: 'fake: late' };
const down: Stop = { kind: 'down', reason: 'fake: down' };

test('the first reason counts, and is told once', () => {
  const told: Stop[] = [];
  const stopSwitch = createStopSwitch((stop) => told.push(stop));
  expect([stopSwitch.stop(), stopSwitch.signal().aborted]).toEqual([undefined, false]);
  stopSwitch.pull(late);
  stopSwitch.pull(down);
  expect([stopSwitch.stop(), stopSwitch.signal().aborted]).toEqual([late, true]);
  expect(told).toEqual([late]);
});

test('what is left to do has its time after a stop', async () => {
  const stopSwitch = createStopSwitch();
  stopSwitch.pull(late);
  stopSwitch.beginEnd(100);
  expect(stopSwitch.signal().aborted).toBe(false);
  await setTimeout(200);
  expect([stopSwitch.stop(), stopSwitch.signal().aborted]).toEqual([late, true]);
});

test('it has all of it without one, and the same when it comes meanwhile', async () => {
  const stopSwitch = createStopSwitch();
  stopSwitch.beginEnd(100);
  await setTimeout(200);
  expect(stopSwitch.signal().aborted).toBe(false);
  stopSwitch.pull(down);
  expect(stopSwitch.signal().aborted).toBe(false);
  await setTimeout(200);
  expect([stopSwitch.stop(), stopSwitch.signal().aborted]).toEqual([down, true]);
});
