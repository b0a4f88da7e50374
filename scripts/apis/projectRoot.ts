import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../model/errors.ts';

export const REGISTRY_FILE = 'redocly.yaml';

/**
 * The folder that commands work in: the nearest one, from `from` upwards, that holds `redocly.yaml`.
 * @returns its absolute path
 * @throws {UsageError} if there is none
 */
export function findProjectRoot(from: string = process.cwd()): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, REGISTRY_FILE))) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new UsageError(
    `No ${REGISTRY_FILE} in this folder or any above it.\nRun the command inside the project.`,
  );
}
