import { formatDuration } from '../cli/duration.ts';
import { renderTable } from '../cli/table.ts';
import type { DreddApiResult, DreddFailure, DreddResult } from './result.ts';

const head = ['API', 'statuses', 'transactions', 'passed', 'failed', 'time'];

/** A line per API, then what failed. */
export function renderText({ apis }: DreddResult): string {
  const table = renderTable([head, ...apis.map(row)]);
  const failures = apis.flatMap(({ api, failures }) =>
    failures.map((failure) => formatFailure(api, failure)),
  );
  return `${[table, failures.join('\n')].filter(Boolean).join('\n\n')}\n`;
}

/** For machines. */
export function renderJson(result: DreddResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** One failure as one line. */
export function formatFailure(api: string, { name, message }: DreddFailure): string {
  return `${api} ${name}: ${message}`;
}

function row({ api, statuses, transactions, passed, failed, durationMs }: DreddApiResult): string[] {
  return [api, ...[statuses, transactions, passed, failed].map(String), formatDuration(durationMs)];
}
