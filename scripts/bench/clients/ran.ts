import type { Output } from '../../lint/runBin.ts';

/** @throws {Error} with what a program said, if it did not end with 0 */
export function ran(name: string, { exitCode, stdout, stderr }: Output): void {
  if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode}:\n${(stderr || stdout).slice(-2000)}`);
}
