import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { apiOf } from '../../scripts/apis/readApi.ts';
import { renderContract } from '../../scripts/generate/contract.ts';
import type { JsonObject } from '../../scripts/model/json.ts';

export const repository = resolve(import.meta.dirname, '../..');

/**
 * A project in a temporary folder that has these bundles, by API, and their contract as generated; harness and packages
 * are this repository's own. Removed with `await using`.
 */
export async function makeContractProject(bundles: Record<string, JsonObject>) {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'contract-')));
  for (const name of ['node_modules', 'tests', 'scripts'])
    await symlink(join(repository, name), join(root, name));
  const entries = Object.keys(bundles).map((name) => `  ${name}: {root: openapi/${name}/openapi.yaml}\n`);
  await write(join(root, 'redocly.yaml'), `apis:\n${entries.join('')}`);
  for (const [name, given] of Object.entries(bundles)) {
    // As it will be read: no two places share one object.
    const bundle = JSON.parse(JSON.stringify(given)) as JsonObject;
    const folder = join(root, 'generated', name);
    await write(join(folder, 'openapi.json'), JSON.stringify(bundle));
    for (const [file, text] of renderContract(apiOf(name, bundle)))
      await write(join(folder, 'contract', file), text);
  }
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
