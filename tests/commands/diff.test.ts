import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiDiff } from '../../scripts/diff/apiDiff.ts';
import { isObject, parsePointer, valueAt } from '../../scripts/json/pointer.ts';
import type { Json, JsonObject } from '../../scripts/model/json.ts';
import { exampleDocument } from '../docs/exampleDocument.ts';
import { makeProject, writeBundle } from '../docs/makeProject.ts';
import { makeGitProject } from './gitProject.ts';
import { runScript } from './runScript.ts';

/** A copy of a document with members set at JSON pointers, or taken away (`undefined`). */
function changed(document: JsonObject, changes: Record<string, Json | undefined>): JsonObject {
  const copy = structuredClone(document);
  for (const [pointer, value] of Object.entries(changes)) {
    const parent = valueAt(copy, pointer.slice(0, pointer.lastIndexOf('/')));
    const key = parsePointer(pointer).at(-1) ?? '';
    if (!isObject(parent) && !Array.isArray(parent)) throw new Error(`There is nothing at ${pointer}.`);
    const members = parent as JsonObject;
    if (value === undefined) delete members[key];
    else members[key] = value;
  }
  return copy;
}

const visit = '/components/schemas/Visit';
const create = '/paths/~1visits/post';
const get = '/paths/~1visits~1{id}/get';

const base = changed(exampleDocument, {
  [`${visit}/properties/kind`]: { type: 'string', enum: ['first', 'control', 'emergency'] },
  [`${create}/requestBody/content/application~1json/schema`]: { $ref: '#/components/schemas/NewVisit' },
  '/components/schemas/NewVisit': {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', description: 'Whose visit it is.' },
      kind: { type: 'string', enum: ['first', 'control', 'emergency'] },
    },
  },
});
const newVisit = '/components/schemas/NewVisit';

type Project = Awaited<ReturnType<typeof makeGitProject>>;

let project: Project;
beforeAll(async () => {
  project = await makeGitProject({ clinic: base, other: base });
});
afterAll(() => project[Symbol.asyncDispose]());

/** Runs the command on the working tree with a changed bundle, and puts the tree back. */
async function diff(changes: Record<string, Json | undefined>, argv: string[] = []) {
  await writeBundle(project.root, 'clinic', changed(base, changes));
  const run = await runScript('diff.ts', {
    cwd: project.root,
    argv: ['clinic', '--format', 'json', ...argv],
  });
  project.git('checkout', '--quiet', '--', '.');
  const [api] = (JSON.parse(run.stdout) as { apis: ApiDiff[] }).apis;
  if (!api) throw new Error(run.stderr);
  return { ...api, code: run.code };
}

function rulesOf({ breaking }: ApiDiff): string[] {
  return breaking.flatMap(({ reasons }) => reasons.map(({ rule }) => rule));
}

describe('breaking', () => {
  test.each([
    {
      title: 'a removed path',
      changes: { '/paths/~1visits~1{id}': undefined },
      rules: ['path-removed'],
      pointer: '/paths/~1visits~1{id}',
    },
    {
      title: 'a renamed path',
      changes: {
        '/paths/~1visits~1{id}': undefined,
        '/paths/~1calls~1{id}': valueAt(base, '/paths/~1visits~1{id}'),
      },
      rules: ['path-removed'],
    },
    {
      title: 'a new required field',
      changes: {
        [`${newVisit}/required`]: ['name', 'age'],
        [`${newVisit}/properties/age`]: { type: 'integer' },
      },
      rules: ['required-properties-added'],
      pointer: `${newVisit}/required`,
    },
    {
      title: 'a narrowed enumeration',
      changes: { [`${newVisit}/properties/kind/enum`]: ['first', 'control'] },
      rules: ['enum-values-removed'],
      pointer: `${newVisit}/properties/kind/enum`,
    },
    {
      title: 'a new required parameter',
      changes: {
        [`${get}/parameters/1`]: { name: 'full', in: 'query', required: true, schema: { type: 'boolean' } },
      },
      rules: ['parameter-became-required'],
    },
    {
      title: 'a field that an answer no longer has',
      changes: { [`${visit}/properties/age`]: undefined },
      rules: ['property-removed'],
    },
    {
      title: 'another way to authenticate',
      changes: { '/components/securitySchemes/clinicKey/name': 'X-Other-Key' },
      rules: ['security-scheme-changed'],
    },
  ])('$title', async ({ changes, rules, pointer }) => {
    const found = await diff(changes);
    expect(rulesOf(found)).toEqual(rules);
    expect(found.evidence).toEqual([]);
    if (pointer) expect(found.breaking[0]?.pointer).toBe(pointer);
    expect(found.code).toBe(1);
  });
});

