import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleDocument } from '../../scripts/apis/bundleDocument.ts';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { outputsOf } from '../../scripts/generate/outputs.ts';

/** The largest document of the registry: a change to one of its 101 operations must be easy to review. */
const api = 'dentalray';
const pathFile = 'worklist_search-suggestions.yaml';
const operationId = 'listWorklistSuggestions';

let folder: string;
let before: Map<string, string>;
let after: Map<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generated-diff-'));
  await cp(join(findProjectRoot(), 'openapi', api), folder, { recursive: true });
  before = await outputs();
  await addParameter(join(folder, 'paths', pathFile));
  after = await outputs();
});

afterAll(() => rm(folder, { recursive: true }));

describe('a required parameter more in one path file', () => {
  test('changes one file of contract tests, and there the lines of its operation alone', () => {
    const changed = [...after.keys()].filter((file) => after.get(file) !== before.get(file));
    expect(changed.filter((file) => file.startsWith('contract/'))).toEqual(['contract/worklists.test.ts']);
    const blocks = changedBlocks('contract/worklists.test.ts');
    expect(blocks).toEqual([`describe('${operationId}', () => {`]);
  });

  test('adds a line per new case, and changes the base request', () => {
    const file = 'contract/worklists.test.ts';
    const [removed, added] = [newLines(file, after, before), newLines(file, before, after)];
    expect(removed.length).toBeLessThanOrEqual(2);
    expect(added.length).toBeLessThanOrEqual(6);
    expect(added.join('\n')).toContain("the.refuses('missing query.typed'");
  });

  test('does not touch the client, which has nothing to do with it', () => {
    expect(after.get('client.ts')).toBe(before.get('client.ts'));
  });

  test('adds to the types where the operation stands, and changes little else', () => {
    expect(newLines('types.ts', before, after).length).toBeLessThanOrEqual(8);
    expect(newLines('types.ts', after, before).length).toBeLessThanOrEqual(2);
  });
});

async function outputs(): Promise<Map<string, string>> {
  return outputsOf(api, await bundleDocument(join(folder, 'openapi.yaml'), folder));
}

async function addParameter(file: string): Promise<void> {
  const parameter = [
    '  parameters:',
    '    - {name: typed, in: query, required: true, description: What was typed, schema: {type: string}, example: Pat}',
    '  responses:',
  ];
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('  responses:', parameter.join('\n')));
}

/** Lines of `to` that `from` does not have. */
function newLines(file: string, from: Map<string, string>, to: Map<string, string>): string[] {
  const known = new Set(linesOf(from, file));
  return linesOf(to, file).filter((line) => !known.has(line));
}

function linesOf(files: Map<string, string>, file: string): string[] {
  return (files.get(file) ?? '').split('\n');
}

/** The first lines of the `describe` blocks that are not the same before and after. */
function changedBlocks(file: string): string[] {
  const blocks = (files: Map<string, string>) => (files.get(file) ?? '').split(/\n(?=describe\()/);
  const known = new Set(blocks(before));
  return blocks(after)
    .filter((block) => !known.has(block))
    .map((block) => block.split('\n', 1).join(''));
}
