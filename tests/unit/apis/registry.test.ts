import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readRegistry, selectApis } from '../../../scripts/apis/registry.ts';
import { DocumentError, UsageError } from '../../../scripts/model/errors.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'registry-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(text: string): void {
  writeFileSync(join(root, 'redocly.yaml'), text);
}

describe('readRegistry', () => {
  test('gives names and root documents in the order of the file', () => {
    write('apis:\n  things: {root: openapi/things/openapi.yaml}\n  more-2: {root: other.yaml}\n');
    expect(readRegistry(root)).toEqual([
      { name: 'things', root: join(root, 'openapi/things/openapi.yaml') },
      { name: 'more-2', root: join(root, 'other.yaml') },
    ]);
  });

  test.each([
    { text: 'apis: [', want: /^redocly\.yaml:\d+:\d+: it is not valid YAML/ },
    { text: '', want: 'redocly.yaml #/apis: there is no API' },
    { text: 'apis: {}', want: 'redocly.yaml #/apis: there is no API' },
    { text: 'apis: [things]', want: 'redocly.yaml #/apis: there is no API' },
    { text: 'apis: {things: }', want: 'redocly.yaml #/apis/things: the API has no root document' },
    { text: 'apis: {things: {root: 1}}', want: 'redocly.yaml #/apis/things: the API has no root document' },
    {
      text: 'apis: {../up: {root: a}}',
      want: 'redocly.yaml #/apis/..~1up: "../up" cannot be the name of an API',
    },
    { text: 'apis: {Things: {root: a}}', want: '"Things" cannot be the name of an API' },
  ])('refuses $text', ({ text, want }) => {
    write(text);
    expect(() => readRegistry(root)).toThrow(DocumentError);
    expect(() => readRegistry(root)).toThrow(want);
  });

  test('says that there is no file', () => {
    expect(() => readRegistry(root)).toThrow(/^redocly\.yaml: it cannot be read: ENOENT/);
  });
});

describe('selectApis', () => {
  const registry = ['a', 'b', 'c'].map((name) => ({ name, root: `/${name}` }));
  const select = (...names: string[]) => selectApis(registry, names).map(({ name }) => name);

  test('gives all, or the named ones in the order of the registry', () => {
    expect(select()).toEqual(['a', 'b', 'c']);
    expect(select('c', 'a', 'c')).toEqual(['a', 'c']);
  });

  test('names what is unknown, and what is known', () => {
    expect(() => select('a', 'x')).toThrow(UsageError);
    expect(() => select('a', 'x')).toThrow('Unknown API: x.\nKnown in redocly.yaml: a, b, c.');
    expect(() => select('x', 'y')).toThrow('Unknown APIs: x, y.');
  });
});

test('the project is the nearest folder above that has redocly.yaml', () => {
  expect(() => findProjectRoot(root)).toThrow(UsageError);
  write('');
  expect(findProjectRoot(join(root, 'deep', 'er'))).toBe(root);
});