describe('not breaking', () => {
  test.each([
    {
      title: 'a changed description',
      changes: { [`${newVisit}/properties/name/description`]: 'The name of the patient.' },
      other: [{ kind: 'modified', impact: 'patch', member: 'description' }],
    },
    {
      title: 'a new optional field',
      changes: { [`${newVisit}/properties/age`]: { type: 'integer' } },
      other: [{ kind: 'added', impact: 'minor' }],
    },
    {
      title: 'a field that is called like a mark',
      changes: { [`${newVisit}/properties/x-inferred`]: { type: 'string' } },
      other: [{ kind: 'added', impact: 'minor' }],
    },
    { title: 'nothing at all', changes: {}, other: [] },
  ])('$title', async ({ changes, other }) => {
    const found = await diff(changes);
    expect(found.breaking).toEqual([]);
    expect(found.other).toMatchObject(other);
    expect(found.other).toHaveLength(other.length);
    expect(found.evidence).toEqual([]);
    expect(found.code).toBe(0);
  });
});

describe('of evidence alone', () => {
  const note = `${visit}/properties/note`;
  test.each([
    {
      title: 'a reason in other words',
      changes: { [`${note}/x-inferred`]: 'It is in the example.' },
      before: 'inferred: The example carries a `note`.',
      after: 'inferred: It is in the example.',
      pointers: [note, `${note}/type`],
    },
    {
      title: 'a mark taken off: now it is documented',
      changes: { [`${note}/x-inferred`]: undefined },
      before: 'inferred: The example carries a `note`.',
      after: 'documented',
      pointers: [note, `${note}/type`],
    },
    {
      title: 'a mark on what was documented',
      changes: { [`${newVisit}/properties/kind/x-inferred`]: { enum: 'Seen in answers.' } },
      before: 'documented',
      after: 'inferred: Seen in answers.',
      pointers: [`${newVisit}/properties/kind/enum`],
    },
    {
      title: 'an entry of a map of marks',
      changes: { [`${create}/x-inferred/responses~1401`]: 'Seen once.' },
      before: 'inferred: A missing key is refused by every framework of this kind.',
      after: 'inferred: Seen once.',
      pointers: ['/components/responses/Refused'],
    },
    {
      title: 'what a source says in a conflict',
      changes: { [`${create}/x-conflict/0/sources/1/says`]: 'The example is cut off.' },
      before:
        'conflict: A key is needed. — The rule outweighs the example. (clinic.txt, “Keys”: A key is needed.; clinic.txt, “Example”: The example sends none.)',
      after:
        'conflict: A key is needed. — The rule outweighs the example. (clinic.txt, “Keys”: A key is needed.; clinic.txt, “Example”: The example is cut off.)',
      pointers: ['/security/0'],
    },
    {
      title: 'the source of an operation',
      changes: { [`${get}/x-source/section`]: 'One visit' },
      before: 'source: clinic.txt, “GET one”',
      after: 'source: clinic.txt, “One visit”',
      pointers: [`${get}/x-source`],
    },
  ])('$title', async ({ changes, before, after, pointers }) => {
    const found = await diff(changes);
    expect(found.evidence).toEqual([{ before, after, pointers }]);
    expect([...found.breaking, ...found.other]).toEqual([]);
    expect(found.code).toBe(0);
  });
});

test('says all of it to a person', async () => {
  await writeBundle(
    project.root,
    'clinic',
    changed(base, {
      [`${newVisit}/required`]: ['name', 'kind'],
      [`${newVisit}/properties/name/description`]: 'The patient.',
      [`${visit}/properties/note/x-inferred`]: undefined,
    }),
  );
  const { code, stdout, stderr } = await runScript('diff.ts', { cwd: project.root });
  project.git('checkout', '--quiet', '--', '.');
  expect(stdout).toBe(`clinic  1 breaking, 1 other, 1 of evidence alone
  breaking
    modified  POST /visits requestBody/content/application/json/schema · required
              Properties of \`NewVisit\` became required: \`kind\`. (required-properties-added)
  other
    modified  POST /visits requestBody/content/application/json/schema/properties/name · description
  evidence alone
    2 statements
      - inferred: The example carries a \`note\`.
      + documented
      at /components/schemas/Visit/properties/note
      at /components/schemas/Visit/properties/note/type
other  no changes
`);
  expect(stderr).toMatch(/^diff: against merge base with main \([0-9a-f]{10}\)\n$/);
  expect(code).toBe(1);
});

