import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vitest } from 'vitest/node';
import { count } from '../cli/count.ts';
import type { Mock } from '../mock/startMock.ts';
import { TransportError } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import { type BrokenCase, brokenRun } from './brokenRun.ts';
import { giveUp, prepareVitest, startVitest } from './contractVitest.ts';
import type { ContractOptions } from './options.ts';
import { prepareFolder } from './prepareFolder.ts';
import { probe } from './probe.ts';
import { type EndSignal, type RunWatch, watchRun } from './watchRun.ts';

export interface ContractRun {
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
  const mock = needsMock ? await startOwnMock(options) : undefined;
  const broken: BrokenCase[] = [];
  let vitest: Vitest | undefined;
  using watch = watchRun({ ...limits, giveUp: () => vitest && giveUp(vitest) });
  try {
    const mocked = mock?.url ?? mockUrl;
    const baseUrlOf = (name: string) => target ?? `${mocked}/${name}`;
    vitest = await prepareVitest(options, { broken, baseUrlOf, watch });
    watch.takeSignals();
    await startVitest(vitest);
  } finally {
    await mock?.close();
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

/** Loaded only where it is needed: a live run is not kept waiting for it, nor is a mistyped flag. */
async function startOwnMock({ apis, foreign }: ContractOptions): Promise<Mock> {
  const { startMock } = await import('../mock/startMock.ts');
  if (!foreign) return startMock({ apis, port: 0 });
  const { answerable } = await import('./answerable.ts');
  const { name, document } = foreign.api;
  return startMock({ apis: [{ name, document: answerable(document) }], port: 0 });
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
