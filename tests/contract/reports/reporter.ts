import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';
import { readApiFile } from '../../../scripts/apis/readApi.ts';
import { applyBaseline } from '../../../scripts/contract/baseline/applyBaseline.ts';
import type { Ending } from '../../../scripts/contract/contractVitest.ts';
import type { ContractOptions } from '../../../scripts/contract/options.ts';
import type { Api } from '../../../scripts/model/api.ts';
import type { Cleanup, Report } from '../../../scripts/model/report.ts';
import type { Stop } from '../../../scripts/model/stop.ts';
import { privateError } from '../privacy/privateError.ts';
import { cleanUp } from '../resources/cleanUp.ts';
import { leftBehind } from '../resources/leftBehind.ts';
import type { RunContext } from '../runContext.ts';
import { isSelected } from '../selection.ts';
import { renderCleanup } from './cleanupText.ts';
import { collectApi } from './collect.ts';
import type { CollectedCase } from './collectedCase.ts';
import { createProgress } from './progress.ts';
import { type Publishing, publish, writeReports } from './publish.ts';
import { repeatLines } from './repeatLines.ts';
import { skipsOf } from './skips.ts';
import { totalsOf } from './totals.ts';

interface ReporterOptions {
  run: RunContext;
  options: ContractOptions;
  /** Takes what kept cases from being run: a defect of ours, or a run that cannot be set up. */
  broken: { name?: string; message: string }[];
  /** Takes how it is cleaned up after the run, whatever becomes of it, and how the run is left before its end. */
  ending: Ending;
  /** Why the run ended before its last case, where it did. */
  stop?: () => Stop | undefined;
}

/** Collects what the cases tell, and publishes the report of it. */
export default class ContractReporter implements Reporter {
  readonly #options: ReporterOptions;
  readonly #startedAt = Date.now();
  #cleanup: Promise<Cleanup | undefined> | undefined;
  readonly #progress = createProgress({ stream: process.stderr });

  #modules: () => readonly TestModule[] = () => [];

  constructor(options: ReporterOptions) {
    this.#options = options;
    const { ending, run } = options;
    const left = () => leftBehind({ run, apis: this.#apis() });
    // Once: whoever asks again gets the same account.
    ending.cleanUp = () => {
      this.#cleanup ??= cleanUp({ run, apis: this.#apis() });
      return this.#cleanup;
    };
    ending.leftBehind = () => renderCleanup(left());
    ending.writeReports = async () => {
      const collected = inOrder(this.#modules()).flatMap((test) => this.#collectedOf(test));
      await writeReports(this.#reportOf(collected, left()), this.#publishing());
    };
  }

  #publishing(): Publishing {
    const { folder, format } = this.#options.options;
    return { folder, format, sources: this.#options.options };
  }

  #apis(): Api[] {
    return Object.entries(this.#options.run.apis).map(([name, { bundle }]) => readApiFile(name, bundle));
  }

  onInit(vitest: Vitest): void {
    vitest.logger.log = () => {};
    this.#modules = () => vitest.state.getTestModules();
  }

  onTestModuleCollected(module: TestModule): void {
    this.#progress.expect([...module.children.allTests()].length);
  }

  onTestCaseResult(test: TestCase): void {
    this.#progress.ended(test.meta().contract?.result.outcome);
  }

  async onTestRunEnd(modules: readonly TestModule[], errors: readonly { message: string }[]): Promise<void> {
    this.#progress.close();
    const tests = inOrder(modules);
    const { run, broken } = this.#options;
    await this.#options.ending.cleanUp?.();
    const cleanup = await this.#cleanup;
    broken.push(...tests.flatMap(failureOf), ...modules.flatMap((module) => module.errors()));
    broken.push(...errors.map((error) => privateError(error, { run })));
    const collected = tests.flatMap((test) => this.#collectedOf(test));
    if (!this.#options.stop?.()) broken.push(...withoutCases(this.#apis(), this.#options, collected));
    await publish(this.#reportOf(collected, cleanup), this.#publishing());
  }

  #reportOf(collected: CollectedCase[], cleanup: Cleanup | undefined): Report {
    return { ...this.#report(this.#apis(), collected), ...(cleanup && { cleanup }) };
  }

  #collectedOf(test: TestCase): CollectedCase[] {
    const told = test.meta().contract;
    if (!told) return [];
    const { run, options } = this.#options;
    const { result } = told;
    if (result.findings.length === 0) return [told];
    const file = relative(options.projectRoot, test.module.moduleId);
    const one = { ...told, fullName: test.fullName, file };
    const repeat = repeatLines(one, { run, flags: options.repeat, isRegistered: !options.foreign });
    return [{ ...told, result: { ...result, repeat } }];
  }

  #report(all: Api[], collected: CollectedCase[]): Report {
    const { run, options } = this.#options;
    const stop = this.#options.stop?.();
    const startedAt = new Date(this.#startedAt).toISOString();
    const plain = all.map((api) => collectApi(api, collected));
    const { baseline: entries } = options;
    const { apis, baseline } = entries
      ? applyBaseline(plain, { entries, today: startedAt.slice(0, 10) })
      : { apis: plain, baseline: undefined };
    const targets = Object.values(run.apis).map(({ baseUrl }) => baseUrl);
    return {
      schemaVersion: 1,
      target: run.mode === 'mock' ? 'mock' : targets.join(', '),
      seed: run.seed,
      startedAt,
      durationMs: Date.now() - this.#startedAt,
      failOn: run.failOn,
      ...(run.shard && { shard: run.shard }),
      ...(stop && { stopped: stop.reason }),
      ...(run.mode === 'live' && { skips: skipsOf(apis) }),
      apis: apis.map((api) => ({ ...api, totals: totalsOf(api.operations) })),
      totals: totalsOf(apis.flatMap(({ operations }) => operations)),
      ...(baseline && { baseline }),
    };
  }
}

/** As the generated tests list them, whichever ended first. */
function inOrder(modules: readonly TestModule[]): TestCase[] {
  const byName = modules.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
  return byName.flatMap((module) => [...module.children.allTests()]);
}

/** A case that was run and failed tells its findings; one that failed without any was not run. */
function failureOf(test: TestCase): readonly { name?: string; message: string }[] {
  const { state, errors = [] } = test.result();
  const outcome = test.meta().contract?.result.outcome;
  return state === 'failed' && (outcome === undefined || outcome === 'skipped') ? errors : [];
}

/** A selected operation without any case would pass for one that conforms; so would a run whose `-t` finds no case. */
function withoutCases(apis: Api[], { run, options }: ReporterOptions, collected: CollectedCase[]) {
  const { title } = options;
  if (title === undefined) return apis.flatMap((api) => withoutCase(api, run, collected));
  if (collected.length > 0) return [];
  const message = `-t ${title} finds no case.\nCopy it from the report: -t '^listThings > minimal$', say.`;
  return [{ name: 'UsageError', message }];
}

function withoutCase(api: Api, run: RunContext, collected: CollectedCase[]): { message: string }[] {
  const known = new Set(collected.flatMap((one) => (one.api === api.name ? one.operationId : [])));
  return api.operations
    .filter((operation) => isSelected({ api, run }, operation) && !known.has(operation.operationId))
    .map(({ operationId }) => ({
      message: `generated/${api.name}/contract has no case of ${operationId}. Run \`npm run generate\`.`,
    }));
}
