import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findProjectRoot } from '../../apis/projectRoot.ts';
import { reportFolder } from '../../cli/reportFolder.ts';
import { UsageError } from '../../model/errors.ts';
import type { Severity } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { type Format, readFormat } from '../format.ts';
import { type ContractFlags, readFailOn } from '../options.ts';
import { prepareFolder } from '../prepareFolder.ts';
import type { MergeInput } from './mergeInput.ts';
import { readMergeInput } from './readMergeInput.ts';

/** The reports live in `tests/`, which nothing here imports: they are loaded by path. */
const merger = ['tests', 'contract', 'reports', 'merge', 'publishMerged.ts'];

/** What is loaded there. */
interface Merger {
  publishMerged(
    inputs: readonly MergeInput[],
    options: {
      folder: string;
      format: Format;
      projectRoot: string;
      failOn?: Severity;
      prepare(): Promise<void>;
    },
  ): Promise<Report>;
}

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
  const inputs = folders.map(readMergeInput);
  const folder = reportFolder(flags.report, projectRoot);
  if (inputs.some(({ folder: one }) => one === folder)) {
    throw new UsageError(`--report ${folder} is one of the reports to merge.\nName another folder.`);
  }
  const format = readFormat(flags.format ?? 'text');
  const failOn = flags['fail-on'] === undefined ? undefined : readFailOn(flags['fail-on']);
  const { publishMerged } = (await import(pathToFileURL(join(projectRoot, ...merger)).href)) as Merger;
  const report = await publishMerged(inputs, {
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
