import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface NewFile {
  /** Relative to the folder. */
  path: string;
  content: string | Uint8Array;
}

/**
 * Writes a folder anew: beside it first, then in its place, so that nobody meets half of it and a failure leaves what
 * was there. What else it held is gone afterwards.
 */
export async function replaceFolder(folder: string, files: readonly NewFile[]): Promise<void> {
  const fresh = `${folder}.${randomUUID()}.tmp`;
  const former = `${folder}.${randomUUID()}.tmp`;
  try {
    for (const file of files) await writeBelow(fresh, file);
    const moved = await moveAside(folder, former);
    try {
      await rename(fresh, folder);
    } catch (error) {
      if (moved) await rename(former, folder);
      throw error;
    }
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(former, { recursive: true, force: true });
  }
}

async function writeBelow(folder: string, { path, content }: NewFile): Promise<void> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

/** Whether there was anything to move. */
async function moveAside(folder: string, to: string): Promise<boolean> {
  try {
    await rename(folder, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
