import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Format } from '../../../scripts/contract/format.ts';
import { writeAtomically } from '../../../scripts/files/writeAtomically.ts';
import type { Report } from '../../../scripts/model/report.ts';
import { formats } from './formats.ts';
import { renderAnnotations } from './github/annotations.ts';
import { renderSummary } from './github/summary.ts';
import { reportTexts } from './reportTexts.ts';
import { type Sources, sourceFiles } from './sourceFiles.ts';

export interface Publishing {
  /** Of the reports. */
  folder: string;
  /** Of what goes to stdout. */
  format: Format;
  sources: Sources;
}

/** Writes the reports, and tells the run to whoever reads along: stdout, and GitHub where that runs it. */
export async function publish(report: Report, publishing: Publishing): Promise<void> {
  const { format } = publishing;
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY: summary } = process.env;
  await writeReports(report, publishing);
  const context = contextOf(publishing);
  process.stdout.write(formats[format](report, context));
  if (GITHUB_ACTIONS !== 'true') return;
  // The runner reads both streams; stdout is somebody else's to read.
  if (format !== 'github') process.stderr.write(renderAnnotations(report, context));
  if (summary) await appendFile(summary, renderSummary(report));
}

/** Writes the files of the reports alone. */
export async function writeReports(report: Report, publishing: Publishing): Promise<void> {
  const context = contextOf(publishing);
  for (const [file, render] of Object.entries(reportTexts)) {
    await writeAtomically(join(publishing.folder, file), render(report, context));
  }
}

function contextOf({ sources }: Publishing) {
  // Where GitHub runs an action, the repository that it works for is not the folder it runs in.
  const { GITHUB_WORKSPACE: workspace = process.cwd() } = process.env;
  return { placeOf: sourceFiles(sources), workspace };
}
