import { count } from '../../../scripts/cli/count.ts';
import type { Report } from '../../../scripts/model/report.ts';
import { casesOf } from './casesOf.ts';
import { printable } from './printable.ts';
import { retriesOf } from './retriesOf.ts';
import { stopText } from './stopText.ts';

/** How many reasons are told. */
const most = 12;

/**
 * Why the run ended early; what a live target was not sent, and why; and what was sent again. `''` where there is nothing to
 * tell.
 */
export function renderSending(report: Pick<Report, 'stopped' | 'skips' | 'apis'>): string {
  const { stopped, skips = {} } = report;
  const stop = stopText(report);
  // The line before tells that one.
  const reasons = Object.entries(skips).filter(([reason]) => reason !== stopped);
  const more = reasons.length - most;
  const again = retriesOf(casesOf(report));
  const lines = [
    ...(stop ? [`ended early: ${stop}`] : []),
    ...reasons.slice(0, most).map(([reason, number]) => `skipped ${number}: ${reason}`),
    ...(more > 0 ? [`and ${count(more, 'more reason')}: see the report`] : []),
    ...(again > 0 ? [`sent again ${again}: the connection failed, or the answer was 429 or 503`] : []),
  ];
  return lines.length === 0 ? '' : `\n${lines.map(printable).join('\n')}\n`;
}
