import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { bundleFile } from '../apis/readApi.ts';
import { startMock } from '../mock/startMock.ts';
import type { Report } from '../model/report.ts';
import type { ContractOptions } from './options.ts';
import { probe } from './probe.ts';

/** The reporter and harness live in `tests/`, which nothing here imports: Vitest is handed their paths. */
const reporter = ['tests', 'contract', 'reports', 'reporter.ts'];

/**
 * Runs the generated tests in process, against the mock or the target.
 * @returns the report, read back from where it was written, and that place
 * @throws {TransportError} if the target cannot be reached
 * @throws {Error} if the tests themselves could not run
 */
export async function runContract(options: ContractOptions): Promise<{ report: Report; file: string }> {
  const { apis, target, folder } = options;
  if (target !== undefined) await probe(target);
  const mock = target === undefined ? await startMock({ apis, port: 0 }) : undefined;
  try {
    await runVitest(options, (name) => (mock ? `${mock.url}/${name}` : (target ?? '')));
  } finally {
    await mock?.close();
  }
  const file = join(folder, 'contract.json');
  return { report: JSON.parse(await readFile(file, 'utf8')) as Report, file };
}

async function runVitest(options: ContractOptions, baseUrlOf: (api: string) => string): Promise<void> {
  const { projectRoot, apis, target, folder } = options;
  const { allowWrites, only, exclude, headers, seed, shard, failOn } = options;
  const run = {
    mode: target === undefined ? ('mock' as const) : ('live' as const),
    apis: Object.fromEntries(
      apis.map(({ name }) => [name, { baseUrl: baseUrlOf(name), bundle: bundleFile(projectRoot, name) }]),
    ),
    ...{ allowWrites, only, exclude, headers, seed, failOn },
    ...(shard && { shard }),
  };
  const vitest = await startVitest('test', [], {
    root: projectRoot,
    config: false,
    watch: false,
    include: apis.map(({ name }) => `generated/${name}/contract/**/*.test.ts`),
    isolate: false,
    maxConcurrency: 64,
    passWithNoTests: true,
    provide: { contract: run },
    reporters: [[join(projectRoot, ...reporter), { folder, run }]],
  } as Parameters<typeof startVitest>[2]);
  const broken = vitest.state.getUnhandledErrors().length;
  await vitest.close();
  // A case that fails sets Vitest's exit code; ours follows from the report.
  process.exitCode = undefined;
  if (broken > 0) throw new Error('The contract tests could not run.');
}
