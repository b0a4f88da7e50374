import type { Stop } from './stop.ts';

/** What the process that starts a run and the threads that run its cases tell each other. */
export interface RunMessage {
  /** To the threads: it is over. */
  stop?: Stop;
  /** From a thread: it is over, for something that came to light there. */
  stopped?: Stop;
  /** From a thread that has just begun: whether it is over already. */
  asks?: true;
}
