import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences } from '../../../scripts/generate/differences.ts';

let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'differences-')));
  await mkdir(join(folder, 'sub', 'deep'), { recursive: true });
  await writeFile(join(folder, 'a.txt'), 'a');
  await writeFile(join(folder, 'sub', 'b.txt'), 'b');
  await writeFile(join(folder, 'sub', 'deep', 'c.txt'), 'ü\n');
  await symlink('/nowhere', join(folder, 'link'));
});
afterAll(() => rm(folder, { recursive: true }));

const all = { 'a.txt': 'a', 'sub/b.txt': 'b', 'sub/deep/c.txt': 'ü\n' };

test.each<[name: string, outputs: Record<string, string>, stale: string[], left: string[]]>([
  ['none', all, [], []],
  ['another text', { ...all, 'sub/b.txt': 'B' }, ['sub/b.txt'], []],
  ['another end of line', { ...all, 'sub/deep/c.txt': 'ü\r\n' }, ['sub/deep/c.txt'], []],
  ['an absent file', { ...all, 'sub/new.txt': '' }, ['sub/new.txt'], []],
  ['files that are left', { 'a.txt': 'a' }, [], ['sub/b.txt', 'sub/deep/c.txt']],
])('%s', async (_, outputs, stale, left) => {
  expect(await differences(folder, new Map(Object.entries(outputs)))).toEqual({ stale, left });
});

test('an absent folder is an empty one', async () => {
  expect(await differences(join(folder, 'nowhere'), new Map([['a', '']]))).toEqual({
    stale: ['a'],
    left: [],
  });
});

test('what is no folder is an error', async () => {
  await expect(differences(join(folder, 'a.txt'), new Map())).rejects.toThrow('ENOTDIR');
});
