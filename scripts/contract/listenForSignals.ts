import { writeFileSync } from 'node:fs';

/** How a run is cleaned up after; the reporter, which knows the run, puts it in. */
export interface Ending {
  /** Called once Vitest stands: from then on a signal is ours again. */
  begun?(): void;
  /** Deletes what the run made and is still there; again and again, it does so once. */
  cleanUp?(): Promise<unknown>;
}

export interface Interruption extends Disposable {
  /** 128 and the signal's number, once one has come. */
  exitCode?: number;
}

const exitCodes = new Map<NodeJS.Signals, number>([
  ['SIGINT', 130],
  ['SIGTERM', 143],
]);
const signals = [...exitCodes.keys()];

/**
 * On a signal the run comes to its end, with its report and nothing left behind; on a second one the process ends at once.
 * @param stop path of a file: once it is there, no case is begun any more. Vitest would leave those that are running alone,
 * and what they go on to make would be known to nobody
 */
export function listenForSignals(ending: Ending, stop: string): Interruption {
  const listen = (signal: NodeJS.Signals) => {
    if (interruption.exitCode !== undefined) process.exit(interruption.exitCode);
    interruption.exitCode = exitCodes.get(signal) ?? 1;
    process.stderr.write('\nending: the cases that are running are waited for; again to end at once\n');
    writeFileSync(stop, '');
  };
  const interruption: Interruption = {
    [Symbol.dispose]() {
      for (const signal of signals) process.removeListener(signal, listen);
    },
  };
  for (const signal of signals) process.on(signal, listen);
  const known = new Set(signals.flatMap((signal) => process.listeners(signal)));
  // Vitest listens too, and would end the process a millisecond later.
  ending.begun = () => {
    for (const signal of signals) {
      const others = process.listeners(signal).filter((one) => !known.has(one));
      for (const other of others) process.removeListener(signal, other);
    }
  };
  return interruption;
}
