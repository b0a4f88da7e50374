import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { watchedEnvironment } from './watchedEnvironment.ts';

/** What `watch.ts` writes of one process. */
export interface ProcessFigures {
  pid: number;
  /** Largest resident set, in bytes. */
  peakBytes: number;
  /** Time of a processor that it used, in milliseconds. */
  cpuMs: number;
  /** Requests that it answered, and when, in milliseconds since the epoch. */
  served: { requests: number; firstAt: number; lastAt: number };
}

export interface Measured {
  stdout: string;
  /** From start to end, in milliseconds. */
  wallMs: number;
  /** From the first request that one of its processes was sent to the last answer; 0 where none was. */
  servingMs: number;
  requests: number;
  /** Time of a processor that all its processes used: the same, whatever else the machine does. In milliseconds. */
  cpuMs: number;
  /** The peaks of all its processes together: at most so much at a time. In bytes. */
  peakBytes: number;
}

const scripts = resolve(import.meta.dirname, '..');

interface Command {
  /** File in `scripts/`. */
  script: string;
  args: string[];
  cwd: string;
}

/**
 * Runs one of our commands as anybody would, and measures it from outside and inside.
 * @throws {Error} if it does not end with 0: there is nothing to measure in a failure
 */
export async function runMeasured({ script, args, cwd }: Command): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-figures-'));
  try {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [join(scripts, script), ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: watchedEnvironment(folder),
    });
    const ended = new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    const wallMs = performance.now() - startedAt;
    if (code !== 0) throw failed({ script, args, code, said: stderr || stdout });
    return { stdout, wallMs, ...combined(await readFigures(folder)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function failed(one: { script: string; args: string[]; code: number | null; said: string }): Error {
  const command = [`scripts/${one.script}`, ...one.args].join(' ');
  return new Error(`${command} ended with ${one.code}:\n${one.said.trim().slice(-2000)}`);
}

async function readFigures(folder: string): Promise<ProcessFigures[]> {
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.map((content) => JSON.parse(content) as ProcessFigures);
}

/** The figures of all processes of one command together. */
export function combined(processes: readonly ProcessFigures[]): Omit<Measured, 'stdout' | 'wallMs'> {
  const serving = processes.map(({ served }) => served).filter(({ requests }) => requests > 0);
  const firstAt = Math.min(...serving.map((one) => one.firstAt));
  const lastAt = Math.max(...serving.map((one) => one.lastAt));
  return {
    servingMs: serving.length > 0 ? lastAt - firstAt : 0,
    requests: serving.reduce((sum, { requests }) => sum + requests, 0),
    cpuMs: processes.reduce((sum, one) => sum + one.cpuMs, 0),
    peakBytes: processes.reduce((sum, one) => sum + one.peakBytes, 0),
  };
}
