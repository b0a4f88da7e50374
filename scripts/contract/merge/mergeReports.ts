import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findProjectRoot } from '../../apis/projectRoot.ts';
import { DocumentError, UsageError } from '../../model/errors.ts';
import type { Report } from '../../model/report.ts';
import { type Format, readFormat } from '../format.ts';
import { type ContractFlags, readFailOn } from '../options.ts';
import { prepareFolder } from '../prepareFolder.ts';
import type { MergeInput } from './mergeInput.ts';

/** The reports live in `tests/`, which nothing here imports: they are loaded by path. */
const merger = ['tests', 'contract', 'reports', 'merge', 'publishMerged.ts'];

interface Merged {
  report: Report;
  /** Absolute path of its `contract.json`. */
  file: string;
  format: Format;
}

/**
 * Joins the reports in several folders into one, and publishes it.
 * @throws {UsageError} on no folder, on reports that are not of one run, and on flags that say nothing of a merge
 * @throws {DocumentError} on a report that cannot be read
 */
export async function mergeReports(
  flags: ContractFlags & { merge?: boolean | undefined },
  folders: string[],
): Promise<Merged> {
  refuseOthers(flags);
  if (folders.length === 0) {
    throw new UsageError(
      '--merge names no report.\nName the folders: npm run contract -- --merge shard-1 shard-2 --report all, say.',
    );
  }
  const projectRoot = findProjectRoot();
  const inputs = folders.map(readInput);
  const folder = resolve(flags.report ?? join(projectRoot, 'reports'));
  if (inputs.some(({ folder: one }) => one === folder)) {
    throw new UsageError(`--report ${folder} is one of the reports to merge.\nName another folder.`);
  }
  const format = readFormat(flags.format ?? 'text');
  const failOn = flags['fail-on'] === undefined ? undefined : readFailOn(flags['fail-on']);
  const { publishMerged } = await import(pathToFileURL(join(projectRoot, ...merger)).href);
  const report: Report = await publishMerged(inputs, {
    ...{ folder, format, projectRoot, prepare: () => prepareFolder(folder) },
    ...(failOn && { failOn }),
  });
  return { report, file: join(folder, 'contract.json'), format };
}

const known = new Set(['merge', 'report', 'format', 'fail-on']);

function refuseOthers(flags: ContractFlags): void {
  const other = Object.entries(flags).find(([name, value]) => value !== undefined && !known.has(name));
  if (other) throw new UsageError(`--merge asks nobody: --${other[0]} says nothing of it.\nLeave it out.`);
}

function readInput(given: string): MergeInput {
  const folder = resolve(given);
  const file = join(given, 'contract.json');
  const broken = (problem: string, pointer?: string) =>
    new DocumentError(problem, {
      file,
      ...(pointer !== undefined && { pointer }),
      repair: 'Name folders that hold the contract.json of a run of this version.',
    });
  let report: Report;
  try {
    report = JSON.parse(readFileSync(join(folder, 'contract.json'), 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw broken(code === undefined ? 'it is not JSON' : `it cannot be read (${code})`);
  }
  const flaw = flawOf(report);
  if (flaw !== undefined) throw broken('it is no report', flaw);
  return { folder, file, report };
}

type Shape = [pointer: string, isRight: (report: Report) => boolean];

const shapes: Shape[] = [
  ['/schemaVersion', ({ schemaVersion }) => schemaVersion === 1],
  ['/target', ({ target }) => typeof target === 'string'],
  ['/seed', ({ seed }) => typeof seed === 'number'],
  ['/startedAt', ({ startedAt }) => !Number.isNaN(Date.parse(startedAt))],
  [
    '/apis',
    ({ apis }) =>
      Array.isArray(apis) &&
      apis.every(({ api, operations }) => typeof api === 'string' && Array.isArray(operations)),
  ],
  [
    '/apis',
    ({ apis }) =>
      apis.every(({ operations }) =>
        operations.every(({ cases, coverage }) => Array.isArray(cases) && coverage !== undefined),
      ),
  ],
];

/** The pointer of the first member that no report has so. */
function flawOf(report: unknown): string | undefined {
  if (typeof report !== 'object' || report === null) return '';
  return shapes.find(([, isRight]) => !isSafely(() => isRight(report as Report)))?.[0];
}

function isSafely(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
