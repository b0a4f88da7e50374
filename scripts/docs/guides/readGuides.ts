import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
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
  return { name, title, lead: lead.replace(/\s+/g, ' '), text };
}

/** Every file of a folder, by its path in it. */
export async function readSnippets(folder: string): Promise<Snippets> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const read = async (file: string) =>
    [relative(folder, file).replaceAll('\\', '/'), await readFile(file, 'utf8')] as const;
  return new Map(await Promise.all(files.map(read)));
}
