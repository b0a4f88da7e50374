import { share } from '../../cli/share.ts';
import type { Api } from '../../model/api.ts';
import type { OperationResult, Report } from '../../model/report.ts';
import { type Html, html } from '../html/html.ts';
import { operationLink } from './operationLink.ts';

/** How much of each document the run exercised, and what it never met. */
export function coverageSection({ contract, apis }: { contract: Report; apis: readonly Api[] }): Html {
  return html`<section aria-labelledby="coverage">
  <h2 id="coverage">Coverage</h2>
  <p class="about">Statements that a request met or broke on purpose, and statements that an answer came for. A green run
  shows only what it asked.</p>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="coverage">
  <table>
    <thead><tr><th scope="col">API</th><th scope="col" class="number">of requests</th><th scope="col" class="number">of answers</th><th scope="col" class="number">exercised</th><th scope="col" class="wide">share</th></tr></thead>
    <tbody>${contract.apis.map(({ api, operations, totals }) => {
      const requests = sum(operations, 'requests');
      const responses = sum(operations, 'responses');
      return html`<tr><th scope="row">${apis.find(({ name }) => name === api)?.title ?? api}</th><td class="number">${share(requests)}</td><td class="number">${share(responses)}</td><td class="number">${totals.exercised} of ${totals.statements}</td><td>${meter(totals.exercised, totals.statements)}</td></tr>`;
    })}</tbody>
  </table>
  </div>
  ${neverMet(contract, apis)}
</section>`;
}

function sum(operations: OperationResult[], side: 'requests' | 'responses'): Parameters<typeof share>[0] {
  const figures = operations.map(({ coverage }) => coverage[side]);
  return {
    statements: figures.reduce((all, one) => all + one.total, 0),
    exercised: figures.reduce((all, one) => all + one.exercised, 0),
  };
}

function meter(part: number, total: number): Html {
  const share = total === 0 ? 0 : (100 * part) / total;
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="documented" x="0" y="0" width="${share.toFixed(2)}" height="1"/></svg>`;
}

function neverMet({ apis: results }: Report, apis: readonly Api[]): Html {
  const lacking = results.flatMap(({ api, operations }) =>
    operations.filter(({ coverage }) => coverage.never.length > 0).map((operation) => ({ api, operation })),
  );
  if (lacking.length === 0) return html`<p>Every statement was exercised.</p>`;
  return html`<details>
    <summary>What was never exercised</summary>
    <dl class="never">${lacking.map(
      ({ api, operation }) =>
        html`<div><dt>${operationLink(
          apis.find(({ name }) => name === api),
          operation,
        )}</dt><dd>${operation.coverage.never.map(({ pointer }) => html`<code>${pointer}</code> `)}</dd></div>`,
    )}</dl>
  </details>`;
}
