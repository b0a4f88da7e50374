import { randomUUID } from 'node:crypto';
import { exitCode } from '../cli/exit.ts';
import type { RunMessage } from '../model/runMessage.ts';
import type { Stop } from '../model/stop.ts';
import { type Leaving, leave } from './leave.ts';

interface WatchOptions {
  /** How long the run may take, in milliseconds; without it, as long as it likes. */
  maxDuration?: number;
  /** Ends at once what has not ended by itself. */
  giveUp: () => void;
  /** What is left to do when a second signal says not to wait. */
  leaving: Leaving;
  /** Whether the run deletes at its end what it made. */
  cleansUp: boolean;
}

/** The end that a run may come to before its last case: by Ctrl-C, by its own limit, or because the target is down. */
export interface RunWatch extends Disposable {
  /** Name of the `BroadcastChannel` to the threads that run the cases. */
  channel: string;
  stop(): Stop | undefined;
  /** The signal that ended it. */
  signal(): EndSignal | undefined;
  /** Has no one else end the process at a signal; the second one does so at once, and tells what stays behind. */
  takeSignals(): void;
}

export type EndSignal = 'SIGINT' | 'SIGTERM';

const signals: EndSignal[] = ['SIGINT', 'SIGTERM'];
/** How long cases that are under way, and what is left to do at the end, may take after a stop. In milliseconds. */
const grace = 20_000;

/** npm passes a signal on to a process that has it from the terminal already. In milliseconds. */
const echo = 100;

export function watchRun({ maxDuration, giveUp, leaving, cleansUp }: WatchOptions): RunWatch {
  const channel = `contract-${randomUUID()}`;
  const line = new BroadcastChannel(channel);
  let stop: Stop | undefined;
  let signal: EndSignal | undefined;
  let signalledAt = 0;
  let lastResort: NodeJS.Timeout | undefined;
  const tell = (message: RunMessage) => line.postMessage(message);
  const end = (why: Stop) => {
    if (stop) return;
    stop = why;
    tell({ stop });
    lastResort = setTimeout(giveUp, grace).unref();
  };
  line.onmessage = (event) => {
    const { stopped, asks } = (event as MessageEvent<RunMessage>).data;
    if (stopped) end(stopped);
    if (asks && stop) tell({ stop });
  };
  const seconds = (maxDuration ?? 0) / 1000;
  const late: Stop = { kind: 'late', reason: `the run may take ${seconds} seconds: --max-duration` };
  const timer = maxDuration === undefined ? undefined : setTimeout(end, maxDuration, late);
  const onSignal = (given: NodeJS.Signals) => {
    const name = given as EndSignal;
    if (signal && performance.now() - signalledAt > echo) void leave(leaving, exitCode[name]);
    if (signal) return;
    signal = name;
    signalledAt = performance.now();
    const doing = cleansUp ? 'cleaning up' : 'ending the run';
    process.stderr.write(
      `${process.stderr.isTTY ? '\n' : ''}${name}: ${doing}; once more to leave at once\n`,
    );
    end({ kind: 'interrupted', reason: `the run was ended by ${name}` });
  };
  let release = () => {};
  return {
    channel,
    stop: () => stop,
    signal: () => signal,
    takeSignals() {
      release = exchangeListeners(onSignal);
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
      clearTimeout(lastResort);
      line.close();
      release();
    },
  };
}

/** Puts a listener in place of all others of the signals; what it returns puts those back. */
function exchangeListeners(listener: NodeJS.SignalsListener): () => void {
  const others = signals.map((name) => [name, process.listeners(name) as NodeJS.SignalsListener[]] as const);
  for (const name of signals) process.removeAllListeners(name).on(name, listener);
  return () => {
    for (const [name, listeners] of others) {
      process.off(name, listener);
      for (const one of listeners) process.on(name, one);
    }
  };
}
