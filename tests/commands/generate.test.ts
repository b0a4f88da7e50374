import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Changes, openapi, thing, writeProject } from './lintProject.ts';
import { runScript } from './runScript.ts';

const files = ['client.ts', 'contract/default.test.ts', 'openapi.json', 'schemas.ts', 'types.ts'];

/** A small project in a temporary folder that goes with the test. */
function project(changes: Changes = {}) {
  const root = writeProject(changes);
  const generate = (...argv: string[]) => runScript('generate.ts', { cwd: root, argv });
  return { root, generate, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}

/** Every file below a folder, with a digest of its bytes. */
async function digests(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const digest = async (path: string) =>
    [
      path.slice(folder.length + 1),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ] as const;
  return Object.fromEntries(await Promise.all(paths.sort().map(digest)));
}

describe('npm run generate', () => {
  test('writes the files of every API, says so, and then finds nothing to do', async () => {
    await using given = project();
    const first = await given.generate();
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toBe(
      'things: 5 files, 5 written, 0 removed\nothers: 5 files, 5 written, 0 removed\n',
    );
    const written = await digests(join(given.root, 'generated'));
    expect(Object.keys(written)).toEqual(
      ['others', 'things'].flatMap((api) => files.map((file) => `${api}/${file}`)),
    );
    expect((await given.generate()).stdout).toBe(
      'things: 5 files, 0 written, 0 removed\nothers: 5 files, 0 written, 0 removed\n',
    );
    expect(await digests(join(given.root, 'generated'))).toEqual(written);
  });

  test('gives the same bytes in another folder', async () => {
    await using one = project();
    await using other = project();
    await Promise.all([one.generate(), other.generate()]);
    expect(await digests(join(one.root, 'generated'))).toEqual(await digests(join(other.root, 'generated')));
  });

  test('writes only the named APIs', async () => {
    await using given = project();
    await given.generate('things');
    expect(await readdir(join(given.root, 'generated'))).toEqual(['things']);
  });

  test('takes away what nothing generates any more', async () => {
    await using given = project();
    await given.generate('things');
    const left = join(given.root, 'generated/things/contract/gone.test.ts');
    await writeFile(left, '// of a tag that is gone\n');
    expect((await given.generate('things', '--check')).stdout).toContain(
      'contract/gone.test.ts is generated no more',
    );
    expect((await given.generate('things')).stdout).toBe('things: 5 files, 0 written, 1 removed\n');
    expect(Object.keys(await digests(join(given.root, 'generated/things')))).toEqual(files);
  });

  test.each([['--check', 'nobody'], ['--chek']])('refuses %s %s', async (...argv) => {
    await using given = project();
    const { code, stderr } = await given.generate(...argv);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Known in redocly.yaml: things, others|Did you mean --check\?/);
  });
});

describe('npm run generate -- --check', () => {
  test('is content with what is up to date', async () => {
    await using given = project();
    await given.generate();
    expect(await given.generate('--check')).toEqual({
      code: 0,
      stdout: 'generated/ is up to date (10 files of 2 APIs)\n',
      stderr: '',
    });
  });

  test('names what is not, writes nothing, and tells the repairing command', async () => {
    await using given = project();
    await given.generate();
    await writeFile(join(given.root, 'generated/things/types.ts'), '// edited by hand\n');
    await rm(join(given.root, 'generated/others/openapi.json'));
    const before = await digests(join(given.root, 'generated'));
    const { code, stdout } = await given.generate('--check');
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'generated/things/types.ts is not up to date',
      'generated/others/openapi.json is not up to date',
      '',
      'Repair it with: npm run generate',
      '',
    ]);
    expect(await digests(join(given.root, 'generated'))).toEqual(before);
  });
});

const twice = {
  ...openapi,
  paths: { '/thing': { $ref: 'paths/thing.yaml' }, '/other': { $ref: 'paths/other.yaml' } },
};
const sharedPaths = { '/thing': { $ref: 'paths/thing.yaml' }, '/other': { $ref: 'paths/thing.yaml' } };
const wrongExample = {
  get: {
    ...thing.get,
    responses: {
      ...thing.get.responses,
      200: {
        description: 'The thing.',
        content: {
          'application/json': {
            schema: { $ref: '../components/schemas/Thing.yaml' },
            examples: { one: { value: { id: 'one' } } },
          },
        },
      },
    },
  },
};
const lost = { get: { ...thing.get, responses: { 200: { $ref: 'nowhere.yaml' } } } };

describe('a faulty document', () => {
  const things = 'openapi/things';
  /** A project whose files are generated. */
  let whole: ReturnType<typeof project>;
  beforeAll(async () => {
    whole = project();
    expect((await whole.generate()).code).toBe(0);
  });
  afterAll(() => whole[Symbol.asyncDispose]());

  test.each<[string, Changes, RegExp]>([
    [
      'a broken $ref',
      { [`${things}/paths/thing.yaml`]: lost },
      /paths\/thing\.yaml:\d+:\d+ #\/get\/responses\/200/,
    ],
    [
      'an operationId that occurs twice',
      { [`${things}/openapi.yaml`]: twice, [`${things}/paths/other.yaml`]: thing },
      /paths\/\w+\.yaml:\d+:\d+ #\/get: .*unique/,
    ],
    [
      'a path file that stands for two paths',
      { [`${things}/openapi.yaml`]: { ...twice, paths: sharedPaths } },
      /openapi\/things\/openapi\.yaml #\/paths\/~1other\/get\/operationId: .*getThing/,
    ],
    [
      'an example that breaks its schema',
      { [`${things}/paths/thing.yaml`]: wrongExample },
      /paths\/thing\.yaml:\d+:\d+ #\/get\/responses\/200\/content\/application~1json\/examples\/one\/value\/id/,
    ],
    ['no YAML', { [`${things}/openapi.yaml`]: 'openapi: [3.1.0\n' }, /openapi\/things\/openapi\.yaml/],
    ['no root document', { [`${things}/openapi.yaml`]: '' }, /openapi\/things\/openapi\.yaml/],
  ])('%s: one message with the place, exit code 2, and generated/ as it was', async (_, changes, place) => {
    await using given = project();
    await cp(join(whole.root, 'generated'), join(given.root, 'generated'), { recursive: true });
    const before = await digests(join(given.root, 'generated'));
    expect(Object.keys(before)).toHaveLength(2 * files.length);
    await using faulty = project(changes);
    const { code, stdout, stderr } = await faulty.generate();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(place);
    expect(stderr.match(/^error /gm)).toHaveLength(1);
    expect(await digests(join(faulty.root, 'generated'))).toEqual({});
    // And where something had been generated, it stays.
    for (const [file, content] of Object.entries(changes)) {
      const text = typeof content === 'string' ? content : await readFile(join(faulty.root, file), 'utf8');
      await writeFile(join(given.root, file), text);
    }
    expect((await given.generate()).code).toBe(2);
    expect(await digests(join(given.root, 'generated'))).toEqual(before);
  });
});
