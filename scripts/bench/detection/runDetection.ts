import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { temporaryFolder } from '../../files/temporaryFolder.ts';
import type { DetectionReport } from '../../model/detection.ts';

interface Run {
  root: string;
  seed: number;
  /** Which lies of live servers are told: `sample`, `all`, `none`. */
  live: string;
}

/**
 * Measures the gate itself once, in a process of its own, as `npm run gate` does.
 * @throws {Error} if it ends without a report: exit code 1 says only that the goal is missed
 */
export async function runDetection({ root, seed, live }: Run): Promise<DetectionReport> {
  using folder = temporaryFolder('bench-detection-');
  const script = join(root, 'tests', 'gate', 'detect.ts');
  const args = ['--seed', String(seed), '--live', live, '--report', folder.path];
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (code !== 0 && code !== 1)
    throw new Error(`Seed ${seed} ended with ${code}:\n${said.trim().slice(-2000)}`);
  return JSON.parse(await readFile(join(folder.path, 'detection.json'), 'utf8')) as DetectionReport;
}
