import type { Stop } from '../../../scripts/model/stop.ts';

/** Ends a run early: what is under way is given up, and nothing more goes out. */
export interface StopSwitch {
  /** Why the run is over, once it is. */
  stop(): Stop | undefined;
  /** Aborts when nothing more may go out. */
  signal(): AbortSignal;
  /** The first reason is the one that counts. */
  pull(stop: Stop): void;
  /** From here on only that is done which is left to do at the end of a run: a stop leaves it so many milliseconds. */
  beginEnd(patience: number): void;
}

/** @param tell is told of the first reason */
export function createStopSwitch(tell: (stop: Stop) => void = () => {}): StopSwitch {
  const own = new AbortController();
  let { signal } = own;
  let reason: Stop | undefined;
  let patience: number | undefined;
  return {
    stop: () => reason,
    signal: () => signal,
    pull(stop) {
      if (reason) return;
      reason = stop;
      if (patience === undefined) own.abort();
      else signal = AbortSignal.timeout(patience);
      tell(stop);
    },
    beginEnd(duration) {
      patience = duration;
      if (reason) signal = AbortSignal.timeout(duration);
    },
  };
}
