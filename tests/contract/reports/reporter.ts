import { join } from 'node:path';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';
import { readApiFile } from '../../../scripts/apis/readApi.ts';
import { renderReportTable } from '../../../scripts/cli/reportTable.ts';
import { writeAtomically } from '../../../scripts/files/writeAtomically.ts';
import type { Api } from '../../../scripts/model/api.ts';
import type { Cleanup, Report } from '../../../scripts/model/report.ts';
import { cleanUp } from '../resources/cleanUp.ts';
import type { RunContext } from '../runContext.ts';
import { isSelected } from '../selection.ts';
import { renderCleanup } from './cleanupText.ts';
import { type CollectedCase, collectApi } from './collect.ts';
import { renderFindings } from './findingsText.ts';
import { renderJunit } from './junit.ts';
import { totalsOf } from './totals.ts';

export interface ReporterOptions {
  /** Folder of the reports. */
  folder: string;
  run: RunContext;
  /** Takes what kept cases from being run: a defect of ours, or a run that cannot be set up. */
  broken: { name?: string; message: string }[];
  /** Takes how it is cleaned up after the run, whatever becomes of it; is told when the run has begun. */
  ending: { begun?(): void; cleanUp?(): Promise<unknown> };
}

/** Collects what the cases tell, writes the reports and prints the table. */
export default class ContractReporter implements Reporter {
  readonly #options: ReporterOptions;
  readonly #startedAt = Date.now();
  #lastTold = Date.now();
  #ended = 0;
  #cleanup: Promise<Cleanup | undefined> | undefined;

  constructor(options: ReporterOptions) {
    this.#options = options;
    // Once: whoever asks again gets the same account.
    options.ending.cleanUp = () => {
      this.#cleanup ??= cleanUp({ run: options.run, apis: this.#apis() });
      return this.#cleanup;
    };
  }

  #apis(): Api[] {
    return Object.entries(this.#options.run.apis).map(([name, { bundle }]) => readApiFile(name, bundle));
  }

  onInit(vitest: Vitest): void {
    vitest.logger.log = () => {};
    this.#options.ending.begun?.();
  }

  onTestCaseResult(): void {
    this.#ended += 1;
    this.#tellProgress();
  }

  async onTestRunEnd(modules: readonly TestModule[], errors: readonly { message: string }[]): Promise<void> {
    const tests = inOrder(modules);
    const { run, folder, broken, ending } = this.#options;
    await ending.cleanUp?.();
    const cleanup = await this.#cleanup;
    const apis = this.#apis();
    const collected = tests.flatMap((test) => test.meta().contract ?? []);
    broken.push(...tests.flatMap(failureOf), ...modules.flatMap((module) => module.errors()), ...errors);
    broken.push(...apis.flatMap((api) => withoutCase(api, run, collected)));
    const report = { ...this.#report(apis, collected), ...(cleanup && { cleanup }) };
    await writeAtomically(join(folder, 'contract.json'), `${JSON.stringify(report, null, 2)}\n`);
    await writeAtomically(join(folder, 'junit.xml'), renderJunit(report));
    const findings = renderFindings(report, { most: 20 });
    process.stdout.write(`${findings && `${findings}\n\n`}${renderReportTable(report)}\n`);
    const left = renderCleanup(cleanup);
    if (left) process.stdout.write(`\n${left}\n`);
  }

  /** On a terminal, once a second; a log gets no such lines. */
  #tellProgress(): void {
    if (!process.stderr.isTTY || Date.now() - this.#lastTold < 1000) return;
    this.#lastTold = Date.now();
    process.stderr.write(`\r${this.#ended} cases`);
  }

  #report(all: Api[], collected: CollectedCase[]): Report {
    const { run } = this.#options;
    const apis = all.map((api) => collectApi(api, collected));
    const targets = Object.values(run.apis).map(({ baseUrl }) => baseUrl);
    return {
      schemaVersion: 1,
      target: run.mode === 'mock' ? 'mock' : targets.join(', '),
      seed: run.seed,
      startedAt: new Date(this.#startedAt).toISOString(),
      durationMs: Date.now() - this.#startedAt,
      apis,
      totals: totalsOf(apis.flatMap(({ operations }) => operations)),
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

/** A selected operation without any case would pass for one that conforms. */
function withoutCase(api: Api, run: RunContext, collected: CollectedCase[]): { message: string }[] {
  const known = new Set(collected.flatMap((one) => (one.api === api.name ? one.operationId : [])));
  return api.operations
    .filter((operation) => isSelected({ api, run }, operation) && !known.has(operation.operationId))
    .map(({ operationId }) => ({
      message: `generated/${api.name}/contract has no case of ${operationId}. Run \`npm run generate\`.`,
    }));
}
