import type { ApiResult, Report, Totals } from '../model/report.ts';
import { renderTable } from './table.ts';

const head = ['API', 'operations', 'cases', 'passed', 'violations', 'drift', 'skipped', 'coverage'];

/** API × (operations, cases, passed, violations, drift, skipped, coverage), with a line of totals where there are several. */
export function renderReportTable({ apis, totals }: Pick<Report, 'apis' | 'totals'>): string {
  const rows = apis.map(({ api, totals: own }: ApiResult) => [api, ...figures(own)]);
  return renderTable([head, ...rows, ...(apis.length > 1 ? [['total', ...figures(totals)]] : [])]);
}

function figures(totals: Totals): string[] {
  const { operations, cases, passed, violations, drift, skipped } = totals;
  return [...[operations, cases, passed, violations, drift, skipped].map(String), coverage(totals)];
}

/** Of all statements those that were exercised, rounded down: 100% means all of them. */
function coverage({ statements, exercised }: Totals): string {
  return statements === 0 ? '-' : `${Math.floor((100 * exercised) / statements)}%`;
}
