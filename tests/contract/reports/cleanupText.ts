import { count } from '../../../scripts/cli/count.ts';
import type { Cleanup } from '../../../scripts/model/report.ts';
import { leftoverName } from './leftoverName.ts';
import { printable } from './printable.ts';

/** What a run made and deleted, and each thing that it could not delete; `''` where it made nothing. */
export function renderCleanup(cleanup: Cleanup | undefined): string {
  if (!cleanup) return '';
  const { made, deleted, left } = cleanup;
  const head = `made ${count(made, 'thing')}, deleted ${deleted}`;
  if (left.length === 0) return `\n${head}\n`;
  const lines = left.map((one) => `  ${leftoverName(one)}: ${one.reason}`);
  // A server chooses identifiers.
  return `\n${[`${head}; still there:`, ...lines].map(printable).join('\n')}\n`;
}
