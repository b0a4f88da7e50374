import type { ApiResult, Report, Totals } from '../model/report.ts';
import { renderTable } from './table.ts';

const head = ['API', 'operations', 'cases', 'passed', 'violations', 'drift', 'skipped'];

/** API × (operations, cases, passed, violations, drift, skipped), with a line of totals where there are several. */
export function renderReportTable({ apis, totals }: Pick<Report, 'apis' | 'totals'>): string {
  const rows = apis.map(({ api, totals: own }: ApiResult) => [api, ...figures(own)]);
  return renderTable([head, ...rows, ...(apis.length > 1 ? [['total', ...figures(totals)]] : [])]);
}

function figures({ operations, cases, passed, violations, drift, skipped }: Totals): string[] {
  return [operations, cases, passed, violations, drift, skipped].map(String);
}
