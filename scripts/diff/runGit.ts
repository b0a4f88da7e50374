import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { UsageError } from '../model/errors.ts';

/**
 * What git prints, or `undefined` where it exits with an error.
 * @throws {UsageError} if there is no git
 */
export async function runGit(cwd: string, ...args: string[]): Promise<string | undefined> {
  const child = spawn('git', args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', (cause) =>
      reject(
        new UsageError(`git cannot be run: ${cause.message}\nInstall it, or add it to the PATH.`, { cause }),
      ),
    );
    child.once('close', (code) => resolve(code ?? 1));
  });
  const [code, stdout] = await Promise.all([ended, text(child.stdout)]);
  return code === 0 ? stdout : undefined;
}
