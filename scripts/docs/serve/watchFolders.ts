import { existsSync, watch } from 'node:fs';

/** A build writes, and an editor saves, in several steps: this long after the last one it is looked at. */
const quietMs = 150;

/** Calls `changed` after something below one of the folders has changed; one call at a time. Folders that are not there are left out. */
export function watchFolders(folders: readonly string[], changed: () => Promise<void>): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const notice = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(changed);
    }, quietMs);
  };
  const watchers = folders
    .filter(existsSync)
    .map((folder) => watch(folder, { recursive: true }, notice).on('error', notice));
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
