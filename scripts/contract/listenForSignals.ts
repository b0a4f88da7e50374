/** How a run is ended early and cleaned up after; the reporter, which knows the run, puts both in. */
export interface Ending {
  /** No further case is begun; those that are running come to their end. */
  cancel?(): Promise<void>;
  /** Deletes what the run made and is still there; again and again, it does so once. */
  cleanUp?(): Promise<unknown>;
}

export interface Interruption extends Disposable {
  /** 128 and the signal's number, once one has come. */
  exitCode?: number;
}

const signals = { SIGINT: 130, SIGTERM: 143 } as const;

/** On a signal the run comes to its end, with its report and nothing left behind; on a second one the process ends at once. */
export function listenForSignals(ending: Ending): Interruption {
  const interruption: Interruption = {
    [Symbol.dispose]() {
      for (const name of Object.keys(signals)) process.removeListener(name, listen);
    },
  };
  const listen = (signal: NodeJS.Signals) => {
    if (interruption.exitCode !== undefined) process.exit(interruption.exitCode);
    interruption.exitCode = signals[signal as keyof typeof signals];
    process.stderr.write('\nending: the cases that are running are waited for; again to end at once\n');
    ending.cancel?.();
  };
  for (const name of Object.keys(signals)) process.on(name, listen);
  return interruption;
}
