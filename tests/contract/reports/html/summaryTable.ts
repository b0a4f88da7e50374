import { share } from '../../../../scripts/cli/share.ts';
import { type Html, html } from '../../../../scripts/docs/html/html.ts';
import type { BaselineResult, Report, Totals } from '../../../../scripts/model/report.ts';
import { countVerdicts } from '../inferredText.ts';

const columns = ['operations', 'cases', 'passed', 'violations', 'drift', 'skipped'] as const;

const marks: Partial<Record<(typeof columns)[number], string>> = { violations: 'bad', drift: 'warn' };

/** API × figures, with the share of statements that were exercised; and what became of inferred ones and of the baseline. */
export function summaryTable({ apis, totals, baseline }: Report): Html {
  const rows = [
    ...apis.map(({ api, totals: own }) => row(api, own)),
    ...(apis.length > 1 ? [row('all', totals)] : []),
  ];
  const { confirmed, broken, unseen } = countVerdicts(apis.flatMap(({ inferred = [] }) => inferred));
  const isInferred = confirmed + broken + unseen > 0;
  return html`<section class="summary" aria-label="Summary">
<div class="scroll" tabindex="0" role="region" aria-label="Figures of each API"><table>
<thead><tr><th scope="col">API</th>${columns.map((name) => html`<th scope="col">${name}</th>`)}<th scope="col">statements exercised</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>
${isInferred ? html`<p>Of the statements that no source states, this server confirmed ${confirmed}, broke ${broken} and never showed ${unseen}.</p>` : undefined}
${baseline && baselineNotes(baseline, totals)}
</section>`;
}

function row(name: string, totals: Totals): Html {
  const { statements, exercised } = totals;
  const covered = share(totals);
  return html`<tr><th scope="row">${name}</th>${columns.map((column) => html`<td class="${totals[column] > 0 ? (marks[column] ?? '') : ''}">${totals[column]}</td>`)}<td><meter min="0" max="${Math.max(statements, 1)}" value="${exercised}">${covered}</meter> ${covered}</td></tr>`;
}

function baselineNotes({ vanished, expired }: BaselineResult, { known = 0 }: Totals): Html {
  const entry = (what: string) => (one: BaselineResult['vanished'][number]) =>
    html`<li>${what}: <code>${one.operationId}</code> ${one.check} <code>${one.documentPointer}</code> (${one.reason}, until ${one.expires})</li>`;
  return html`<p>The baseline lists ${known} of these findings: they are not fatal.</p>
<ul>${expired.map(entry('Expired, and fatal again'))}${vanished.map(entry('Vanished: take it out'))}</ul>`;
}
