import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface TemporaryFolder extends Disposable {
  /** Absolute, without symbolic links. */
  path: string;
}

/** 128 and the signal's number: what a shell reports of a process that it ended. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** A new folder, for this user alone, that is gone when it is disposed of or the process ends, by Ctrl-C too. */
export function temporaryFolder(prefix: string): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), prefix)));
  const remove = () => rmSync(path, { recursive: true, force: true });
  const end = (signal: NodeJS.Signals) => {
    // Whoever else listens has something to bring to its end, and ends the process then.
    if (process.listenerCount(signal) === 0) process.exit(signals[signal as keyof typeof signals]);
  };
  process.once('exit', remove);
  for (const signal of Object.keys(signals)) process.once(signal, end);
  return {
    path,
    [Symbol.dispose]() {
      process.removeListener('exit', remove);
      for (const signal of Object.keys(signals)) process.removeListener(signal, end);
      remove();
    },
  };
}
