import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../files/filesBelow.ts';

/** How a folder differs from what belongs into it; paths are relative to it, with `/`. */
export interface Differences {
  /** Files that are absent, or whose text is another. */
  stale: string[];
  /** Files that nothing generates any more. */
  left: string[];
}

/** Compares a folder with the texts that belong into it; an absent folder is an empty one. */
export async function differences(folder: string, outputs: Map<string, string>): Promise<Differences> {
  const present = await filesIn(folder);
  const texts = await Promise.all(
    [...outputs].map(
      async ([file, text]) =>
        [file, present.includes(file) && text === (await textOf(folder, file))] as const,
    ),
  );
  return {
    stale: texts.filter(([, same]) => !same).map(([file]) => file),
    left: present.filter((file) => !outputs.has(file)),
  };
}

function textOf(folder: string, file: string): Promise<string> {
  return readFile(join(folder, file), 'utf8');
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await filesBelow(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
