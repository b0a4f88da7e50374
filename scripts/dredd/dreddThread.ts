import { on, once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Job, Outcome, StockJob } from './transaction.ts';

/** Dredd in a thread of its own: what it prints, and what it leaves behind in its process, stays there. */
export interface DreddThread {
  /**
   * Runs one API; one at a time.
   * @returns what kept Dredd from running
   * @throws {Error} if the thread breaks or falls silent; it is then of no more use
   */
  run(job: Job | StockJob, onOutcome: (outcome: Outcome) => void): Promise<string[]>;
  stop(): Promise<void>;
}

type Message = { outcome: Outcome } | { errors: string[] };

/** Longer than a request may take; a document's pattern can keep a thread busy for ever. In milliseconds. */
const longestSilence = 60_000;

/**
 * Resolves once Dredd is loaded, which takes about a second.
 * @throws {Error} if it cannot be loaded
 */
export async function startThread(): Promise<DreddThread> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    stdout: true,
    stderr: true,
    execArgv: [],
  });
  worker.stdout.resume();
  worker.stderr.resume();
  await once(worker, 'message');
  // What breaks it breaks the run that is under way; between two runs nobody else would listen.
  worker.on('error', () => undefined);
  return {
    run: (job, onOutcome) => runIn(worker, job, onOutcome),
    async stop() {
      await worker.terminate();
    },
  };
}

async function runIn(
  worker: Worker,
  job: Job | StockJob,
  onOutcome: (outcome: Outcome) => void,
): Promise<string[]> {
  // A thread that has ended has no number any more.
  if (worker.threadId === -1) throw new Error('Dredd has ended between two runs.');
  const silent = new AbortController();
  const timer = setTimeout(() => silent.abort(), longestSilence);
  try {
    const messages = on(worker, 'message', { signal: silent.signal, close: ['exit'] });
    worker.postMessage(job);
    for await (const [message] of messages as AsyncIterable<[Message]>) {
      if ('errors' in message) return message.errors;
      onOutcome(message.outcome);
      timer.refresh();
    }
    throw new Error('Dredd ended in the middle of its run.');
  } catch (error) {
    if (!silent.signal.aborted) throw error;
    throw new Error(`Dredd has been silent for ${longestSilence / 1000} s.`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
