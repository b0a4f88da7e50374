import { count } from '../../cli/count.ts';
import { percent } from '../../cli/detectionTable.ts';
import type { DetectionReport, DetectionTotals } from '../../model/detection.ts';
import { formatTime } from '../conformance/verdict.ts';
import { type Html, html } from '../html/html.ts';

/** Whether the gate would see a server break its contract: a line for each check. */
export function detectionSection({ checks, totals, startedAt, seed, truthfulCases }: DetectionReport): Html {
  return html`<section aria-labelledby="detection">
  <h2 id="detection">Detection</h2>
  <p class="about">On <time datetime="${startedAt}">${formatTime(startedAt)}</time>, with seed ${seed}, a server told
  ${count(totals.applicable, 'lie')}, one at a time; each counts as caught if the check that is meant for it finds it.
  A false alarm is a finding about a truthful server, over ${count(truthfulCases, 'case')}.</p>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="detection">
  <table>
    <thead><tr><th scope="col">check</th><th scope="col" class="number">lies</th><th scope="col" class="number">caught</th><th scope="col" class="number">missed</th><th scope="col" class="number">detection</th><th scope="col" class="number">false alarms</th></tr></thead>
    <tbody>${checks.map(({ check, ...own }) => row(check, own))}</tbody>
    <tfoot>${row('all', totals)}</tfoot>
  </table>
  </div>
</section>`;
}

function row(name: string, { applicable, caught, missed, falseAlarms }: DetectionTotals): Html {
  const rate = applicable === 0 ? '–' : percent(caught / applicable);
  return html`<tr><th scope="row">${name}</th>${[applicable, caught, missed, rate, falseAlarms].map(
    (value) => html`<td class="number">${value}</td>`,
  )}</tr>`;
}
