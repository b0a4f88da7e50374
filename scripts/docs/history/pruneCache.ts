import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Enough for all that a build compares, many times over. */
const mostKept = 200;

/** Removes the oldest comparisons of a cache, above a number that no build needs. Where there is no cache, nothing. */
export async function pruneCache(folder: string): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  if (names.length <= mostKept) return;
  const files = await Promise.all(names.map((name) => withTime(join(folder, name))));
  const oldest = files.toSorted((a, b) => b.time - a.time).slice(mostKept);
  await Promise.all(oldest.map(({ file }) => rm(file, { force: true })));
}

/** What another build has removed in the meantime is as old as can be. */
async function withTime(file: string): Promise<{ file: string; time: number }> {
  const time = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  return { file, time };
}
