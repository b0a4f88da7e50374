import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { apiOf } from '../../scripts/apis/readApi.ts';
import type { History } from '../../scripts/docs/history/history.ts';
import { readHistory } from '../../scripts/docs/history/readHistory.ts';
import { renderHistory } from '../../scripts/docs/pages/historyPage.ts';
import { isObject, valueAt } from '../../scripts/json/pointer.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import { makeGitProject } from '../commands/gitProject.ts';
import { exampleDocument } from './exampleDocument.ts';
import { makeProject, writeBundle } from './makeProject.ts';

/** The example without the note of a visit, or without its mark. */
function without(member: 'note' | 'mark'): JsonObject {
  const copy = structuredClone(exampleDocument);
  const properties = valueAt(copy, '/components/schemas/Visit/properties');
  if (!isObject(properties) || !isObject(properties.note)) throw new Error('the example has no note');
  if (member === 'note') delete properties.note;
  else delete properties.note['x-inferred'];
  return copy;
}

const api = apiOf('clinic', exampleDocument);
const pageOf = (history: History) => renderHistory(api, history).markup;
const statesOf = ({ versions }: History) => versions.map(({ state }) => state);

describe('the history of a bundle', () => {
  test('is what each commit changed of the one before, newest first, with what is not committed', async () => {
    await using project = await makeGitProject({ clinic: exampleDocument });
    await writeBundle(project.root, 'clinic', without('mark'));
    project.commit();
    await writeBundle(project.root, 'clinic', without('note'));
    const cache = join(project.root, 'cache');
    const history = await readHistory({ root: project.root, name: 'clinic', cache });
    expect(statesOf(history)).toEqual(['compared', 'compared', 'first']);
    const [uncommitted, marked] = history.versions;
    expect(uncommitted?.commit).toBeUndefined();
    expect(uncommitted?.diff?.breaking.map(({ usage }) => usage).join()).toContain('note');
    expect(marked).toMatchObject({
      version: '1.2.3',
      commit: { subject: 'A change' },
      diff: { breaking: [], other: [] },
    });
    expect(marked?.diff?.evidence).toMatchObject([
      { before: expect.stringMatching(/^inferred/), after: 'documented' },
    ]);
    const page = pageOf(history);
    expect(page).toContain('Changes that are not committed yet');
    expect(page).toContain('<details open>');
    // The same again, from what was kept.
    expect(await readdir(cache)).toHaveLength(2);
    expect(await readHistory({ root: project.root, name: 'clinic', cache })).toEqual(history);
  });

  test('compares the newest versions alone, and says how to see what came before', async () => {
    await using project = await makeGitProject({ clinic: exampleDocument });
    for (let index = 0; index < 9; index += 1) {
      await writeBundle(project.root, 'clinic', { ...exampleDocument, 'x-number': index });
      project.commit();
    }
    const history = await readHistory({
      root: project.root,
      name: 'clinic',
      cache: join(project.root, 'cache'),
    });
    expect(statesOf(history)).toEqual([...Array(8).fill('compared'), 'older', 'older']);
    expect(pageOf(history)).toMatch(/npm run diff -- clinic --base [0-9a-f]{10}</);
  });

  test('says where it is cut off: a shallow clone', async () => {
    await using project = await makeGitProject({ clinic: exampleDocument });
    await writeBundle(project.root, 'clinic', without('note'));
    project.commit();
    const clone = await mkdtemp(join(tmpdir(), 'shallow-'));
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${project.root}`, clone]);
    const history = await readHistory({ root: clone, name: 'clinic', cache: join(clone, 'cache') });
    expect(statesOf(history)).toEqual(['first']);
    expect(pageOf(history)).toContain('shallow clone');
    await rm(clone, { recursive: true });
  });

  test('says so without git', async () => {
    await using project = await makeProject({ clinic: exampleDocument });
    const history = await readHistory({
      root: project.root,
      name: 'clinic',
      cache: join(project.root, 'cache'),
    });
    expect(history.versions).toEqual([]);
    expect(pageOf(history)).toContain('outside of a git repository');
  });

  test('goes on where a former version cannot be read', async () => {
    await using project = await makeGitProject({ clinic: { openapi: 'nonsense' } });
    await writeBundle(project.root, 'clinic', exampleDocument);
    project.commit();
    const history = await readHistory({
      root: project.root,
      name: 'clinic',
      cache: join(project.root, 'cache'),
    });
    expect(statesOf(history)).toEqual(['incomparable', 'first']);
  });

  test('nobody looked: the page says so', () => {
    expect(renderHistory(api, undefined).markup).toContain('without a look at the history');
  });
});
