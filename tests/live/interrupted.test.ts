import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Report } from '../../scripts/model/report.ts';
import { makeArchiveProject } from './runArchive.ts';
import { startArchive } from './startArchive.ts';

const script = resolve(import.meta.dirname, '../../scripts/contract.ts');

/** A run that may write, which has made some things by now. */
async function startRun({
  root,
  server,
}: {
  root: string;
  server: Awaited<ReturnType<typeof startArchive>>;
}) {
  const { size } = server.holdings;
  const argv = ['archive', '--target', server.url, '--allow-writes', '--exclude', 'createLabel'];
  const env = { ...process.env, NO_COLOR: '1' };
  const child = spawn(process.execPath, [script, ...argv], { cwd: root, env });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  while (server.holdings.size < size + 3) await setTimeout(20);
  return { child, ended, output };
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a run that %s ends leaves nothing behind, and its report', async (signal, want) => {
  await using project = await makeArchiveProject();
  await using server = await startArchive({ delay: 100 });
  const before = [...server.holdings.keys()];
  const { child, ended, output } = await startRun({ root: project.root, server });
  child.kill(signal);
  expect(await ended).toBe(want);
  const [stdout, stderr] = await output;
  expect(stderr).toContain(`${signal}: cleaning up; once more to leave at once\n`);
  expect([...server.holdings.keys()]).toEqual(before);
  expect(stdout).toMatch(/made \d+ things, deleted \d+\n/);
  const report = reportOf(project.root);
  // Whatever is not known any more is not known for that one reason.
  const reasons = Object.keys(report.skips ?? {}).filter((one) => one.includes(signal));
  expect(reasons).toEqual([`the run was ended by ${signal}`]);
  // It was cut short.
  expect(server.requests).not.toContain('PUT /labels');
  expect(server.requests.some((one) => one.includes('/seal'))).toBe(false);
});

test('a second Ctrl-C ends it at once, and what stays behind is told', async () => {
  await using project = await makeArchiveProject();
  await using server = await startArchive({ delay: 50 });
  const before = new Set(server.holdings.keys());
  const { child, ended, output } = await startRun({ root: project.root, server });
  // Whoever waits for this server waits for ever.
  server.hang();
  await setTimeout(300);
  child.kill('SIGINT');
  await setTimeout(300);
  child.kill('SIGINT');
  const leftAt = performance.now();
  expect(await ended).toBe(130);
  expect(performance.now() - leftAt).toBeLessThan(10_000);
  const [, stderr] = await output;
  const there = [...server.holdings.keys()].filter((place) => !before.has(place)).sort();
  expect(there.length).toBeGreaterThan(1);
  const told = [...stderr.matchAll(/^ {2}archive DELETE (\S+) \((.+)\): the run was left before/gm)];
  expect(told.map(([, path = '', named = '']) => placeOf(path, named)).sort()).toEqual(there);
  const report = reportOf(project.root);
  expect(report.stopped).toBe('the run was ended by SIGINT');
  expect(report.cleanup?.left).toHaveLength(there.length);
});

function reportOf(root: string): Report {
  return JSON.parse(readFileSync(join(root, 'reports', 'contract.json'), 'utf8')) as Report;
}

/** Where the archive has what a line of the list names: `/folders/{id}` and `id 101` make `/folders/101`. */
function placeOf(path: string, named: string): string {
  const identifiers = new Map(named.split(', ').map((one) => one.split(' ') as [string, string]));
  return path.replace(/\{(\w+)\}/g, (_, name: string) => identifiers.get(name) ?? '');
}
