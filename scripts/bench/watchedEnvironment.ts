import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const watch = pathToFileURL(join(import.meta.dirname, 'watch.ts')).href;

/** The environment in which a process, and all that it starts, writes its figures into a folder when it ends. */
export function watchedEnvironment(folder: string): NodeJS.ProcessEnv {
  const options = [process.env.NODE_OPTIONS, `--import=${watch}`].filter(Boolean).join(' ');
  return { ...process.env, NODE_OPTIONS: options, BENCH_FIGURES: folder, NO_COLOR: '1' };
}
