import { inject, test } from 'vitest';
import type { RunContext } from '../runContext.ts';
import { connectSwitch } from './connectSwitch.ts';
import { endRun } from './onEnd.ts';

/** How long requests may still go out after a stop. In milliseconds. */
const patience = 10_000;

/** The last file of a live run, after all generated ones: Vitest has no other end that a thread can wait for. */
test('the end of the run', async () => {
  const { channel }: RunContext = inject('contract');
  if (channel !== undefined) connectSwitch(channel).beginEnd(patience);
  await endRun();
});
