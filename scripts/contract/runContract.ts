import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vitest } from 'vitest/node';
import { count } from '../cli/count.ts';
import { temporaryFolder } from '../files/temporaryFolder.ts';
import { TransportError } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import { type BrokenCase, brokenRun } from './brokenRun.ts';
import { type Ending, giveUp, prepareVitest, startVitest } from './contractVitest.ts';
import type { ContractOptions } from './options.ts';
import { prepareFolder } from './prepareFolder.ts';
import { probe } from './probe.ts';
import { startOwnMocks } from './startOwnMocks.ts';
import { type EndSignal, type RunWatch, watchRun } from './watchRun.ts';

interface ContractRun {
  report: Report;
  /** Where it was read back from. */
  file: string;
  /** That ended the run. */
  signal?: EndSignal;
}

/**
 * Runs the generated tests in process, against the mock or the target.
 * @throws {UsageError} if the reports cannot be written, or the credentials are refused
 * @throws {TransportError} if the target cannot be reached, goes down on the way, or gives no token
 * @throws {Error} if cases could not be run for another reason; where others found a violation, that is only told
 */
export async function runContract(options: ContractOptions): Promise<ContractRun> {
  const { target, folder, mockUrl, limits } = options;
  await prepareFolder(folder);
  if (target !== undefined) await probe(target, limits?.timeout);
  const needsMock = target === undefined && mockUrl === undefined;
  await using mocks = needsMock ? await startOwnMocks(options) : undefined;
  using own = target !== undefined && options.allowWrites ? temporaryFolder('ledger-') : undefined;
  const broken: BrokenCase[] = [];
  const ending: Ending = {};
  let vitest: Vitest | undefined;
  using watch = watchRun({
    ...limits,
    ...{ leaving: ending, cleansUp: own !== undefined, giveUp: () => vitest && giveUp(vitest) },
  });
  try {
    const mocked = mocks?.url ?? mockUrl;
    const baseUrlOf = (name: string) => target ?? `${mocked}/${name}`;
    vitest = await prepareVitest(options, {
      ...{ broken, baseUrlOf, watch, ending },
      ...(mocks && { memoryUrlOf: (name: string) => `${mocks.memoryUrl}/${name}` }),
      ...(own && { ledger: join(own.path, 'ledger.jsonl') }),
    });
    watch.takeSignals();
    await startVitest(vitest);
  } finally {
    // Where the run broke before its end; else it is done already.
    await ending.cleanUp?.();
  }
  const file = join(folder, 'contract.json');
  const report = await readReport(file);
  tellStop(options, watch, report);
  const signal = watch.signal();
  if (broken.length > 0) complain(broken, signal !== undefined || (report?.totals.violations ?? 0) > 0);
  if (!report) throw new Error(`${file} was not written.`);
  return { report, file, ...(signal && { signal }) };
}

/** @throws {TransportError} if the target went down: what was found until then is in the report, and is no verdict */
function tellStop({ target = '' }: ContractOptions, watch: RunWatch, report: Report | undefined): void {
  const stop = watch.stop();
  if (!stop) return;
  const left = report?.skips?.[stop.reason];
  const told = left === undefined ? stop.reason : `${stop.reason}; ${count(left, 'case')} left out`;
  if (stop.kind !== 'down') process.stderr.write(`${told}\n`);
  else {
    const repair = 'Start the run again when it is up; the report has what was found until then.';
    throw new TransportError(told, { url: target, repair });
  }
}

/** A run that found a violation, or was ended, has its exit code, whatever else broke. */
function complain(broken: BrokenCase[], isDecided: boolean): void {
  const error = brokenRun(broken);
  if (!isDecided) throw error;
  process.stderr.write(`${error.message}\n`);
}

/** Nothing where the run broke before it was written. */
async function readReport(file: string): Promise<Report | undefined> {
  const content = await readFile(file, 'utf8').catch(() => undefined);
  return content === undefined ? undefined : (JSON.parse(content) as Report);
}
