import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../../model/errors.ts';

/**
 * The absolute path of a baseline that is to be made.
 * @throws {UsageError} if there is such a file: what a person has written into it would be lost
 */
export function newBaseline(file: string): string {
  if (!existsSync(file)) return resolve(file);
  throw new UsageError(
    `${file} exists: --write-baseline makes the first one.\nName another file, or remove it.`,
  );
}
