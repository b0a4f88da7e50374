import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { runSteps } from '../../scripts/lint/steps.ts';
import { type Changes, openapi, redocly, repository, stories, thing, writeProject } from './lintProject.ts';

const { NODE_COMPILE_CACHE } = process.env;
const compiled = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };

interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
  root: string;
}

/** Runs the command in a small project, in one of its folders. */
async function lint({ argv = [] as string[], changes = {} as Changes, folder = '' } = {}): Promise<Run> {
  const root = writeProject(changes);
  const child = spawn(process.execPath, [join(repository, 'scripts/lint.ts'), ...argv], {
    cwd: join(root, folder),
    // The tools are found without any PATH.
    env: { NO_COLOR: '1', PATH: '', ...compiled },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  rmSync(root, { recursive: true });
  return { code, stdout, stderr, root };
}

describe('a clean project', () => {
  test('exits with 0, a line per step, and a total', async () => {
    const { code, stdout, stderr } = await lint({ folder: 'openapi/things' });
    expect(stdout.replaceAll(/\d+\.\d s/g, 'N s').replaceAll(/ +/g, ' ')).toBe(
      'documents N s ok 2 APIs, 6 files\ntypes N s ok\nstyle N s ok 2 files\nlint N s clean\n',
    );
    expect(stderr).toBe('lint: documents …\nlint: types …\nlint: style …\n');
    expect(code).toBe(0);
  });

  test('tells machines the same', async () => {
    const { code, stdout } = await lint({ argv: ['things', '--format', 'json'] });
    const durationMs = expect.any(Number);
    expect(JSON.parse(stdout)).toEqual({
      exitCode: 0,
      durationMs,
      steps: [
        { name: 'documents', durationMs, figure: '1 API, 3 files', problems: [] },
        { name: 'types', durationMs, figure: '', problems: [] },
        { name: 'style', durationMs, figure: '2 files', problems: [] },
      ],
    });
    expect(code).toBe(0);
  });
});

const misnamed = { get: { ...thing.get, operationId: 'fetchThing' } };

const found: { name: string; changes: Changes; code: number; problem: object }[] = [
  {
    name: 'a broken $ref',
    changes: {
      'openapi/things/openapi.yaml': { ...openapi, paths: { '/thing': { $ref: 'paths/ting.yaml' } } },
    },
    code: 2,
    problem: {
      file: 'openapi/things/openapi.yaml',
      line: 14,
      column: 5,
      pointer: '#/paths/~1thing',
      rule: 'no-unresolved-refs',
      message: expect.stringMatching(/^Can't resolve \$ref: ENOENT.*'openapi\/things\/paths\/ting\.yaml'$/),
      unreadable: true,
    },
  },
  {
    name: 'a problem of each step',
    changes: {
      'openapi/things/paths/thing.yaml': misnamed,
      'index.ts': "export const  one: number = '1';\n",
    },
    code: 1,
    problem: {
      file: 'index.ts',
      rule: 'format',
      message: 'Not formatted. Run: npx biome check --write index.ts',
    },
  },
  {
    name: 'a wrong type',
    changes: { 'index.ts': "export const one: number = '1';\n" },
    code: 1,
    problem: {
      file: 'index.ts',
      line: 1,
      column: 14,
      rule: 'TS2322',
      message: expect.stringContaining('not assignable'),
    },
  },
  {
    name: 'a broken tsconfig.json',
    changes: { 'tsconfig.json': '{ "files": ["none.ts"] }' },
    code: 1,
    problem: {
      file: 'tsconfig.json',
      rule: 'TS6053',
      message: expect.stringMatching(/^File 'none\.ts' not found\./),
    },
  },
  {
    name: 'a warning of biome',
    changes: { 'index.ts': 'const two = 2;\nexport const one = 1;\n' },
    code: 1,
    problem: { file: 'index.ts', line: 1, column: 7, rule: 'lint/correctness/noUnusedVariables' },
  },
  {
    name: 'a broken biome.json',
    changes: { 'biome.json': '{ "fils": {} }\n' },
    code: 1,
    problem: { file: 'biome.json', rule: 'biome', message: expect.stringContaining('fils') },
  },
];

const storiesFile = 'openapi/things/workflows.arazzo.yaml';

describe('stories', () => {
  test('are linted and counted with the documents', async () => {
    const { code, stdout } = await lint({ changes: { [storiesFile]: stories } });
    expect(stdout).toContain('2 APIs, 7 files, 1 story\n');
    expect(code).toBe(0);
  });

  test('of a document that cannot be read are linted all the same', async () => {
    const changes = {
      [storiesFile]: { ...stories, flows: [] },
      'openapi/things/openapi.yaml': 'openapi: [\n',
    };
    const { code, stdout } = await lint({ argv: ['things'], changes });
    expect(stdout).toContain(`${storiesFile}:`);
    expect(stdout).toContain('openapi/things/openapi.yaml:2:1');
    expect(code).toBe(2);
  });

  test('that cannot be read are 2', async () => {
    const { code, stdout } = await lint({ argv: ['things'], changes: { [storiesFile]: 'arazzo: [\n' } });
    expect(stdout).toContain(`${storiesFile}:2:1`);
    expect(code).toBe(2);
  });
});

describe('what is found', () => {
  test.each(found)('$name', async ({ changes, code, problem }) => {
    const run = await lint({ argv: ['things', '--format', 'json'], changes });
    const report = JSON.parse(run.stdout) as {
      exitCode: number;
      steps: { name: string; problems: object[] }[];
    };
    expect(report.steps.flatMap(({ problems }) => problems)).toContainEqual(expect.objectContaining(problem));
    expect(report.steps.map(({ name }) => name)).toEqual(['documents', 'types', 'style']);
    expect(report.exitCode).toBe(code);
    expect(run.code).toBe(code);
    expect(run.stdout).not.toContain(run.root);
  });

  test('each API is linted, though one before it cannot be read', async () => {
    const changes = {
      'openapi/things/openapi.yaml': 'openapi: [\n',
      'openapi/others/paths/thing.yaml': misnamed,
    };
    const { code, stdout } = await lint({ changes });
    expect(stdout).toMatch(/^ {2}openapi\/things\/openapi\.yaml:2:1 {2}# {2}readable\n {4}\S/m);
    expect(stdout).toMatch(
      /^ {2}openapi\/others\/paths\/thing\.yaml:2:16 {2}#\/get\/operationId {2}care\/operation-id-verb$/m,
    );
    expect(stdout).toMatch(/^lint +\d+\.\d s {2}2 problems$/m);
    expect(code).toBe(2);
  });
});

test('types that are known from the last time are told all the same', async () => {
  const root = writeProject({ 'node_modules/none.txt': '', 'index.ts': "export const one: number = '1';\n" });
  const ofTypes = async () => {
    const rules: string[] = [];
    for await (const { name, problems } of runSteps({ projectRoot: root, apis: [], onStart: () => {} }))
      if (name === 'types') rules.push(...problems.map(({ rule }) => rule));
    return rules;
  };
  expect(await ofTypes()).toEqual(['TS2322']);
  expect(existsSync(join(root, 'node_modules/.cache/types.tsbuildinfo'))).toBe(true);
  expect(await ofTypes()).toEqual(['TS2322']);
  writeFileSync(join(root, 'index.ts'), 'export const one: number = 1;\n');
  expect(await ofTypes()).toEqual([]);
  writeFileSync(join(root, 'index.ts'), 'export const one: string = 1;\n');
  expect(await ofTypes()).toEqual(['TS2322']);
  rmSync(root, { recursive: true });
});

const refused: { name: string; argv?: string[]; changes?: Changes; stderr: RegExp }[] = [
  {
    name: 'an unknown API',
    argv: ['tings'],
    stderr: /^error Unknown API: tings\.\nKnown in redocly\.yaml: things, others\.\n$/,
  },
  {
    name: 'an unknown flag',
    argv: ['--formt'],
    stderr: /^error Unknown flag --formt\.\nDid you mean --format\? See --help\.\n$/,
  },
  {
    name: 'an unknown format',
    argv: ['--format', 'xml'],
    stderr: /^error Unknown format xml\.\nKnown: text, json\.\n$/,
  },
  {
    name: 'a broken redocly.yaml',
    changes: { 'redocly.yaml': 'apis: [' },
    stderr: /^error redocly\.yaml:1:8: it is not valid YAML/,
  },
  {
    name: 'a key that redocly.yaml does not have',
    changes: { 'redocly.yaml': { ...redocly, ruls: {} } },
    stderr: /error redocly\.yaml:\d+:\d+ #\/ruls: .*`ruls`.*\nCorrect the configuration of lint there\.\n$/,
  },
  {
    name: 'a rule that does not exist',
    changes: { 'redocly.yaml': { ...redocly, rules: { ...redocly.rules, 'care/operation-sorce': 'error' } } },
    stderr: /error redocly\.yaml #\/rules\/care~1operation-sorce: there is no rule `care\/operation-sorce`/,
  },
  {
    name: 'a rule without its option',
    changes: { 'redocly.yaml': { ...redocly, rules: { 'care/operation-id-verb': 'error' } } },
    stderr:
      /error redocly\.yaml: the rule operation-id-verb has no list of verbs\.\nGive it the option `verbs`\.\n$/,
  },
  {
    name: 'a plugin that is not there',
    changes: { 'redocly.yaml': { ...redocly, plugins: ['openapi/rules.ts'] } },
    stderr: /error redocly\.yaml: it cannot be loaded: .*openapi\/rules\.ts/,
  },
];

describe('what is refused', () => {
  test.each(refused)('$name', async ({ argv = [], changes = {}, stderr }) => {
    const run = await lint({ argv, changes });
    expect(run.stderr).toMatch(stderr);
    expect(run.stdout).toBe('');
    expect(run.code).toBe(2);
  });
});

test('--help prints the usage to stdout', async () => {
  const { code, stdout, stderr } = await lint({ argv: ['--help'] });
  expect(stdout).toMatch(/^Usage: npm run lint -- \[api…\]/);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});
