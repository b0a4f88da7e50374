import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFolder } from '../../../scripts/files/replaceFolder.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'replace-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

test('the folder has the new files and no others, and nothing is left beside it', async () => {
  const folder = join(parent, 'dist');
  await replaceFolder(folder, [{ path: 'old/page.html', content: 'old' }]);
  await replaceFolder(folder, [{ path: 'new/page.html', content: 'new' }]);
  expect(await readdir(parent)).toEqual(['dist']);
  expect(await readdir(folder)).toEqual(['new']);
  expect(await readFile(join(folder, 'new/page.html'), 'utf8')).toBe('new');
});

test('a failure leaves the folder as it was, and nothing beside it', async () => {
  const folder = join(parent, 'dist');
  await mkdir(folder);
  await writeFile(join(folder, 'page.html'), 'old');
  const files = [
    { path: 'page.html', content: 'new' },
    { path: 'page.html/below', content: 'a file is no folder' },
  ];
  await expect(replaceFolder(folder, files)).rejects.toThrow();
  expect(await readdir(parent)).toEqual(['dist']);
  expect(await readFile(join(folder, 'page.html'), 'utf8')).toBe('old');
});
