import { count } from '../../../scripts/cli/count.ts';
import type { Report } from '../../../scripts/model/report.ts';
import { printable } from './printable.ts';

/** How many reasons are told. */
const most = 12;

/** What a live target was not sent, and why; and what was sent again. `''` where there is nothing to tell. */
export function renderSending({ skips = {}, apis }: Pick<Report, 'skips' | 'apis'>): string {
  const reasons = Object.entries(skips);
  const more = reasons.length - most;
  const cases = apis.flatMap(({ operations }) => operations.flatMap((one) => one.cases));
  const again = cases.reduce((sum, { retries = 0 }) => sum + retries, 0);
  const lines = [
    ...reasons.slice(0, most).map(([reason, number]) => `skipped ${number}: ${reason}`),
    ...(more > 0 ? [`and ${count(more, 'more reason')}: see the report`] : []),
    ...(again > 0 ? [`sent again ${again}: the connection failed, or the answer was 429 or 503`] : []),
  ];
  return lines.length === 0 ? '' : `\n${lines.map(printable).join('\n')}\n`;
}
