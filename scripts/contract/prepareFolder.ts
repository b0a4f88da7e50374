import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../model/errors.ts';

/** What a run writes there. */
export const reportFiles = ['contract.json', 'junit.xml', 'contract.html', 'drift.md'] as const;

/**
 * Makes the folder of the reports, and takes away those of an earlier run: were a run to break, they would pass for its own.
 * @throws {UsageError} if nothing can be written there
 */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const file of reportFiles) await rm(join(folder, file), { force: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `The reports cannot be written to ${folder} (${code}).\nChoose another folder with --report.`,
      { cause: error },
    );
  }
}
