import { spawn } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readApi } from '../../scripts/apis/readApi.ts';
import { answerable } from '../../scripts/contract/answerable.ts';
import { readDocument } from '../../scripts/document/readDocument.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import type { CaseResult, Report } from '../../scripts/model/report.ts';
import { failsOnValid } from '../gate/faults/serverErrors.ts';
import { startFront } from '../gate/startFront.ts';
import { repository } from '../support/makeContractProject.ts';
import { fuzzDocument, startFuzzServer } from './fuzzServer.ts';
import { runScript } from './runScript.ts';

const env = { TSCHARTS_TOKEN: 'fake-live-token', GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '' };

let folder: string;
let mock: Mock;
/** Fails whenever it is asked for a list. */
let server: Awaited<ReturnType<typeof startFront>>;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'reports-')));
  const apis = [await readApi({ root: repository, name: 'tscharts' })];
  mock = await startMock({ apis });
  const faultsOf = (_: string, { operationId }: { operationId: string }) =>
    operationId === 'listImages' ? [failsOnValid] : [];
  server = await startFront({ apis, mockUrl: mock.url, faultsOf });
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await mock.close();
  await rm(folder, { recursive: true });
});

let runs = 0;

async function contract(argv: string[], variables: Record<string, string> = {}) {
  runs += 1;
  const reports = join(folder, `run-${runs}`);
  const given = argv.includes('--report') ? argv : [...argv, '--report', reports];
  const run = await runScript('contract.ts', { argv: given, cwd: repository, env: { ...env, ...variables } });
  const read = await readFile(join(reports, 'contract.json'), 'utf8').catch(() => 'null');
  return { ...run, reports, report: JSON.parse(read) as Report };
}

const live = () => ['tscharts', '--target', `${server.url}/tscharts`, '--only', 'listImages'];

function casesOf({ apis }: Report): CaseResult[] {
  return apis.flatMap(({ operations }) => operations).flatMap(({ cases }) => cases);
}

