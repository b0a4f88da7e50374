import { type EvidenceShares, shownEvidence } from '../evidence/shares.ts';
import { type Html, html } from '../html/html.ts';

/** The shares of an API's statements as one stacked bar, and the same in words and figures. */
export function evidenceBar(shares: EvidenceShares): Html {
  const total = totalOf(shares);
  return html`<div class="shares">
  <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${segments(shares, total)}</svg>
  <ul class="legend">${shownEvidence.map(
    (evidence) =>
      html`<li class="${evidence}"><b>${percent(shares[evidence], total)}</b> ${labels[evidence]}<span class="count"> · ${shares[evidence]}</span></li>`,
  )}</ul>
</div>`;
}

export function totalOf(shares: EvidenceShares): number {
  return shownEvidence.reduce((sum, evidence) => sum + shares[evidence], 0);
}

/** Whole per cents; what is there at all is never shown as 0 %, nor what is incomplete as 100 %. */
export function percent(part: number, total: number): string {
  if (part === 0 || total === 0) return '0 %';
  const exact = (100 * part) / total;
  if (exact < 1) return '< 1 %';
  return `${part < total ? Math.min(99, Math.round(exact)) : 100} %`;
}

const labels = { documented: 'documented', inferred: 'inferred', conflict: 'in conflict' };

function segments(shares: EvidenceShares, total: number): Html[] {
  let x = 0;
  return shownEvidence.map((evidence) => {
    const width = total === 0 ? 0 : (100 * shares[evidence]) / total;
    const segment = html`<rect class="${evidence}" x="${x.toFixed(3)}" y="0" width="${width.toFixed(3)}" height="1"/>`;
    x += width;
    return segment;
  });
}
