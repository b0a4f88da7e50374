import { setTimeout as delay } from 'node:timers/promises';
import type { Limits } from '../../../scripts/model/limits.ts';

/** Whose turn it is: holds all requests of a run to one rate, and to so many at once. */
export interface Pace {
  /**
   * Does the work when it is its turn.
   * @throws the signal's reason, or an `AbortError`, if it aborts before
   */
  take<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
  /** Nobody's turn comes for so many milliseconds. */
  pause(duration: number): void;
}

export function createPace({ rate, concurrency }: Pick<Limits, 'rate' | 'concurrency'>): Pace {
  const interval = rate === undefined ? 0 : 1000 / rate;
  const waiting: (() => void)[] = [];
  let free = concurrency;
  let nextAt = 0;
  let pausedUntil = 0;

  const enter = (signal: AbortSignal) =>
    new Promise<void>((entered, refused) => {
      if (free > 0) {
        free -= 1;
        entered();
        return;
      }
      const enterNow = () => {
        signal.removeEventListener('abort', giveUp);
        entered();
      };
      const giveUp = () => {
        waiting.splice(waiting.indexOf(enterNow), 1);
        refused(signal.reason);
      };
      waiting.push(enterNow);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const turn = async (signal: AbortSignal) => {
    do {
      const at = Math.max(performance.now(), nextAt, pausedUntil);
      nextAt = at + interval;
      await until(at, signal);
    } while (performance.now() < pausedUntil);
  };

  return {
    async take(work, signal) {
      signal.throwIfAborted();
      await enter(signal);
      try {
        await turn(signal);
        signal.throwIfAborted();
        return await work();
      } finally {
        leave();
      }
    },
    pause(duration) {
      pausedUntil = Math.max(pausedUntil, performance.now() + duration);
    },
  };
}

async function until(at: number, signal: AbortSignal): Promise<void> {
  const duration = at - performance.now();
  if (duration > 0) await delay(Math.ceil(duration), undefined, { signal });
}