/** Runs a line of a report in a shell, as whoever copies it does, with the Node that npm would bring. */
async function shell(line: string, variables: Record<string, string> = {}) {
  const path = `${join(repository, 'node_modules/.bin')}:${process.env.PATH}`;
  const child = spawn('bash', ['-c', line], {
    cwd: repository,
    env: { ...process.env, ...env, NO_COLOR: '1', ...variables, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { stdout, stderr, code };
}

/** Repeats a case by the line of the command, and reads what that found. */
async function repeated(one: CaseResult): Promise<{ code: number | null; cases: CaseResult[] }> {
  runs += 1;
  const reports = join(folder, `repeated-${runs}`);
  const { code } = await shell(`${one.repeat?.[0]} --report ${reports}`);
  const report = JSON.parse(await readFile(join(reports, 'contract.json'), 'utf8')) as Report;
  return { code, cases: casesOf(report) };
}

const shownOf = ({ id, outcome, request, findings }: CaseResult) => ({ id, outcome, request, findings });

describe('a failing case is repeated alone by the lines of its report', () => {
  test('against a server: by the command, and by Vitest', async () => {
    const values = join(folder, 'values.yaml');
    await writeFile(values, 'listImages: {patient: 4711}\n');
    const { report } = await contract([...live(), '--seed', '5', '--values', values]);
    const [first] = casesOf(report).filter(({ findings }) => findings.length > 0);
    expect(first?.repeat).toHaveLength(2);
    if (!first) return;
    const again = await repeated(first);
    expect(again).toEqual({ code: 1, cases: [expect.objectContaining(shownOf(first))] });
    const from = server.requests.length;
    const byVitest = await shell(`${first.repeat?.[1]}`);
    expect(byVitest.code).toBe(1);
    expect(byVitest.stderr).toContain('no-server-error: GET /image/ failed with 500');
    expect(byVitest.stdout).toMatch(/Tests +1 failed \| \d+ skipped/);
    const asked = server.requests.slice(from).map(({ target }) => target);
    expect(asked).toEqual([expect.stringMatching(/^\/tscharts\/image\/\?.*patient=4711\b/)]);
  });

  test('of a document outside the registry, random requests included', async () => {
    const file = join(folder, 'ropes.json');
    await writeFile(file, JSON.stringify(fuzzDocument));
    const ropes = await startMock({
      apis: [{ name: 'live', document: answerable(readDocument(file).document) }],
    });
    await using odd = await startFuzzServer(ropes);
    const argv = ['--document', file, '--target', odd.url, '--allow-writes', '--fuzz', '200', '--seed', '3'];
    const { report } = await contract([
      ...argv,
      '--only',
      'buyRope,findFlags',
      '--header',
      'X-Gateway: fake-pass',
    ]);
    const failing = casesOf(report).filter(({ outcome }) => outcome === 'failed');
    expect(failing.map(({ id }) => id)).toEqual(['buyRope fuzz', 'findFlags fuzz']);
    const [first] = failing;
    expect(first?.repeat).toEqual([expect.stringContaining(`--header 'X-Gateway: '"$HEADER_X_GATEWAY"`)]);
    if (!first) return;
    const line = { ...first, repeat: [`export HEADER_X_GATEWAY=fake-pass; ${first.repeat?.[0]}`] };
    expect(await repeated(line)).toEqual({ code: 1, cases: [expect.objectContaining(shownOf(first))] });
    await ropes.close();
  });

  test('a title that no case has is wrong usage', async () => {
    const run = await contract(['tscharts', '-t', '^no such case$']);
    expect([run.code, run.stderr]).toEqual([
      2,
      expect.stringMatching(/^error -t \^no such case\$ finds no case\.\n/),
    ]);
  });
});

describe('what goes to stdout', () => {
  test.each([
    [
      'json',
      (out: string) =>
        expect(JSON.parse(out)).toMatchObject({
          schemaVersion: 1,
          totals: { violations: expect.any(Number) },
        }),
    ],
    [
      'junit',
      (out: string) =>
        expect(out).toMatch(/^<\?xml [\s\S]*<failure type="no-server-error"[\s\S]*<\/testsuites>\n$/),
    ],
    ['markdown', (out: string) => expect(out).toMatch(/^## Contract: 1 fault\n/)],
    [
      'github',
      (out: string) =>
        expect(out).toMatch(
          /^::error file=openapi\/tscharts\/paths\/image\.yaml,line=1,title=tscharts listImages/,
        ),
    ],
  ])('--format %s', async (format, check) => {
    const run = await contract([...live(), '--format', format]);
    expect(run.code).toBe(1);
    check(run.stdout);
    expect(run.stderr).toBe(`\nreport: ${join(run.reports, 'contract.json')}\n`);
  });

  test('an unknown format is wrong usage', async () => {
    const run = await contract(['tscharts', '--format', 'html']);
    expect([run.code, run.stderr]).toEqual([
      2,
      'error --format knows no "html".\nKnown: text, json, junit, markdown, github.\n',
    ]);
  });

  test('on GitHub, annotations and a summary as well, and stdout is what was asked for', async () => {
    const summary = join(folder, 'summary.md');
    await writeFile(summary, 'Before.\n');
    const variables = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: repository };
    const run = await contract([...live(), '--format', 'json'], variables);
    expect(JSON.parse(run.stdout)).toEqual(run.report);
    expect(run.stderr).toMatch(/^::error file=openapi\/tscharts\/paths\/image\.yaml,line=1,title=/);
    expect(await readFile(summary, 'utf8')).toMatch(/^Before\.\n## Contract: 1 fault\n/);
  });
});

describe('a baseline', () => {
  test('is written, refused without reasons, and then keeps the gate on', async () => {
    const file = join(folder, 'baseline.yaml');
    const first = await contract([...live(), '--write-baseline', file]);
    expect(first.code).toBe(1);
    expect(first.stderr).toContain(`baseline: ${file} (1 finding; say the reason of each)\n`);
    const again = await contract([...live(), '--write-baseline', file]);
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringMatching(/^error \S+ exists: --write-baseline makes the first one/),
    ]);
    const unreasoned = await contract([...live(), '--baseline', file]);
    expect([unreasoned.code, unreasoned.stderr]).toEqual([
      2,
      expect.stringMatching(/baseline\.yaml #\/0\/reason: /),
    ]);
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('reason: ""', 'reason: It is being mended.'),
    );
    const known = await contract([...live(), '--baseline', file]);
    expect(known.code).toBe(0);
    expect(known.stdout).toContain('known until ');
    const mended = await contract(['tscharts', '--only', 'listImages', '--baseline', file]);
    expect(mended.code).toBe(0);
    expect(mended.stdout).toContain(
      '  vanished, take it out: listImages no-server-error /paths/~1image~1/get\n',
    );
  });
});

describe('--merge', () => {
  test('joins the shards of a run into what the whole run says', async () => {
    const target = live().slice(0, 3);
    const parts = await Promise.all(['1/2', '2/2'].map((shard) => contract([...target, '--shard', shard])));
    expect(parts.map(({ code }) => code).sort()).toEqual([0, 1]);
    const whole = await contract(target);
    const merged = await contract(['--merge', ...parts.map(({ reports }) => reports)]);
    expect(merged.code).toBe(1);
    const steady = ({ totals, skips, apis }: Report) => ({
      ...{ totals, skips },
      operations: apis.map(({ operations }) =>
        operations.map(({ operationId, coverage, cases }) => ({
          operationId,
          coverage,
          ids: cases.map(({ id }) => id),
        })),
      ),
      inferred: apis.map(({ inferred }) => new Set(inferred)),
    });
    expect(steady(merged.report)).toEqual(steady(whole.report));
    expect(merged.report.shard).toBeUndefined();
    for (const file of ['junit.xml', 'contract.html', 'drift.md']) {
      expect(await readFile(join(merged.reports, file), 'utf8')).not.toBe('');
    }
    const [one] = parts;
    const half = await contract(['--merge', one?.reports ?? '']);
    expect([half.code, half.stderr]).toEqual([
      2,
      'error Of tscharts the part 2/2 of the run is missing.\nName the reports of all shards.\n',
    ]);
  });

  test.each([
    ['no folder', [], /^error --merge names no report\./],
    [
      'a folder without a report',
      ['nowhere'],
      /^error nowhere\/contract\.json: it cannot be read \(ENOENT\)\n/,
    ],
    [
      'a flag of a run',
      ['x', '--target', 'http://127.0.0.1:1'],
      /^error --merge asks nobody: --target says nothing of it\./,
    ],
  ])('%s is wrong usage', async (_, argv, want) => {
    const run = await contract(['--merge', ...argv]);
    expect([run.code, run.stderr]).toEqual([2, expect.stringMatching(want)]);
  });

  test.each([
    ['no JSON', '{', 'it is not JSON'],
    ['another version', '{"schemaVersion":2}', 'it is no report'],
    ...[
      ['no list of what is left', '"apis":[],"cleanup":{"made":1}'],
      ['no number of skips', '"apis":[],"skips":{"x":"1"}'],
      ['no list of preparation', '"apis":[{"api":"a","operations":[],"preparation":1}]'],
    ].map(([what = '', members]) => [
      what,
      `{"schemaVersion":1,"target":"","seed":1,"startedAt":"2026-01-31",${members}}`,
      'it is no report',
    ]),
    [
      'no operations',
      '{"schemaVersion":1,"target":"","seed":1,"startedAt":"2026-01-31","apis":[{"api":"a"}]}',
      'it is no report',
    ],
  ])('a report that is %s is named', async (_, content, want) => {
    const broken = await mkdtemp(join(folder, 'broken-'));
    await writeFile(join(broken, 'contract.json'), content);
    const run = await contract(['--merge', broken]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`${join(broken, 'contract.json')}`);
    expect(run.stderr).toContain(want);
  });
});
