import { join, resolve } from 'node:path';
import { UsageError } from '../model/errors.ts';

/**
 * The absolute path of the folder that `--report` names; without it, the project's own.
 * @throws {UsageError} if it names none
 */
export function reportFolder(named: string | undefined, projectRoot: string): string {
  if (named === '') throw new UsageError('--report names no folder.\nWrite it as --report reports, say.');
  return resolve(named ?? join(projectRoot, 'reports'));
}
