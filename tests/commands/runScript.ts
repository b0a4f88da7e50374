import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const scripts = resolve(import.meta.dirname, '../../scripts');

/** Runs a command's script as npm does, in a folder of choice and without colour. */
export async function runScript(
  name: string,
  options: { argv?: string[]; cwd: string; env?: Record<string, string> },
) {
  const child = spawn(process.execPath, [join(scripts, name), ...(options.argv ?? [])], {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
