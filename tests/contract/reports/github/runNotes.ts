import { count } from '../../../../scripts/cli/count.ts';
import type { Cleanup, Report } from '../../../../scripts/model/report.ts';
import { casesOf } from '../casesOf.ts';
import { codeSpan } from '../codeSpan.ts';
import { leftoverName } from '../leftoverName.ts';
import { prose } from '../prose.ts';
import { retriesOf } from '../retriesOf.ts';
import { stopText } from '../stopText.ts';

/** How many things that are left, and how many reasons, a line names. */
const most = 5;

/** What a run tells beside its findings, as a list of Markdown, a line each; `''` where there is nothing to tell. */
export function renderRunNotes(report: Report): string {
  const { stopped, skips = {}, cleanup, apis } = report;
  const stop = stopText(report);
  const prepared = apis.reduce((sum, { preparation = [] }) => sum + preparation.length, 0);
  const again = retriesOf(casesOf(report));
  const lines = [
    ...(stop ? [`⚠️ **Ended early:** ${prose(stop)}`] : []),
    ...(cleanup ? [cleanupLine(cleanup)] : []),
    ...skipLine(Object.entries(skips).filter(([reason]) => reason !== stopped)),
    ...(prepared > 0 ? [`Found out what to ask with by ${count(prepared, 'request')}`] : []),
    ...(again > 0 ? [`Sent again ${again}: the connection failed, or the answer was 429 or 503`] : []),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

function cleanupLine({ made, deleted, left }: Cleanup): string {
  const head = `Made ${count(made, 'thing')}, deleted ${deleted}`;
  if (left.length === 0) return head;
  const told = left.map((one) => `${codeSpan(leftoverName(one))} (${prose(one.reason)})`);
  return `${left.some(({ isDeletable }) => isDeletable) ? '❌ ' : ''}${head}; still there: ${firstOf(told)}`;
}

function skipLine(reasons: [reason: string, number: number][]): string[] {
  const told = reasons.map(([reason, number]) => `${number} (${prose(reason)})`);
  return told.length === 0 ? [] : [`Skipped ${firstOf(told)}`];
}

function firstOf(told: string[]): string {
  const more = told.length - most;
  return [...told.slice(0, most), ...(more > 0 ? [`and ${more} more: see the report`] : [])].join(', ');
}
