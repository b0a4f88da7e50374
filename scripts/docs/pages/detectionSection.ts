import { count } from '../../cli/count.ts';
import { percent } from '../../cli/detectionTable.ts';
import type { DetectionReport, DetectionResult, DetectionTotals } from '../../model/detection.ts';
import { formatTime } from '../conformance/verdict.ts';
import { type Html, html } from '../html/html.ts';

/** Whether the gate would see a server break its contract: a line for each check; the same of live servers below. */
export function detectionSection(report: DetectionReport): Html {
  const { totals, startedAt, seed, truthfulCases, live } = report;
  return html`<section aria-labelledby="detection">
  <h2 id="detection">Detection</h2>
  <p class="about">On <time datetime="${startedAt}">${formatTime(startedAt)}</time>, with seed ${seed}, a server told
  ${count(totals.applicable, 'lie')}, one at a time; each counts as caught if the check that is meant for it finds it.
  A false alarm is a finding about a truthful server, over ${count(truthfulCases, 'case')}.</p>
  ${table('detection', report)}
  ${live && liveTable(live)}
</section>`;
}

function liveTable(live: NonNullable<DetectionReport['live']>): Html {
  const { told, possible, totals, truthfulCases } = live;
  const which = told === 'sample' ? html`, a sample of ${possible},` : '';
  return html`<h3 id="live-detection">Of live servers</h3>
  <p class="about">One that remembers what it is told, asked as a live server is, told ${count(totals.applicable, 'lie')}${which}
  among them those that no single answer shows, and the truth over ${count(truthfulCases, 'case')}.</p>
  ${table('live-detection', live)}`;
}

function table(id: string, { checks, totals }: Pick<DetectionResult, 'checks' | 'totals'>): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}">
  <table>
    <thead><tr><th scope="col">check</th><th scope="col" class="number">lies</th><th scope="col" class="number">caught</th><th scope="col" class="number">missed</th><th scope="col" class="number">detection</th><th scope="col" class="number">false alarms</th></tr></thead>
    <tbody>${checks.map(({ check, ...own }) => row(check, own))}</tbody>
    <tfoot>${row('all', totals)}</tfoot>
  </table>
  </div>`;
}

function row(name: string, { applicable, caught, missed, falseAlarms }: DetectionTotals): Html {
  const rate = applicable === 0 ? '–' : percent(caught / applicable);
  return html`<tr><th scope="row">${name}</th>${[applicable, caught, missed, rate, falseAlarms].map(
    (value) => html`<td class="number">${value}</td>`,
  )}</tr>`;
}
