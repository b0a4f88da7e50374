import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

interface Bin {
  /** The npm package that brings the program, and the program's name in its manifest's `bin`. */
  readonly package: string;
  readonly bin: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Ours, if none is given. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface Output {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a package's program with the Node that runs us, whatever the PATH holds, and waits for its end. */
export async function runBin({ package: name, bin, args, cwd, env }: Bin): Promise<Output> {
  const manifestFile = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as { bin: Record<string, string> };
  const script = join(dirname(manifestFile), manifest.bin[bin] ?? '');
  const child = spawn(process.execPath, [script, ...args], {
    ...{ cwd, stdio: ['ignore', 'pipe', 'pipe'] },
    ...(env && { env }),
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exitCode, stdout, stderr };
}
