import type { Fuzzed } from '../../../scripts/cases/fuzz/fuzzed.ts';
import type { Run } from '../runCase.ts';
import type { Target } from '../target.ts';
import { type FuzzedCase, tryFuzzed } from './tryFuzzed.ts';

/** Sends the random requests of one operation, and keeps count. */
export interface FuzzSender {
  /** Nothing where it could not be sent. */
  send(fuzzed: Fuzzed): Promise<Run | undefined>;
  sent: number;
  durationMs: number;
  statuses: Set<string>;
  /** What they added to the coverage of the operation. */
  covered: Run['covered'];
  /** Why the last one that was not sent was not. */
  unsent?: string;
}

export function createFuzzSender(target: Target, one: FuzzedCase): FuzzSender {
  const sender: FuzzSender = {
    sent: 0,
    durationMs: 0,
    statuses: new Set(),
    covered: { reached: [], broken: [], held: [] },
    async send(fuzzed) {
      const run = await tryFuzzed(target, one, fuzzed);
      const { outcome, reason, durationMs } = run.result;
      if (outcome === 'skipped') {
        if (reason !== undefined) sender.unsent = reason;
        return undefined;
      }
      sender.sent += 1;
      sender.durationMs = Math.round((sender.durationMs + durationMs) * 10) / 10;
      for (const status of run.statuses) sender.statuses.add(status);
      sender.covered.reached.push(...run.covered.reached);
      sender.covered.broken.push(...run.covered.broken);
      sender.covered.held?.push(...(run.covered.held ?? []));
      return run;
    },
  };
  return sender;
}
