import { DocumentError } from '../model/errors.ts';

interface ManifestInput {
  /** The project's own manifest. */
  root: RootManifest;
  apis: readonly string[];
  /** The packages that the clients import, and those that the mock does. */
  needs: { clients: readonly string[]; mock: readonly string[] };
}

export interface RootManifest {
  name: string;
  version: string;
  description: string;
  license: string;
  devDependencies: Readonly<Record<string, string>>;
}

interface PackageManifest {
  name: string;
  version: string;
  peerDependencies: Record<string, string>;
  [field: string]: unknown;
}

/**
 * The manifest of what is published. The clients' packages are dependencies; the mock's are optional peers, so that who
 * wants a client installs no mock.
 * @throws {DocumentError} if a package is imported that the project does not declare
 */
export function packageManifest({ root, apis, needs }: ManifestInput): PackageManifest {
  const peers = needs.mock.filter((name) => !needs.clients.includes(name));
  return {
    name: root.name,
    version: root.version,
    description: root.description,
    license: root.license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: exportsOf(apis),
    dependencies: versions(root, needs.clients),
    peerDependencies: versions(root, peers),
    peerDependenciesMeta: Object.fromEntries(peers.map((name) => [name, { optional: true }])),
    keywords: ['openapi', 'client', 'mock', ...apis],
  };
}

function exportsOf(apis: readonly string[]): Record<string, unknown> {
  return {
    ...Object.fromEntries(
      apis.flatMap((api) => [
        [`./${api}`, entry(`generated/${api}/client`)],
        [`./${api}/openapi.json`, `./generated/${api}/openapi.json`],
      ]),
    ),
    './mock': entry('scripts/package/mock'),
    './package.json': './package.json',
  };
}

function entry(path: string): { types: string; default: string } {
  return { types: `./${path}.d.ts`, default: `./${path}.js` };
}

function versions({ devDependencies }: RootManifest, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `^${versionOf(devDependencies, name)}`]));
}

function versionOf(declared: RootManifest['devDependencies'], name: string): string {
  const version = declared[name];
  if (version !== undefined) return version;
  throw new DocumentError(`what is published imports ${name}, which is not declared`, {
    file: 'package.json',
    pointer: '/devDependencies',
    repair: 'Declare it with an exact version.',
  });
}
