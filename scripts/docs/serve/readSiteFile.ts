import { readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

interface FoundFile {
  path: string;
  content: Buffer;
  /** Whether the path is a folder's, of which this is the page. */
  isFolder: boolean;
}

/** The file of a folder that a URL's path is for, a folder's `index.html` included; `undefined` where there is none. */
export async function readSiteFile(folder: string, urlPath: string): Promise<FoundFile | undefined> {
  const path = resolve(folder, `.${sep}${decoded(urlPath)}`);
  if (path !== folder && !path.startsWith(`${folder}${sep}`)) return undefined;
  try {
    const isFolder = (await stat(path)).isDirectory();
    const file = isFolder ? join(path, 'index.html') : path;
    return { path: file, content: await readFile(file), isFolder };
  } catch {
    return undefined;
  }
}

function decoded(urlPath: string): string {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return '/nothing-of-that-name';
  }
}