describe('APIs that come and go', () => {
  test('a new one breaks nothing', async () => {
    await using fresh = await makeGitProject({ clinic: base });
    await writeFile(
      join(fresh.root, 'redocly.yaml'),
      'apis:\n  clinic: {root: openapi/clinic/openapi.yaml}\n  added: {root: openapi/added/openapi.yaml}\n',
    );
    await writeBundle(fresh.root, 'added', base);
    const { code, stdout } = await runScript('diff.ts', { cwd: fresh.root });
    expect(stdout).toBe('clinic  no changes\nadded  new API\n');
    expect(code).toBe(0);
  });

  test.each([{ argv: [] }, { argv: ['other'] }])('a removed one breaks: $argv', async ({ argv }) => {
    await using fresh = await makeGitProject({ clinic: base, other: base });
    await writeFile(
      join(fresh.root, 'redocly.yaml'),
      'apis: {clinic: {root: openapi/clinic/openapi.yaml}}\n',
    );
    const { code, stdout } = await runScript('diff.ts', { cwd: fresh.root, argv });
    expect(stdout).toBe(`${argv.length > 0 ? '' : 'clinic  no changes\n'}other  removed API: breaking\n`);
    expect(code).toBe(1);
  });
});

describe('the revision to compare with', () => {
  const breaking = changed(base, { '/paths/~1visits~1{id}': undefined });

  test.each([
    { argv: [], code: 1, title: 'where the branch left main' },
    { argv: ['--base', 'HEAD'], code: 0, title: 'the last commit, asked for' },
    { argv: ['--base', 'main'], code: 0, title: 'main as it is now' },
    { argv: ['--base', 'v1'], code: 1, title: 'a tag' },
  ])('$title', async ({ argv, code }) => {
    await using branched = await makeGitProject({ clinic: base });
    branched.git('tag', 'v1');
    branched.git('switch', '--quiet', '--create', 'topic');
    await writeBundle(branched.root, 'clinic', breaking);
    branched.commit();
    branched.git('switch', '--quiet', 'main');
    await writeBundle(branched.root, 'clinic', changed(breaking, { '/info/description': 'Elsewhere.' }));
    branched.commit();
    branched.git('switch', '--quiet', 'topic');
    expect(await runScript('diff.ts', { cwd: branched.root, argv })).toMatchObject({ code });
  });

  test('a project below the top of its repository', async () => {
    await using inner = await makeGitProject({});
    const root = join(inner.root, 'contracts');
    await writeBundle(root, 'clinic', base);
    await writeFile(join(root, 'redocly.yaml'), 'apis: {clinic: {root: openapi/clinic/openapi.yaml}}\n');
    inner.commit();
    await writeBundle(root, 'clinic', breaking);
    expect(await runScript('diff.ts', { cwd: join(root, 'generated') })).toMatchObject({ code: 1 });
  });
});

describe('wrong usage', () => {
  test.each([
    { argv: ['--base', 'nowhere'], message: 'Unknown revision "nowhere".' },
    { argv: ['--base', '--output=file'], message: 'ambiguous' },
    { argv: ['--base=--output=file'], message: 'Unknown revision "--output=file".' },
    { argv: ['nobody'], message: 'Unknown API: nobody.\nKnown in redocly.yaml: clinic, other.' },
    { argv: ['--format', 'yaml'], message: 'Unknown format yaml.\nKnown: text, json.' },
    { argv: ['--bas', 'main'], message: 'Unknown flag --bas.\nDid you mean --base?' },
  ])('$argv', async ({ argv, message }) => {
    const { code, stdout, stderr } = await runScript('diff.ts', { cwd: project.root, argv });
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('no git repository', async () => {
    await using bare = await makeProject({ clinic: base });
    const { code, stderr } = await runScript('diff.ts', { cwd: bare.root });
    expect(stderr).toContain('The project is not in a git repository.');
    expect(code).toBe(2);
  });

  test('a bundle that is no OpenAPI document', async () => {
    await writeBundle(project.root, 'other', { openapi: '9.9' });
    const { code, stderr } = await runScript('diff.ts', { cwd: project.root });
    project.git('checkout', '--quiet', '--', '.');
    expect(stderr).toContain('generated/other/openapi.json: it cannot be compared with what it was');
    expect(code).toBe(2);
  });

  test('a bundle that is not there', async () => {
    await rm(join(project.root, 'generated/other'), { recursive: true });
    const { code, stderr } = await runScript('diff.ts', { cwd: project.root });
    project.git('checkout', '--quiet', '--', '.');
    expect(stderr).toContain('generated/other/openapi.json: the bundle cannot be read');
    expect(code).toBe(2);
  });
});
