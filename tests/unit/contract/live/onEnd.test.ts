import { expect, test } from 'vitest';
import { endRun, onEnd } from '../../../contract/live/onEnd.ts';

test('the last that was asked for is done first, whichever fails', async () => {
  const done: string[] = [];
  const add = (name: string) => onEnd(async () => void done.push(name));
  add('first');
  onEnd(() => Promise.reject(new Error('fake')));
  add('last');
  await expect(endRun()).rejects.toThrow('what was left to do at the end of the run failed');
  expect(done).toEqual(['last', 'first']);
  await endRun();
  expect(done).toHaveLength(2);
});
