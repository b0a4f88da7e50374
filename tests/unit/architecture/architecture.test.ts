import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readRegistry } from '../../../scripts/apis/registry.ts';
import { findCircle, readImports } from './imports.ts';

const root = findProjectRoot();
const files = readImports(root, ['scripts', 'tests/contract', 'openapi/rules']);

/** Which folders a folder may import besides itself: the import rule of CONTRIBUTING.md. */
const allowed: Record<string, string[]> = {
  'scripts/model': [],
  'scripts/json': ['model'],
  'scripts/files': [],
  'scripts/http': [],
  'scripts/client': [],
  'scripts/validate': ['model', 'json'],
  'scripts/apis': ['model', 'json'],
  'scripts/cases': ['model', 'json', 'validate', 'resources'],
  'scripts/resources': ['model', 'json', 'validate'],
  'scripts/document': ['model', 'json', 'validate', 'apis', 'http'],
  'scripts/request': ['model', 'json', 'validate', 'apis', 'client'],
  'scripts/cli': ['model'],
};

describe('the import rule', () => {
  test.each(Object.entries(allowed))('%s imports only what it may', (folder, others) => {
    const may = [folder, ...others.map((one) => `scripts/${one}`)].map((one) => `${one}/`);
    const outside = files
      .filter(({ file }) => file.startsWith(`${folder}/`))
      .flatMap(({ file, imports }) => imports.filter(isOurs).map((one) => ({ file, imports: one })))
      .filter(({ imports }) => !may.some((one) => imports.startsWith(one)));
    expect(outside).toEqual([]);
  });

  test('scripts and rules never import tests', () => {
    const found = files
      .filter(({ file }) => !file.startsWith('tests/'))
      .filter(({ imports }) => imports.some((one) => one.startsWith('tests/')));
    expect(found).toEqual([]);
  });

  const pure = ['scripts/cases', 'scripts/resources', 'scripts/model', 'scripts/json', 'scripts/validate'];
  test.each([...pure, 'tests/contract/checks', 'tests/contract/coverage'])(
    '%s touches neither the file system nor the network',
    (folder) => {
      const found = files
        .filter(({ file }) => file.startsWith(`${folder}/`))
        .flatMap(({ imports }) =>
          imports.filter((one) => one.startsWith('node:') && !['node:util', 'node:vm'].includes(one)),
        );
      expect(found).toEqual([]);
    },
  );

  test('the checks import the model, the validation and each other, and nothing that runs them', () => {
    const may = ['tests/contract/checks/', 'scripts/model/', 'scripts/json/', 'scripts/validate/'];
    const found = files
      .filter(({ file }) => file.startsWith('tests/contract/checks/'))
      .flatMap(({ imports }) => imports.filter((one) => !may.some((folder) => one.startsWith(folder))));
    expect(found).toEqual([]);
  });

  test('the run time of the clients needs nothing at all', () => {
    const found = files
      .filter(({ file }) => file.startsWith('scripts/client/'))
      .flatMap(({ imports }) => imports.filter((one) => !isOurs(one)));
    expect(found).toEqual([]);
  });

  test('only scripts/dredd knows Dredd, only scripts/mock knows Prism', () => {
    const knows = (pattern: RegExp, folder: string) =>
      files.filter(
        ({ file, imports }) => !file.startsWith(folder) && imports.some((one) => pattern.test(one)),
      );
    expect(knows(/^dredd/, 'scripts/dredd/')).toEqual([]);
    expect(knows(/^@stoplight\//, 'scripts/mock/')).toEqual([]);
  });

  test('nothing imports in a circle', () => {
    expect(findCircle(files)).toBeUndefined();
  });
});

test('no code names an API', () => {
  const names = readRegistry(root).map(({ name }) => name);
  const naming = files
    .filter(({ file }) => !file.startsWith('tests/'))
    .flatMap(({ file }) => {
      const text = readFileSync(join(root, file), 'utf8').toLowerCase();
      return names.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
    });
  expect(naming).toEqual([]);
});

test('the top level has no folder that the design does not name', () => {
  const known = [
    '.ci',
    '.git',
    '.github',
    '.vitest',
    'dist',
    'openapi',
    'generated',
    'scripts',
    'tests',
    'docs-site',
    'node_modules',
    'reports',
  ];
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});

function isOurs(specifier: string): boolean {
  return (
    specifier.startsWith('scripts/') || specifier.startsWith('tests/') || specifier.startsWith('openapi/')
  );
}
