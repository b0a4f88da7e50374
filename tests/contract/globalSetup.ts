import type { TestProject } from 'vitest/node';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { bundleFile, readApi } from '../../scripts/apis/readApi.ts';
import { readRegistry } from '../../scripts/apis/registry.ts';
import { startMock } from '../../scripts/mock/startMock.ts';
import './runContext.ts';

/** For `npx vitest`: the contract against a mock of its own, of every API. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const root = findProjectRoot();
  const apis = await Promise.all(readRegistry(root).map(({ name }) => readApi({ root, name })));
  const mock = await startMock({ apis, port: 0 });
  const memory = await startMock({ apis, port: 0, stateful: true });
  provide('contract', {
    mode: 'mock',
    apis: Object.fromEntries(
      apis.map(({ name }) => [
        name,
        {
          baseUrl: `${mock.url}/${name}`,
          memoryUrl: `${memory.url}/${name}`,
          bundle: bundleFile(root, name),
        },
      ]),
    ),
    seed: 1,
    fuzz: 0,
    allowWrites: true,
    failOn: 'violation',
    only: [],
    exclude: [],
    headers: {},
  });
  return async () => {
    await mock.close();
    await memory.close();
  };
}
