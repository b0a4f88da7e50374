import { count } from '../../cli/count.ts';
import { writeAtomically } from '../../files/writeAtomically.ts';
import type { Report } from '../../model/report.ts';
import { baselineEntries, renderBaseline } from './renderBaseline.ts';

/** Writes what is fatal in a report, and says what is left to do by a person. */
export async function writeFirstBaseline(file: string, report: Report): Promise<void> {
  const entries = baselineEntries(report);
  await writeAtomically(file, renderBaseline(entries, { isJson: /\.json$/i.test(file) }));
  const told =
    entries.length === 0 ? 'nothing is fatal' : `${count(entries.length, 'finding')}; say the reason of each`;
  process.stderr.write(`baseline: ${file} (${told})\n`);
}
