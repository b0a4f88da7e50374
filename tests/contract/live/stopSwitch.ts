import type { Stop } from '../../../scripts/model/stop.ts';

/** Ends a run early: what is under way is given up, and nothing more goes out. */
export interface StopSwitch {
  /** Why the run is over, once it is. */
  stop(): Stop | undefined;
  /** Aborts when nothing more may go out. */
  signal: AbortSignal;
  /** The first reason is the one that counts. */
  pull(stop: Stop): void;
}

/** @param tell is told of the first reason */
export function createStopSwitch(tell: (stop: Stop) => void = () => {}): StopSwitch {
  const own = new AbortController();
  let reason: Stop | undefined;
  return {
    stop: () => reason,
    signal: own.signal,
    pull(stop) {
      if (reason) return;
      reason = stop;
      own.abort();
      tell(stop);
    },
  };
}
