import type { Format } from '../../../../scripts/contract/format.ts';
import type { MergeInput } from '../../../../scripts/contract/merge/mergeInput.ts';
import type { Severity } from '../../../../scripts/model/finding.ts';
import type { Report } from '../../../../scripts/model/report.ts';
import { publish } from '../publish.ts';
import { joinReports } from './joinReports.ts';

interface Options {
  /** Of the reports. */
  folder: string;
  format: Format;
  projectRoot: string;
  failOn?: Severity;
  /** Makes the folder, once there is something to write. */
  prepare(): Promise<void>;
}

/** Joins reports, and publishes the one that they make. */
export async function publishMerged(inputs: readonly MergeInput[], options: Options): Promise<Report> {
  const { folder, format, projectRoot, failOn, prepare } = options;
  const report = joinReports(inputs, failOn);
  await prepare();
  await publish(report, { folder, format, sources: { projectRoot } });
  return report;
}
