import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFile, readApi } from '../apis/readApi.ts';
import { filesBelow } from '../files/filesBelow.ts';
import { type NewFile, replaceFolder } from '../files/replaceFolder.ts';
import { emitSources } from './emitSources.ts';
import { packageManifest, type RootManifest } from './packageManifest.ts';
import { packageReadme } from './packageReadme.ts';

interface PackageOptions {
  /** The project's root. */
  root: string;
  apis: readonly string[];
  /** Absolute; what was there is gone afterwards. */
  folder: string;
}

interface BuiltPackage {
  name: string;
  version: string;
  files: { path: string; bytes: number }[];
}

/**
 * Builds what is published: a client for each API with its bundle, and the mock. Files lie in it as they do in the project.
 * @throws {DocumentError} if a bundle cannot be read, or a package is imported that the project does not declare
 */
export async function buildPackage({ root, apis, folder }: PackageOptions): Promise<BuiltPackage> {
  const clients = apis.map((api) => join(root, 'generated', api, 'client.ts'));
  const { files, packages } = emitSources(root, { clients, mock: [join(root, 'scripts/package/mock.ts')] });
  const rootManifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as RootManifest;
  const manifest = packageManifest({ root: rootManifest, apis, needs: packages });
  const all = [
    ...files,
    ...(await bundles(root, apis)),
    ...(await siteTheme(root)),
    json('package.json', manifest),
    { path: 'README.md', content: await readme(root, apis, manifest) },
    { path: 'LICENSE', content: await readFile(join(root, 'LICENSE')) },
  ];
  await replaceFolder(folder, all);
  return {
    name: manifest.name,
    version: manifest.version,
    files: all.map(({ path, content }) => ({ path, bytes: Buffer.byteLength(content) })),
  };
}

function bundles(root: string, apis: readonly string[]): Promise<NewFile[]> {
  return Promise.all(
    apis.map(async (api) => ({
      path: `generated/${api}/openapi.json`,
      content: await readFile(bundleFile(root, api)),
    })),
  );
}

/** The mock shows the docs of its APIs, and reads the site's templates where the project has them. */
async function siteTheme(root: string): Promise<NewFile[]> {
  const paths = (await filesBelow(join(root, 'docs-site')))
    .filter((path) => !/^(dist|\.history)\//.test(path))
    .map((path) => `docs-site/${path}`);
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(join(root, path)) })));
}

async function readme(
  root: string,
  names: readonly string[],
  { name, peerDependencies }: ReturnType<typeof packageManifest>,
): Promise<string> {
  const apis = await Promise.all(names.map((api) => readApi({ root, name: api })));
  const needsOfMock = Object.entries(peerDependencies).map(([peer, version]) => `${peer}@${version}`);
  return packageReadme({ name, apis, needsOfMock });
}

function json(path: string, value: object): NewFile {
  return { path, content: `${JSON.stringify(value, null, 2)}\n` };
}
