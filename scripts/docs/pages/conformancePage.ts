import { formatDuration } from '../../cli/duration.ts';
import { share } from '../../cli/share.ts';
import type { Api } from '../../model/api.ts';
import type { Report } from '../../model/report.ts';
import { conformanceMatrix } from '../conformance/matrix.ts';
import type { Reports } from '../conformance/readReports.ts';
import { formatTime, targetOf, verdictOfTotals } from '../conformance/verdict.ts';
import { type Html, html } from '../html/html.ts';
import { coverageSection } from './coverageSection.ts';
import { detectionSection } from './detectionSection.ts';
import { findingsSection } from './findingsSection.ts';
import { matrixSection } from './matrixSection.ts';

/** What the last run found, and how far it can be trusted. */
export function renderConformance({ apis, reports }: { apis: readonly Api[]; reports: Reports }): Html {
  const { contract, detection } = reports;
  if (!contract) return html`${intro(html`${notRun}`)}${detection && detectionSection(detection)}`;
  const rows = conformanceMatrix(contract, detection);
  return html`${intro(ranWhen(contract))}
${summary(contract)}
${matrixSection({ rows, apis, withLies: detection !== undefined })}
${findingsSection({ contract, apis })}
${coverageSection({ contract, apis })}
${detection && detectionSection(detection)}`;
}

const notRun = html`No run has left its report. <code>npm run gate</code> makes one, and builds this page from it.`;

function intro(lead: Html): Html {
  return html`<header class="intro">
  <p class="eyebrow">Contract</p>
  <h1>Conformance</h1>
  <p class="lead">${lead}</p>
</header>`;
}

function ranWhen(contract: Report): Html {
  const verdict = verdictOfTotals(contract.totals);
  return html`The last run was on <time datetime="${contract.startedAt}">${formatTime(contract.startedAt)}</time>
  against ${targetOf(contract)}, with seed ${contract.seed}, and took ${formatDuration(contract.durationMs)}.
  <strong class="verdict ${verdict.state}">${verdict.text}.</strong>`;
}

function summary({ totals }: Report): Html {
  const figures: [string, string | number][] = [
    ['operations', totals.operations],
    ['cases', totals.cases],
    ['violations', totals.violations],
    ['drift', totals.drift],
    ['skipped', totals.skipped],
    ['coverage', share(totals)],
  ];
  return html`<dl class="figures">${figures.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}
