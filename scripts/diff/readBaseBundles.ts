import { relative } from 'node:path';
import { bundleFile } from '../apis/readApi.ts';
import { runGit } from './runGit.ts';

/** The text of each bundle that a commit has, by API. */
export async function readBaseBundles({ root, commit }: { root: string; commit: string }) {
  const listed = (await runGit(root, 'ls-tree', '-r', '-z', '--name-only', commit, '--', 'generated/')) ?? '';
  const names = listed
    .split('\0')
    .flatMap((file) => /^generated\/([^/]+)\/openapi\.json$/.exec(file)?.[1] ?? []);
  const bundles = new Map<string, string>();
  for (const name of names) bundles.set(name, await readBundle(root, commit, name));
  return bundles;
}

async function readBundle(root: string, commit: string, name: string): Promise<string> {
  const path = relative(root, bundleFile(root, name)).replaceAll('\\', '/');
  const content = await runGit(root, 'show', `${commit}:./${path}`);
  if (content === undefined) throw new Error(`git lists ${path} in ${commit} and does not show it.`);
  return content;
}
