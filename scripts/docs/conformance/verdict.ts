import { count } from '../../cli/count.ts';
import type { Report, Totals } from '../../model/report.ts';

/** What a run says of an API, in a few words; `none` where it was not run. */
interface Verdict {
  state: 'conforms' | 'drifts' | 'violates' | 'none';
  text: string;
}

export function verdictOf(contract: Report | undefined, api: string): Verdict {
  const result = contract?.apis.find((one) => one.api === api);
  if (!contract || !result) return { state: 'none', text: 'Not run yet' };
  return verdictOfTotals(result.totals);
}

export function verdictOfTotals({ violations, drift, cases }: Totals): Verdict {
  if (violations > 0)
    return { state: 'violates', text: `${count(violations, 'violation')} in ${count(cases, 'case')}` };
  if (drift > 0) return { state: 'drifts', text: `Conforms, with ${count(drift, 'drift finding')}` };
  return { state: 'conforms', text: `Conforms: ${count(cases, 'case')}, no findings` };
}

/** `2026-11-22 07:31 UTC` of an RFC 3339 time. */
export function formatTime(time: string): string {
  const [, date, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(new Date(time).toISOString()) ?? [];
  return `${date} ${minute} UTC`;
}

/** Against what a run ran, in words. */
export function targetOf({ target }: Report): string {
  return target === 'mock' ? 'the mock' : target;
}
