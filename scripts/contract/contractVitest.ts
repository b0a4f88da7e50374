import { join } from 'node:path';
import type { createVitest, TestSpecification, Vitest } from 'vitest/node';
import { endsSessionFile } from '../generate/endsSessionFile.ts';
import type { BrokenCase } from './brokenRun.ts';
import type { Leaving } from './leave.ts';
import type { ContractOptions } from './options.ts';
import { runContextOf } from './runContextOf.ts';
import type { RunWatch } from './watchRun.ts';

/** The reporter and harness live in `tests/`, which nothing here imports: Vitest is handed their paths. */
const reporter = ['tests', 'contract', 'reports', 'reporter.ts'];

/** Longer than the sender waits for a slow answer, which is a finding and no broken run. In milliseconds. */
const longestCase = 300_000;

interface Run {
  /** Takes what kept cases from being run. */
  broken: BrokenCase[];
  baseUrlOf(api: string): string;
  watch: RunWatch;
  /** Takes how it is cleaned up after the run. */
  ending: Ending;
  /** Of a mock that remembers. */
  memoryUrlOf?(api: string): string;
  /** Path of the account of what the run makes. */
  ledger?: string;
}

/** How a run is cleaned up after, whatever becomes of it; the reporter, which knows the run, puts it in. */
export interface Ending extends Leaving {
  /** Deletes what the run made and is still there; again and again, it does so once. */
  cleanUp?(): Promise<unknown>;
}

/** Vitest with the generated tests of a run, not yet started. */
export async function prepareVitest(
  options: ContractOptions,
  { broken, baseUrlOf, watch, ending, memoryUrlOf, ledger }: Run,
): Promise<Vitest> {
  const { projectRoot, apis, foreign, title, limits } = options;
  const places = { baseUrlOf, channel: watch.channel, ...(memoryUrlOf && { memoryUrlOf }) };
  const run = runContextOf(options, { ...places, ...(ledger !== undefined && { ledger }) });
  const include = apis.map(({ name }) => `${foreign?.tests ?? `generated/${name}/contract`}/**/*.test.ts`);
  const { createVitest: create, BaseSequencer } = await import('vitest/node');
  class InOrder extends BaseSequencer {
    override sort = async (files: TestSpecification[]) => files.toSorted(byOrder);
  }
  return create('test', {
    root: projectRoot,
    config: false,
    watch: false,
    include,
    isolate: false,
    // Node runs our TypeScript itself, and compiles it once for all runs: a fifth less than by Vite.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Ctrl-C ends the processes of a terminal one by one; threads end with ours.
    pool: 'threads',
    maxConcurrency: limits?.concurrency ?? 64,
    testTimeout: Math.max(longestCase, 2 * (limits?.maxDuration ?? 0)),
    passWithNoTests: true,
    provide: { contract: run },
    ...(title !== undefined && { testNamePattern: title }),
    reporters: [[join(projectRoot, ...reporter), { run, broken, options, ending, stop: watch.stop }]],
    // One thread has one rate, one circuit, one token; and a server of others is no place to be fast.
    ...(limits && { maxWorkers: 1, sequence: { sequencer: InOrder } }),
  } as Parameters<typeof createVitest>[1]);
}

/** What ends a session comes last. */
function byOrder(one: TestSpecification, other: TestSpecification): number {
  return orderOf(one) - orderOf(other) || (one.moduleId < other.moduleId ? -1 : 1);
}

function orderOf({ moduleId }: TestSpecification): number {
  return moduleId.endsWith(`/${endsSessionFile}`) ? 1 : 0;
}

/** Runs the tests; without any, the reporter says which are missing. */
export async function startVitest(vitest: Vitest): Promise<void> {
  try {
    await vitest.start();
  } catch (error) {
    if ((error as { code?: string }).code !== 'VITEST_FILES_NOT_FOUND') throw error;
  } finally {
    await vitest.close();
    // A case that fails sets Vitest's exit code; ours follows from the report.
    process.exitCode = undefined;
  }
}

/** Ends a run that does not end by itself. */
export function giveUp(vitest: Vitest): void {
  // The second time it does not wait for what is under way.
  for (const _ of [1, 2]) void vitest.cancelCurrentRun('keyboard-input');
}
