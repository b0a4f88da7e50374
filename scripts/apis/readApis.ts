import type { Api } from '../model/api.ts';
import { readApi } from './readApi.ts';
import { readRegistry, selectApis } from './registry.ts';

/**
 * Reads the named APIs of the registry from their bundles, in the registry's order; all of them if none is named.
 * @throws {UsageError} on a name that is not registered
 * @throws {DocumentError} if the registry or a bundle cannot be read
 */
export function readApis(root: string, names: readonly string[] = []): Promise<Api[]> {
  return Promise.all(selectApis(readRegistry(root), names).map(({ name }) => readApi({ root, name })));
}
