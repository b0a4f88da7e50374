import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readRegistry } from '../../../scripts/apis/registry.ts';
import { temporaryFolder } from '../../../scripts/files/temporaryFolder.ts';
import { buildPackage } from '../../../scripts/package/buildPackage.ts';

/** A new project outside the repository, which has installed the package as npm packed it. */
export interface ConsumerProject {
  folder: string;
  /** The package as it was built. */
  built: string;
  tarball: Buffer;
  write(file: string, content: string): string;
  /** What `npm install` of the mock's peers would bring, without a network. */
  linkPeers(): Promise<void>;
  remove(): void;
}

const root = findProjectRoot();

export async function consumerProject(): Promise<ConsumerProject> {
  const temporary = temporaryFolder('consumer-');
  const built = join(temporary.path, 'built');
  const folder = join(temporary.path, 'project');
  const apis = readRegistry(root).map(({ name }) => name);
  await buildPackage({ root, apis, folder: built });
  const packed = await npm(['pack', built, '--pack-destination', temporary.path, '--silent'], temporary.path);
  const tarball = join(temporary.path, packed.trim());
  mkdirSync(folder);
  const manifest = { private: true, type: 'module', dependencies: { 'care-contracts': `file:${tarball}` } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  await npm(['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  return {
    folder,
    built,
    tarball: await readFile(tarball),
    write(file, content) {
      writeFileSync(join(folder, file), content);
      return join(folder, file);
    },
    async linkPeers() {
      const { peerDependencies } = JSON.parse(await readFile(join(built, 'package.json'), 'utf8'));
      for (const name of Object.keys(peerDependencies)) link(name, folder);
    },
    remove: () => temporary[Symbol.dispose](),
  };
}

function link(name: string, folder: string): void {
  const place = join(folder, 'node_modules', name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), place, 'dir');
}

async function npm(args: string[], cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)('npm', args, { cwd });
  return stdout;
}
