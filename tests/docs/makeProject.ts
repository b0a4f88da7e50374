import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../scripts/model/json.ts';

/** A project in a temporary folder that has these bundles, by API; removed with `await using`. */
export async function makeProject(bundles: Record<string, JsonObject>) {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'project-')));
  const apis = Object.keys(bundles).map((name) => `  ${name}:\n    root: openapi/${name}/openapi.yaml\n`);
  await writeFile(join(root, 'redocly.yaml'), `apis:\n${apis.join('')}`);
  for (const [name, bundle] of Object.entries(bundles)) await writeBundle(root, name, bundle);
  return {
    root,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

export async function writeBundle(root: string, name: string, bundle: JsonObject): Promise<void> {
  await mkdir(join(root, 'generated', name), { recursive: true });
  await writeFile(join(root, 'generated', name, 'openapi.json'), `${JSON.stringify(bundle, null, 2)}\n`);
}
