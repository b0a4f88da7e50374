import { count } from '../../../scripts/cli/count.ts';
import type { Cleanup, Leftover } from '../../../scripts/model/report.ts';

/** What a run made and deleted, and each thing that it could not delete; `''` where it made nothing. */
export function renderCleanup(cleanup: Cleanup | undefined): string {
  if (!cleanup) return '';
  const { made, deleted, left } = cleanup;
  const head = `made ${count(made, 'thing')}, deleted ${deleted}`;
  if (left.length === 0) return `\n${head}\n`;
  return `\n${[`${head}; still there:`, ...left.map(renderLeftover)].join('\n')}\n`;
}

function renderLeftover({ api, method, path, identifiers, reason }: Leftover): string {
  const named = Object.entries(identifiers).map(([name, value]) => `${name} ${value}`);
  return `  ${api} ${method} ${path}${named.length > 0 ? ` (${named.join(', ')})` : ''}: ${reason}`;
}
