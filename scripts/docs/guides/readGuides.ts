import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../../files/filesBelow.ts';
import { oneLine } from '../oneLine.ts';
import type { Guide, Snippets } from './guide.ts';

/** A guide's place among the others: `2-tokens.md`. */
const fileName = /^\d+-([a-z-]+)\.md$/;

/**
 * The guides of a folder in the order of their numbers.
 * @throws {Error} on a file that is none: a mistake in this project, not of its user
 */
export async function readGuides(folder: string): Promise<Guide[]> {
  const files = (await readdir(folder)).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return Promise.all(files.map(async (file) => parseGuide(file, await readFile(join(folder, file), 'utf8'))));
}

export function parseGuide(file: string, source: string): Guide {
  const [, name] = fileName.exec(file) ?? [];
  const [, title, lead, text] = /^# ([^\n]+)\n\n([^#\n].*?)\n\n(.*)$/s.exec(source) ?? [];
  if (!name || !title || !lead || !text) {
    throw new Error(
      `The guide ${file} is to be called <number>-<name>.md, and to begin with "# Title" and a paragraph.`,
    );
  }
  return { name, title, lead: oneLine(lead), text };
}

/** Every file of a folder, by its path in it. */
export async function readSnippets(folder: string): Promise<Snippets> {
  const read = async (file: string) => [file, await readFile(join(folder, file), 'utf8')] as const;
  return new Map(await Promise.all((await filesBelow(folder)).map(read)));
}
