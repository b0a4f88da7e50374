import { relative } from 'node:path';

/** A file as told from a folder; `undefined` if it is outside of it, where nobody who reads the report could look. */
export function insidePath(file: string, folder: string): string | undefined {
  const path = relative(folder, file);
  return path.startsWith('..') ? undefined : path;
}
