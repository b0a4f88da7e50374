import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Mock, MockOptions } from '../mock/startMock.ts';
import type { JsonObject } from '../model/json.ts';

export type { Mock } from '../mock/startMock.ts';

export interface PackagedMockOptions extends Omit<MockOptions, 'apis'> {
  /** Names of the package's own APIs, or documents of yours without references to other files; by default all of its own. */
  apis?: (string | { name: string; document: JsonObject })[];
}

/** Each API's bundle lies in a folder of its name, here as in the package. */
const bundles = new URL('../../generated/', import.meta.url);

/**
 * Starts a mock of the APIs, each under `/<name>`, and resolves once it answers:
 * `const mock = await startMock({ apis: ['museum'], port: 0 })` in a test's set-up, `await mock.close()` when it is over.
 * @throws {Error} on a name that no API has, a Node that is too old, or if packages that the mock needs are not installed
 */
export async function startMock({
  apis = knownNames(),
  ...options
}: PackagedMockOptions = {}): Promise<Mock> {
  const documents = await Promise.all(apis.map((api) => (typeof api === 'string' ? readBundle(api) : api)));
  const mock = await loadMock();
  return mock.startMock({ ...options, apis: documents });
}

function knownNames(): string[] {
  return readdirSync(bundles, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

async function readBundle(name: string): Promise<{ name: string; document: JsonObject }> {
  if (!knownNames().includes(name)) {
    throw new Error(`There is no API "${name}".\nKnown: ${knownNames().join(', ')}.`);
  }
  const file = fileURLToPath(new URL(`${name}/openapi.json`, bundles));
  return { name, document: JSON.parse(await readFile(file, 'utf8')) as JsonObject };
}

/** What the mock runs on needs it. */
const oldestNode = 24;

/** Loaded only here, so that what is missing can be told. */
async function loadMock(): Promise<typeof import('../mock/startMock.ts')> {
  if (Number.parseInt(process.versions.node, 10) < oldestNode)
    throw new Error(`The mock needs Node ${oldestNode} or later and runs on ${process.version}.`);
  try {
    return await import('../mock/startMock.ts');
  } catch (error) {
    const [, missing] = /^Cannot find package '([^']+)'/.exec(String((error as Error).message)) ?? [];
    if (missing === undefined) throw error;
    const repair = 'Install what package.json of this package names as its optional peer dependencies.';
    throw new Error(`The mock needs ${missing}, which is not installed.\n${repair}`, { cause: error });
  }
}
