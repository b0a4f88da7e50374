import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApis } from '../../scripts/apis/readApis.ts';
import { readContractOptions } from '../../scripts/contract/options.ts';
import { runContextOf } from '../../scripts/contract/runContextOf.ts';
import { startOwnMocks } from '../../scripts/contract/startOwnMocks.ts';
import { temporaryFolder } from '../../scripts/files/temporaryFolder.ts';
import { flagsOf } from './contractVariables.ts';
import { renderCleanup } from './reports/cleanupText.ts';
import { cleanUp } from './resources/cleanUp.ts';
import type { RunContext } from './runContext.ts';

/**
 * For `npx vitest`: the contract against a mock of its own, of every API, or, as the report's lines for repeating a case
 * say, of CONTRACT_API against the live server CONTRACT_TARGET, with what else is set of `contractVariables.ts`.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const root = findProjectRoot();
  const { CONTRACT_API: api } = process.env;
  const options = await readContractOptions(flagsOf(process.env), api === undefined ? [] : [api]);
  const { target, allowWrites } = options;
  const apis = target === undefined ? await readApis(root) : options.apis;
  const mocks = target === undefined ? await startOwnMocks({ apis }) : undefined;
  const own = mocks || !allowWrites ? undefined : temporaryFolder('ledger-');
  const run: RunContext = runContextOf(
    { ...options, apis },
    {
      baseUrlOf: (name) => target ?? `${mocks?.url}/${name}`,
      ...(mocks && { memoryUrlOf: (name) => `${mocks.memoryUrl}/${name}` }),
      ...(own && { ledger: join(own.path, 'ledger.jsonl') }),
    },
  );
  provide('contract', run);
  return async () => {
    process.stderr.write(renderCleanup(await cleanUp({ run, apis })));
    own?.[Symbol.dispose]();
    await mocks?.[Symbol.asyncDispose]();
  };
}
