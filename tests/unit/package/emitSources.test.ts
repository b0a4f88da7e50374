import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../scripts/files/temporaryFolder.ts';
import { emitSources } from '../../../scripts/package/emitSources.ts';

const sources = {
  'tsconfig.json': '{"compilerOptions":{"strict":true,"module":"nodenext","types":[],"skipLibCheck":true}}',
  'a/entry.ts':
    "import { value } from './inner.ts';\nimport type { Shape } from './shape.ts';\nimport { x } from '@scope/one/deep.js';\nexport { value } from './inner.ts';\nexport const made: Shape = { value, x };\n",
  'a/inner.ts': "import { join } from 'node:path';\nexport const value = join('a', 'b');\n",
  'a/shape.ts':
    "import type { Far } from './far.ts';\nexport interface Shape extends Far { value: string }\n",
  'a/far.ts': 'export interface Far { x: unknown }\n',
  'b/entry.ts':
    "export const late = () => import('two');\nexport const there = import.meta.resolve('three/file.js');\n",
  'b/unused.ts': 'export const unused = 1;\n',
};

describe('emitSources', () => {
  test('gives what the entries reach, built, and names the packages of each group', () => {
    using folder = temporaryFolder('emit-');
    for (const [file, content] of Object.entries(sources)) {
      mkdirSync(join(folder.path, file, '..'), { recursive: true });
      writeFileSync(join(folder.path, file), content);
    }
    const groups = { one: [join(folder.path, 'a/entry.ts')], two: [join(folder.path, 'b/entry.ts')] };
    const { files, packages } = emitSources(folder.path, groups);
    const texts = new Map(files.map(({ path, content }) => [path, content]));
    expect([...texts.keys()].sort()).toEqual([
      ...['a/entry.d.ts', 'a/entry.js', 'a/far.d.ts', 'a/inner.d.ts', 'a/inner.js', 'a/shape.d.ts'],
      ...['b/entry.d.ts', 'b/entry.js'],
    ]);
    expect(packages).toEqual({ one: ['@scope/one'], two: ['three', 'two'] });
    expect(texts.get('a/entry.js')).toMatch(/from ["']\.\/inner\.js["']/);
    expect(texts.get('a/entry.d.ts')).toMatch(/from ["']\.\/shape\.js["']/);
    expect([...texts.values()].join('')).not.toMatch(/\.\/\w+\.ts["']/);
  });
});
