import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';

/** A Node and its version: `v20.20.2`. */
export interface NodeOnPath {
  file: string;
  version: string;
}

/** The machine's own Node: the first on the PATH that npm did not put there. */
export function machinesNode(path: string = process.env.PATH ?? ''): NodeOnPath | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const files = path
    .split(delimiter)
    .filter((folder) => !folder.split(sep).includes('node_modules'))
    .map((folder) => join(folder, name));
  const file = files.find((one) => existsSync(one));
  if (file === undefined) return undefined;
  return { file, version: execFileSync(file, ['--version'], { encoding: 'utf8' }).trim() };
}
