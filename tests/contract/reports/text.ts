import { renderReportTable } from '../../../scripts/cli/reportTable.ts';
import type { Report } from '../../../scripts/model/report.ts';
import { renderBaselineResult } from './baselineText.ts';
import { renderCleanup } from './cleanupText.ts';
import { renderFindings } from './findingsText.ts';
import { renderInferred } from './inferredText.ts';
import { renderSending } from './sendingText.ts';

/** How many cases are told in full. */
const most = 20;

/**
 * A report for a terminal: the first findings, what became of the baseline, the table, of the inferred
 * statements, why it ended early, of what was not sent, and what was made.
 */
export function renderText(report: Report): string {
  const above = [renderFindings(report, { most }), renderBaselineResult(report)].filter(Boolean);
  const below = [renderInferred(report), renderSending(report), renderCleanup(report.cleanup)];
  return `${[...above, renderReportTable(report)].join('\n\n')}\n${below.join('')}`;
}
