import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApi } from '../../scripts/apis/readApi.ts';
import { readRegistry } from '../../scripts/apis/registry.ts';
import { renderTable } from '../../scripts/cli/table.ts';
import { compareFacts } from './compareFacts.ts';
import { countFacts } from './countFacts.ts';
import { renderDisagreement } from './disagreement.ts';
import { readFactFile } from './readFactFile.ts';

const root = findProjectRoot(import.meta.dirname);
const names = readRegistry(root).map(({ name }) => name);
const counted: string[][] = [];

describe.each(names)('%s', (name) => {
  test('has a facts file', () => {
    expect(readFactFile(name), `write tests/fidelity/${name}.facts.yaml from its sources`).toBeDefined();
  });

  test('states what its sources state, and marks the rest', async ({ skip }) => {
    const facts = readFactFile(name) ?? skip('it has no facts file');
    const api = await readApi({ root, name });
    counted.push([name, ...countFacts(api, facts).map(String)]);
    expect(compareFacts(api, facts).map(renderDisagreement)).toEqual([]);
  });
});

test('every facts file is of an API of the registry', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.facts.yaml'));
  expect(
    files.map((file) => file.replace('.facts.yaml', '')).filter((name) => !names.includes(name)),
  ).toEqual([]);
});

/** Statements are counted as operations use them: those of a shared component once for each use. */
afterAll(() => {
  const head = ['', 'facts', 'contradicted', 'statements', 'documented', 'conflict', 'inferred'];
  console.log(renderTable([head, ...counted]));
});
