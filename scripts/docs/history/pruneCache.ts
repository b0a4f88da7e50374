import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Enough for all that a build compares, many times over. */
const mostKept = 200;

/** Removes the oldest comparisons of a cache, above a number that no build needs. Where there is no cache, nothing. */
export async function pruneCache(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length <= mostKept) return;
  const files = await Promise.all(
    names.map(async (name) => ({ file: join(folder, name), age: (await stat(join(folder, name))).mtimeMs })),
  );
  const oldest = files.toSorted((a, b) => b.age - a.age).slice(mostKept);
  await Promise.all(oldest.map(({ file }) => rm(file, { force: true })));
}
