import type { Report } from '../../../scripts/model/report.ts';

/** As it is read back; a text that holds `##[`, which GitHub's runner takes for a command wherever it stands, is written otherwise. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2).replaceAll('##[', '#\\u0023[')}\n`;
}
