import { count } from '../../cli/count.ts';
import type { Api } from '../../model/api.ts';
import { checkNames } from '../../model/finding.ts';
import type { Cell, Row } from '../conformance/matrix.ts';
import { type Html, html } from '../html/html.ts';
import { operationLink } from './operationLink.ts';

interface Matrix {
  rows: Row[];
  apis: readonly Api[];
  /** Whether it is known where a check has anything to look at. */
  withLies: boolean;
}

/** Operations down, checks across, a table for each API. */
export function matrixSection({ rows, apis, withLies }: Matrix): Html {
  const names = [...new Set(rows.map(({ api }) => api))];
  return html`<section aria-labelledby="matrix">
  <h2 id="matrix">Operations and checks</h2>
  <ul class="key">
    <li><span class="cell passed">✓</span> nothing found</li>
    <li><span class="cell drifted">2</span> findings that are drift</li>
    <li><span class="cell failed">1</span> violations</li>
    ${withLies ? html`<li><span class="cell idle">·</span> nothing here for the check to see</li>` : undefined}
  </ul>
  ${names.map((name) =>
    table(
      name,
      rows.filter(({ api }) => api === name),
      apis,
    ),
  )}
</section>`;
}

function table(name: string, rows: Row[], apis: readonly Api[]): Html {
  const api = apis.find((one) => one.name === name);
  return html`<h3 id="matrix-${name}">${api?.title ?? name} <span class="count">${count(rows.length, 'operation')}</span></h3>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="matrix-${name}">
  <table class="matrix">
    <thead><tr><th scope="col">operation</th><th scope="col" class="number">cases</th>${checkNames.map(
      (check) => html`<th scope="col" class="check"><span>${check}</span></th>`,
    )}</tr></thead>
    <tbody>${rows.map(
      ({ operation, cells }) =>
        html`<tr><th scope="row">${operationLink(api, operation)}</th><td class="number">${operation.cases.length}</td>${cells.map(cell)}</tr>`,
    )}</tbody>
  </table>
  </div>`;
}

function cell({ violations, drift, lies }: Cell): Html {
  if (violations > 0)
    return html`<td><span class="cell failed">${violations}<span class="hidden"> violations</span></span></td>`;
  if (drift > 0)
    return html`<td><span class="cell drifted">${drift}<span class="hidden"> of drift</span></span></td>`;
  if (lies?.told === 0) return html`<td><span class="cell idle">·</span></td>`;
  return html`<td><span class="cell passed">✓</span></td>`;
}
