import type { Report } from '../../../../scripts/model/report.ts';
export function renderPage(report: Report): string {
  return String(report.seed);
}
