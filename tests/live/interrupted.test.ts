import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeArchiveProject } from './runArchive.ts';
import { startArchive } from './startArchive.ts';

const script = resolve(import.meta.dirname, '../../scripts/contract.ts');

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a run that %s ends leaves nothing behind, and its report', async (signal, want) => {
  await using project = await makeArchiveProject();
  await using server = await startArchive({ delay: 100 });
  const before = [...server.holdings.keys()];
  const argv = ['archive', '--target', server.url, '--allow-writes', '--exclude', 'createLabel'];
  const child = spawn(process.execPath, [script, ...argv], {
    cwd: project.root,
    env: { ...process.env, NO_COLOR: '1' },
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  while (server.holdings.size < before.length + 3) await setTimeout(20);
  child.kill(signal);
  expect(await ended).toBe(want);
  const [stdout] = await output;
  expect([...server.holdings.keys()]).toEqual(before);
  expect(stdout).toMatch(/made \d+ things, deleted \d+\n/);
  expect(existsSync(join(project.root, 'reports', 'contract.json'))).toBe(true);
  // It was cut short.
  expect(server.requests).not.toContain('PUT /labels');
  expect(server.requests.some((one) => one.includes('/seal'))).toBe(false);
});
