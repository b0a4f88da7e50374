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

interface Publishing {
  /** Of the reports. */
  folder: string;
  /** Of what goes to stdout. */
  format: Format;
  sources: Sources;
}

/** Writes the reports, and tells the run to whoever reads along: stdout, and GitHub where that runs it. */
export async function publish(report: Report, { folder, format, sources }: Publishing): Promise<void> {
  // Where GitHub runs an action, the repository that it works for is not the folder it runs in.
  const {
    GITHUB_ACTIONS,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_WORKSPACE: workspace = process.cwd(),
  } = process.env;
  const context = { placeOf: sourceFiles(sources), workspace };
  for (const [file, render] of Object.entries(reportTexts)) {
    await writeAtomically(join(folder, file), render(report, context));
  }
  process.stdout.write(formats[format](report, context));
  if (GITHUB_ACTIONS !== 'true') return;
  // The runner reads both streams; stdout is somebody else's to read.
  if (format !== 'github') process.stderr.write(renderAnnotations(report, context));
  if (summary) await appendFile(summary, renderSummary(report));
}
