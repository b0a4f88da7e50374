import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createPace } from '../../../contract/live/pace.ts';

const { signal } = new AbortController();

/** Twelve turns: how many were under way at most, and when each began, in milliseconds after the first. */
async function turns(pace: ReturnType<typeof createPace>, duration: number) {
  const begun: number[] = [];
  let underway = 0;
  let most = 0;
  const turn = async () => {
    begun.push(performance.now());
    underway += 1;
    most = Math.max(most, underway);
    await setTimeout(duration);
    underway -= 1;
  };
  await Promise.all(Array.from({ length: 12 }, () => pace.take(turn, signal)));
  const [first = 0] = begun;
  return { most, begun: begun.map((one) => one - first) };
}

test('no more at once than allowed', async () => {
  const { most } = await turns(createPace({ concurrency: 3 }), 10);
  expect(most).toBe(3);
});

test('no more in a time than allowed, however short each is', async () => {
  const { begun } = await turns(createPace({ concurrency: 12, rate: 50 }), 0);
  for (const [index, at] of begun.entries()) expect(at).toBeGreaterThanOrEqual(index * 20 - 5);
});

test('a pause holds all, those too that had their turn already', async () => {
  const pace = createPace({ concurrency: 12, rate: 100 });
  const startedAt = performance.now();
  const ended = turns(pace, 0);
  pace.pause(300);
  await ended;
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(400);
});

test('what fails makes room for the next', async () => {
  const pace = createPace({ concurrency: 1 });
  const failing = pace.take(() => Promise.reject(new Error('fake')), signal);
  await expect(failing).rejects.toThrow('fake');
  expect(await pace.take(async () => 'next', signal)).toBe('next');
});

test('nobody waits once it is over, and who waited takes no room', async () => {
  const over = new AbortController();
  const pace = createPace({ concurrency: 1 });
  const first = pace.take(() => setTimeout(50), signal);
  const asked: string[] = [];
  const waiting = ['a', 'b'].map((name) => pace.take(async () => asked.push(name), over.signal));
  const settled = Promise.allSettled(waiting);
  over.abort();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(pace.take(async () => asked.push('c'), over.signal)).rejects.toThrow();
  await first;
  const { most } = await turns(pace, 5);
  expect([asked, most]).toEqual([[], 1]);
});
