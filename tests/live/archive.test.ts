import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../scripts/model/json.ts';
import type { Report } from '../../scripts/model/report.ts';
import { runScript } from '../commands/runScript.ts';
import { casesOf } from '../contract/reports/casesOf.ts';
import { makeContractProject } from '../support/makeContractProject.ts';
import { archiveDocument } from './archiveDocument.ts';
import { foundIn, makeArchiveProject, runArchive } from './runArchive.ts';
import { type ArchiveLie, startArchive } from './startArchive.ts';

let project: Awaited<ReturnType<typeof makeArchiveProject>>;
beforeAll(async () => {
  project = await makeArchiveProject();
});
afterAll(() => project[Symbol.asyncDispose]());

const before = ['/folders/1', '/folders/1/notes/welcome', '/visitors/77'];
const writes = ['--allow-writes'];

test('a truthful server: nothing is found, and nothing left that can be deleted', async () => {
  await using server = await startArchive();
  const { code, cases, report, stdout } = await runArchive({ ...project, url: server.url, argv: writes });
  expect(foundIn(cases)).toEqual([]);
  expect(code).toBe(0);
  const label = [...server.holdings.keys()].filter((place) => !before.includes(place));
  expect(label).toHaveLength(1);
  expect(label[0]).toMatch(/^\/labels\/\d+$/);
  expect(report.cleanup).toMatchObject({
    deleted: (report.cleanup?.made ?? 0) - 1,
    left: [{ method: 'POST', path: '/labels', isDeletable: false }],
  });
  expect(stdout).toContain('still there:\n  archive POST /labels (id 1');
  const stateful = cases.filter(({ kind }) => /-is-/.test(kind));
  expect(stateful.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    'createFolder created-is-readable passed',
    'updateFolder updated-is-visible passed',
    'deleteFolder deleted-is-gone passed',
    'createNote created-is-readable passed',
    'updateNote updated-is-visible passed',
    'deleteNote deleted-is-gone passed',
    'createLabel created-is-readable passed',
  ]);
  // Looked for once, however many cases read it.
  const purposes = report.apis[0]?.preparation?.map(({ purpose }) => purpose) ?? [];
  expect(purposes.filter((one) => one === 'to have what GET /folders/{id} names')).toHaveLength(1);
});

test.each<[ArchiveLie, string, string]>([
  ['forgets-new', 'createFolder', 'created-is-readable'],
  ['shows-other-values', 'createFolder', 'created-is-readable'],
  ['lists-old-only', 'createFolder', 'created-is-readable'],
  ['loses-updates', 'updateFolder', 'updated-is-visible'],
  ['loses-updates', 'updateNote', 'updated-is-visible'],
  ['keeps-deleted', 'deleteFolder', 'deleted-is-gone'],
  ['lists-deleted', 'deleteNote', 'deleted-is-gone'],
])('a server that %s, asked for %s, is caught by %s alone', async (lie, operationId, check) => {
  await using server = await startArchive({ lies: [lie] });
  const argv = [...writes, '--only', operationId];
  const { code, cases, text } = await runArchive({ ...project, url: server.url, argv });
  expect(foundIn(cases)).toEqual([`violation ${check}`]);
  expect(cases.filter(({ findings }) => findings.length > 0).map(({ id }) => id)).toEqual([
    `${operationId} ${check}`,
  ]);
  expect(code).toBe(1);
  // What the server calls its things stands in no report; our own are three digits long.
  expect(text).not.toMatch(/folders\/1\d\d/);
});

