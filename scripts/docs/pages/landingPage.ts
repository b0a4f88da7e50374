import { count } from '../../cli/count.ts';
import { isObject } from '../../json/pointer.ts';
import type { Api } from '../../model/api.ts';
import type { Report } from '../../model/report.ts';
import { formatTime, targetOf, verdictOf } from '../conformance/verdict.ts';
import { collectQuestions } from '../evidence/questions.ts';
import { countEvidence } from '../evidence/shares.ts';
import { fillTemplate } from '../html/fillTemplate.ts';
import { type Html, html } from '../html/html.ts';
import { inlineCode } from '../html/inlineCode.ts';
import { oneLine } from '../oneLine.ts';
import type { ApiContent } from '../siteContent.ts';
import { describeAuthentication } from './authentication.ts';
import { evidenceBar, totalOf } from './evidenceBar.ts';

interface LandingPage {
  apis: readonly ApiContent[];
  /** The last run, where there was one. */
  contract: Report | undefined;
  /** The page with its slots: `apis` and `summary`. */
  template: string;
}

/** The page that leads to every API. */
export function renderLandingPage({ apis, contract, template }: LandingPage): Html {
  return fillTemplate(template, { summary: summary(apis), apis: apis.map(({ api }) => card(api, contract)) });
}

function summary(apis: readonly ApiContent[]): string {
  const operations = apis.reduce((sum, { api }) => sum + api.operations.length, 0);
  return `${count(apis.length, 'API')}, ${count(operations, 'operation')}`;
}

function card(api: Api, contract: Report | undefined): Html {
  const shares = countEvidence(api);
  const questions = collectQuestions(api).length;
  const folder = `apis/${api.name}`;
  return html`<article class="card" id="${api.name}">
  <header>
    <h3><a href="${folder}/index.html">${api.title}</a> <span class="version">${api.version}</span></h3>
    <p>${inlineCode(tagline(api))}</p>
  </header>
  ${facts(api, contract)}
  <div class="evidence-of">
    <h4>${count(totalOf(shares), 'statement')}</h4>
    ${evidenceBar(shares)}
  </div>
  <nav class="actions" aria-label="${api.title}">
    <a class="button" href="${folder}/index.html">Reference</a>
    <a href="${folder}/open-questions.html">${count(questions, 'open question')}</a>
    <a href="${folder}/history.html">Changes</a>
    <a href="downloads.html#${api.name}">Downloads</a>
  </nav>
</article>
`;
}

/** The first sentence of the document's description. */
function tagline({ document }: Api): string {
  const info = isObject(document.info) ? document.info : {};
  const text = typeof info.description === 'string' ? oneLine(info.description) : '';
  return /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;
}

function facts(api: Api, contract: Report | undefined): Html {
  const authentication = describeAuthentication(api);
  return html`<dl class="facts">
    <div><dt>Operations</dt><dd>${api.operations.length}</dd></div>
    <div><dt>Authentication</dt><dd>${
      authentication.length > 0
        ? html`<ul>${authentication.map((line) => html`<li>${line}</li>`)}</ul>`
        : 'None'
    }</dd></div>
    <div><dt>Server</dt><dd>${api.serverUrl ? html`<code>${api.serverUrl}</code>` : 'Not stated'}</dd></div>
    <div><dt>Last run</dt><dd>${lastRun(api, contract)}</dd></div>
  </dl>`;
}

function lastRun({ name }: Api, contract: Report | undefined): Html {
  const { state, text } = verdictOf(contract, name);
  if (!contract || state === 'none') return html`<a href="conformance.html">${text}</a>`;
  return html`<a class="verdict ${state}" href="conformance.html#matrix-${name}">${text}</a>
    <span class="when">${formatTime(contract.startedAt)}, against ${targetOf(contract)}</span>`;
}
