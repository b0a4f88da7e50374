import { count } from '../../../scripts/cli/count.ts';
import type { BaselineEntry } from '../../../scripts/model/baseline.ts';
import type { Report } from '../../../scripts/model/report.ts';
import { printable } from './printable.ts';

/** What became of a baseline's entries; `''` without a baseline. */
export function renderBaselineResult({ baseline, totals }: Pick<Report, 'baseline' | 'totals'>): string {
  if (!baseline) return '';
  const { vanished, expired } = baseline;
  return [
    `baseline: ${count(totals.known ?? 0, 'finding')} known and not fatal`,
    ...expired.map((one) => `  expired on ${one.expires}, and fatal again: ${nameOf(one)}`),
    ...vanished.map((one) => `  vanished, take it out: ${nameOf(one)}`),
  ]
    .map(printable)
    .join('\n');
}

function nameOf({ api, check, operationId, documentPointer }: BaselineEntry): string {
  return [api, operationId, check, documentPointer].filter(Boolean).join(' ');
}
