import { readRegistry, selectApis } from '../apis/registry.ts';
import type { ApiDiff } from './apiDiff.ts';
import { diffApi, unchanged } from './diffApi.ts';
import type { Base } from './findBase.ts';
import { readBaseBundles } from './readBaseBundles.ts';

interface Selection {
  root: string;
  base: Base;
  /** APIs of the registry, or such as the revision had and the registry no longer has; none: all of both. */
  names: string[];
}

/**
 * What changed in each selected API: those of the registry in its order, then those that it lost.
 * @throws {UsageError} on a name that neither has
 * @throws {DocumentError} if a bundle cannot be read
 */
export async function diffApis({ root, base, names }: Selection): Promise<ApiDiff[]> {
  const bundles = await readBaseBundles({ root, commit: base.commit });
  const registry = readRegistry(root);
  const lost = [...bundles.keys()].filter((name) => !registry.some((api) => api.name === name));
  const wanted = names.filter((name) => !lost.includes(name));
  const present = names.length > 0 && wanted.length === 0 ? [] : selectApis(registry, wanted);
  const diffs: ApiDiff[] = [];
  for (const { name } of present) {
    diffs.push(await diffApi({ root, name, before: bundles.get(name), base: base.commit.slice(0, 10) }));
  }
  const gone = names.length === 0 ? lost : lost.filter((name) => names.includes(name));
  return [...diffs, ...gone.map((name) => unchanged(name, 'removed'))];
}
