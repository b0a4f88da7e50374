import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

interface WatchOptions {
  /** By API name, the bundle's file. */
  files: ReadonlyMap<string, string>;
  /** Called once the bundle of an API has changed, and is quiet; one call at a time of each API. */
  onChange: (name: string) => Promise<void>;
}

/** A bundle is written in several steps; this long after the last one it is read. */
const quietMs = 100;

/**
 * Watches bundles, and goes on until it is closed.
 * @throws if a folder cannot be watched
 */
export function watchBundles({ files, onChange }: WatchOptions): { close(): void } {
  const stops = [...files].map(([name, file]) => watchFile(file, () => onChange(name)));
  return {
    close() {
      for (const stop of stops) stop();
    },
  };
}

/** The folder is watched: a file that is replaced by another of its name would not be seen to change. */
function watchFile(file: string, changed: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const watcher: FSWatcher = watch(dirname(file), (_, name) => {
    if (name !== null && name !== basename(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(changed);
    }, quietMs);
  });
  // A folder that is gone: reading it says what is wrong.
  watcher.on('error', () => {
    last = last.then(changed);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
