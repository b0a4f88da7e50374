import type { Guide } from '../guides/guide.ts';
import { type Html, html } from '../html/html.ts';
import { inlineCode } from '../html/inlineCode.ts';

/** The list of all guides. */
export function renderGuideList(guides: readonly Guide[]): Html {
  return html`<header class="intro">
  <p class="eyebrow">For integrators, providers and editors</p>
  <h1>Guides</h1>
  <p class="lead">Short. Their calls and their code run against the mock in a test.</p>
</header>
<ol class="guides">${guides.map(
    ({ name, title, lead }) =>
      html`<li><h2><a href="${name}.html">${title}</a></h2><p>${inlineCode(lead)}</p></li>`,
  )}</ol>`;
}

/** A guide beside the list of all. */
export function renderGuidePage({
  guide,
  guides,
  body,
}: {
  guide: Guide;
  guides: readonly Guide[];
  body: Html;
}): Html {
  return html`<div class="beside">
<nav class="list" aria-label="Guides"><ul>${guides.map(({ name, title }) =>
    name === guide.name
      ? html`<li><a href="${name}.html" aria-current="page">${title}</a></li>`
      : html`<li><a href="${name}.html">${title}</a></li>`,
  )}</ul></nav>
<article class="prose">
<header class="intro">
  <h1>${guide.title}</h1>
  <p class="lead">${inlineCode(guide.lead)}</p>
</header>
${body}
</article>
</div>`;
}