describe('without --allow-writes', () => {
  test('identifiers come from lists, and nothing is sent but GET', async () => {
    await using server = await startArchive();
    const { code, cases, report } = await runArchive({ ...project, url: server.url });
    expect(code).toBe(0);
    expect(server.requests.filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect([...server.holdings.keys()]).toEqual(before);
    expect(server.requests).toContain('GET /folders/1/notes/welcome');
    expect(cases.find(({ id }) => id === 'getNote example example')?.outcome).toBe('passed');
    expect(report.cleanup).toBeUndefined();
    const visitor = cases.find(({ id }) => id === 'getVisitor example example');
    expect(visitor).toMatchObject({
      outcome: 'skipped',
      reason:
        'nothing is known to put in place of {id} (no operation lists it); add to the file of --values: `getVisitor: {id: …}`',
    });
    const changed = cases.filter(({ id }) =>
      /^(update|delete|create)\w+ (?!undocumented|documented)/.test(id),
    );
    expect(new Set(changed.map(({ reason }) => reason))).toEqual(
      new Set(['writes are not allowed: --allow-writes']),
    );
  });

  test('a value of the user is asked for', async () => {
    await using server = await startArchive();
    const values = 'getVisitor: {id: 77}\nkey: welcome\n';
    const { cases } = await runArchive({
      ...project,
      url: server.url,
      values,
      argv: ['--only', 'getVisitor,getNote'],
    });
    expect(cases.find(({ id }) => id === 'getVisitor example example')?.outcome).toBe('passed');
    expect(server.requests).not.toContain('GET /folders/1/notes');
    expect(server.requests).toContain('GET /folders/1/notes/welcome');
  });
});

describe('what is there already', () => {
  test('is not changed or deleted as a whole, nor what there is one of, unless the operation is named', async () => {
    const { paths, ...others } = archiveDocument;
    const all = paths as Record<string, JsonObject>;
    const whole = (operationId: string) => ({ operationId, responses: { 204: { description: 'Done.' } } });
    const folders = { ...all['/folders'], patch: whole('changeFolders'), delete: whole('deleteFolders') };
    const settings = { put: whole('changeSettings') };
    const archive = { ...others, paths: { ...all, '/folders': folders, '/visitor/settings': settings } };
    await using own = await makeContractProject({ archive });
    await using server = await startArchive();
    const run = { root: own.root, url: server.url };
    const { cases } = await runArchive({ ...run, argv: writes });
    const ofWhole = cases.filter(({ id }) => /^(changeFolders|deleteFolders|changeSettings) /.test(id));
    expect(
      ofWhole.filter(({ outcome, kind }) => outcome !== 'skipped' && kind !== 'undocumented-method'),
    ).toEqual([]);
    const reasons = ofWhole.map(({ reason }) => reason);
    const notMade = 'what the run has not made; if that is meant, name it: --only';
    expect(reasons).toContain(`it would delete ${notMade} deleteFolders`);
    expect(reasons).toContain(`it would change ${notMade} changeSettings`);
    const asWhole = /^((PATCH|DELETE) \/folders|PUT \/visitor\/settings)$/;
    expect(server.requests.filter((one) => asWhole.test(one))).toEqual([]);
    await runArchive({ ...run, argv: [...writes, '--only', 'DELETE /folders'] });
    expect(server.requests).toContain('DELETE /folders');
    expect(server.requests).not.toContain('PATCH /folders');
  });

  test('is hurt by nothing that is said of all operations', async () => {
    await using server = await startArchive();
    const run = await runArchive({
      ...project,
      url: server.url,
      values: 'id: 1\nkey: welcome\n',
      // There is no label of this number.
      argv: [...writes, '--exclude', 'getLabel,getVisitor'],
    });
    expect(foundIn(run.cases)).toEqual([]);
    expect(server.holdings.get('/folders/1')).toEqual({ id: 1, title: 'The founding deed' });
    expect(server.holdings.get('/folders/1/notes/welcome')).toEqual({
      key: 'welcome',
      text: 'Please wear gloves.',
    });
  });

  test('is not taken for what the run made, under a name that it did not make up', async () => {
    await using server = await startArchive({ lies: ['shows-what-is-there'] });
    const place = `/folders/1/notes/${'x'.repeat(24)}`;
    server.holdings.set(place, { key: 'x'.repeat(24), text: 'Kept since 1950.' });
    const { report } = await runArchive({
      ...{ ...project, url: server.url, values: 'createNote: {id: 1}' },
      argv: [...writes, '--only', 'createNote'],
    });
    expect([...server.holdings.keys()]).toEqual([...before, place]);
    expect(report.cleanup?.left).toMatchObject([{ reason: 'it may have been there before' }]);
  });

  test('is deleted where the user says so of the very operation', async () => {
    await using server = await startArchive();
    const argv = [...writes, '--only', 'deleteVisitor'];
    await runArchive({ ...project, url: server.url, values: 'deleteVisitor: {id: 77}', argv });
    expect(server.holdings.has('/visitors/77')).toBe(false);
  });

  test('is met by neither of two runs at once', async () => {
    await using server = await startArchive();
    const argv = [...writes, '--only', 'createNote,updateNote'];
    const one = { ...project, url: server.url, values: 'createNote: {id: 1}\nlistNotes: {id: 1}\n', argv };
    const runs = await Promise.all([runArchive(one), runArchive(one)]);
    const refused = runs.flatMap(({ cases }) => cases.filter(({ findings }) => findings.length > 0));
    // What is at a limit of its own is the same in both.
    expect(refused.filter(({ id }) => !id.includes('boundary')).map(({ id }) => id)).toEqual([]);
    expect([...server.holdings.keys()]).toEqual(before);
  });
});

test('what cannot be deleted is listed, and the run does not pass', async () => {
  await using server = await startArchive({ lies: ['never-deletes'] });
  const argv = [...writes, '--only', 'createFolder'];
  const { code, report, stdout } = await runArchive({ ...project, url: server.url, argv });
  expect(report.totals).toMatchObject({ violations: 0, drift: 0 });
  expect(code).toBe(1);
  expect(report.cleanup?.deleted).toBe(0);
  expect(report.cleanup?.left.length).toBe(report.cleanup?.made);
  expect(stdout).toContain('archive DELETE /folders/{id} (id 101): it answered 409');
});

test('what nothing deletes is made as often as asked for with --allow-leftovers', async () => {
  await using server = await startArchive();
  const argv = [...writes, '--allow-leftovers', '--only', 'createLabel'];
  const { code, cases, report } = await runArchive({ ...project, url: server.url, argv });
  expect(code).toBe(0);
  expect(cases.filter(({ reason }) => reason?.includes('leave behind'))).toEqual([]);
  expect(report.cleanup?.left.length).toBeGreaterThan(2);
});

test('an operation that is left out is not used to find something out either', async () => {
  await using server = await startArchive();
  const argv = [...writes, '--exclude', 'createFolder,DELETE /folders/{id}/notes/{key}'];
  const { report } = await runArchive({ ...project, url: server.url, argv });
  expect(server.requests).not.toContain('POST /folders');
  expect(server.requests.filter((one) => /^DELETE .*notes\//.test(one))).toEqual([]);
  expect(casesOf(report).filter(({ id }) => id === 'createNote example example')).toMatchObject([
    { outcome: 'passed' },
  ]);
});

test('without a target the mock that remembers is asked', async () => {
  const run = await runScript('contract.ts', { argv: ['archive'], cwd: project.root });
  expect(run.code).toBe(0);
  const file = join(project.root, 'reports', 'contract.json');
  const report = JSON.parse(await readFile(file, 'utf8')) as Report;
  const stateful = casesOf(report).filter(({ kind }) => /-is-/.test(kind));
  expect(stateful.map(({ id, outcome, reason }) => [id, outcome, reason]).slice(0, 3)).toEqual([
    ['createFolder created-is-readable', 'passed', undefined],
    ['updateFolder updated-is-visible', 'passed', undefined],
    ['deleteFolder deleted-is-gone', 'passed', undefined],
  ]);
  expect(stateful.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(report.cleanup).toBeUndefined();
});
