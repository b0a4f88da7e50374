import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { REGISTRY_FILE } from '../../apis/projectRoot.ts';
import type { JsonObject } from '../../model/json.ts';
import { sizedDocument } from './sizedDocument.ts';

/** What a project borrows from ours. */
const shared = ['node_modules', 'scripts', 'tests', join('openapi', 'rules')];

/**
 * A project in a temporary folder, with one API of so many operations and our lint rules. Removed with `await using`.
 * @param ours the root of this project
 */
export async function makeProject(ours: string, operations: number) {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'bench-project-')));
  const folder = join(root, 'openapi', 'measured');
  await mkdir(folder, { recursive: true });
  for (const name of shared) await symlink(join(ours, name), join(root, name), 'junction');
  const registry = parse(await readFile(join(ours, REGISTRY_FILE), 'utf8')) as JsonObject;
  const apis = { measured: { root: 'openapi/measured/openapi.yaml' } };
  await writeFile(join(root, REGISTRY_FILE), JSON.stringify({ ...registry, apis }));
  for (const [name, content] of sizedDocument(operations)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    // JSON is YAML (YAML 1.2 section 1.2).
    await writeFile(file, JSON.stringify(content, null, 2));
  }
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}
