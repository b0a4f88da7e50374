import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { writeAtomically } from '../../../scripts/files/writeAtomically.ts';
import { startMock } from '../../../scripts/mock/startMock.ts';
import { clinicDocument } from './clinicDocument.ts';

const script = fileURLToPath(new URL('../../../scripts/mock.ts', import.meta.url));
let project: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'mock-'));
  await writeFile(
    join(project, 'redocly.yaml'),
    'apis:\n  clinic: {root: openapi/clinic/openapi.yaml}\n  missing: {root: openapi/missing/openapi.yaml}\n',
  );
  await mkdir(join(project, 'generated', 'clinic'), { recursive: true });
  await writeFile(join(project, 'generated', 'clinic', 'openapi.json'), JSON.stringify(clinicDocument));
});
afterAll(() => rm(project, { recursive: true }));

function run(...argv: string[]): ChildProcess {
  return spawn(process.execPath, [script, ...argv], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function outcome(child: ChildProcess): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'exit'),
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
  ]);
  return { code, stdout, stderr };
}

test.each(['SIGINT', 'SIGTERM'] as const)('it listens, answers, and stops on %s', async (signal) => {
  const child = run('clinic', '--port', '0');
  const ended = once(child, 'exit');
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  const [, url] = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(line.toString()) ?? [];
  const response = await fetch(`${url}/clinic/scans`);
  expect(await response.json()).toEqual([{ id: 7 }]);
  child.kill(signal);
  expect(await ended).toEqual([0, null]);
});

test.each([
  [
    'a line for each request',
    [],
    /\nGET {5}\/clinic\/scans {2}200 {2}\d+\.\d ms\nPOST {4}\/clinic\/scans {2}401 {2}\d+\.\d ms {2}unauthorized\n$/,
  ],
  ['nothing with --quiet', ['--quiet'], /^$/],
] as const)('it prints %s', async (_, flags, want) => {
  const child = run('clinic', '--port', '0', ...flags);
  const told = child.stderr ? text(child.stderr) : '';
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  const url = line
    .toString()
    .replace(/^listening on /, '')
    .trim();
  await fetch(`${url}/clinic/scans?ids=1`);
  await fetch(`${url}/clinic/scans`, { method: 'POST', body: 'secret' });
  child.kill();
  expect(await told).toMatch(want);
});

test.each([
  [[], 401, 'credentials that are known, all of them fake:\n  /clinic  Authorization: Token fake-token\n'],
  [['--any-credentials'], 200, ''],
])('an unknown token, started with %j', async (argv, status, told) => {
  const child = run('clinic', '--port', '0', ...argv);
  const ended = outcome(child);
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  const url = line.toString().trim().split(' ').at(-1);
  const statusOf = async (token: string) =>
    (await fetch(`${url}/clinic/scans/7`, { headers: { authorization: `Token ${token}` } })).status;
  expect([await statusOf('mine'), await statusOf('fake-token')]).toEqual([status, 200]);
  child.kill('SIGTERM');
  expect((await ended).stderr).toContain(told);
});

test.each([
  ['help', ['--help'], 0, '--port N', ''],
  ['an unknown flag', ['--prot', '1'], 2, '', 'Did you mean --port?'],
  ['an unknown API', ['nope'], 2, '', 'Known in redocly.yaml: clinic, missing.'],
  ['no port', ['--port', '65536'], 2, '', '--port 65536 is no port.'],
  ['no delay', ['--delay', '1.5'], 2, '', '--delay 1.5 is no time.'],
  ['no share', ['--fail-rate', '20'], 2, '', '--fail-rate 20 is no share.\nGive a number from 0 to 1'],
  ['no seed', ['--seed', '-1'], 2, '', 'argument is ambiguous'],
  ['a seed that is no number', ['--seed', 'x'], 2, '', '--seed x is no seed.'],
  ['owners of nothing', ['--owners'], 2, '', 'Give --stateful as well.'],
  [
    'owners whom nobody knows',
    ['--owners', '--stateful', '--any-credentials'],
    2,
    '',
    'Leave out --any-credentials.',
  ],
  ['no lifetime', ['--token-lifetime', '0'], 2, '', '--token-lifetime 0 is no lifetime.'],
  [
    'a lifetime of no token',
    ['--any-credentials', '--token-lifetime', '9'],
    2,
    '',
    'Leave out one of --any-credentials',
  ],
  ['no bundle', ['missing'], 2, '', 'generated/missing/openapi.json'],
  ['no bundle, its repair', ['missing'], 2, '', 'npm run generate'],
])('%s', async (_, argv, code, stdout, stderr) => {
  const ended = await outcome(run(...argv));
  expect(ended).toEqual({
    code,
    stdout: stdout === '' ? '' : expect.stringContaining(stdout),
    stderr: stderr === '' ? '' : expect.stringContaining(stderr),
  });
});

test('a busy port', async () => {
  const other = await startMock({ apis: [] });
  const { port } = new URL(other.url);
  const ended = await outcome(run('clinic', '--port', port));
  await other.close();
  expect(ended).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(`Port ${port} of 127.0.0.1 is in use.\nStop what listens there`),
  });
});

test('--watch goes on with a changed bundle, and keeps the last whole one', async () => {
  const file = join(project, 'generated', 'clinic', 'openapi.json');
  const child = run('clinic', '--port', '0', '--watch', '--quiet');
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  const url = line
    .toString()
    .replace(/^listening on /, '')
    .trim();
  const told = () => once(child.stderr as NodeJS.ReadableStream, 'data').then(([chunk]) => String(chunk));
  const scans = async () => (await fetch(`${url}/clinic/scans`)).json();

  const changed = JSON.stringify(clinicDocument).replace('[{"id":7}]', '[{"id":8}]');
  const firstWords = told();
  await writeAtomically(file, changed);
  expect(await firstWords).toBe('clinic: the bundle has changed, and is read anew\n');
  expect(await scans()).toEqual([{ id: 8 }]);

  const complaint = told();
  await writeFile(file, '{"openapi": ');
  expect(await complaint).toContain('generated/clinic/openapi.json: the bundle is not valid JSON');
  expect(await scans()).toEqual([{ id: 8 }]);

  const lastWords = told();
  await writeFile(file, JSON.stringify(clinicDocument));
  await lastWords;
  await vi.waitFor(async () => expect(await scans()).toEqual([{ id: 7 }]));
  const ended = once(child, 'exit');
  child.kill();
  expect(await ended).toEqual([0, null]);
});
