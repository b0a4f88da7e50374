import { count } from '../../cli/count.ts';
import type { Api } from '../../model/api.ts';
import { collectQuestions } from '../evidence/questions.ts';
import { countEvidence } from '../evidence/shares.ts';
import { fillTemplate } from '../html/fillTemplate.ts';
import { type Html, html } from '../html/html.ts';
import { describeAuthentication } from './authentication.ts';
import { evidenceBar, totalOf } from './evidenceBar.ts';

export interface LandingPage {
  apis: readonly Api[];
  /** The page with its slots: `apis` and `summary`. */
  template: string;
}

/** The page that leads to every API. */
export function renderLandingPage({ apis, template }: LandingPage): Html {
  return fillTemplate(template, { summary: summary(apis), apis: apis.map(card) });
}

function summary(apis: readonly Api[]): string {
  const operations = apis.reduce((sum, api) => sum + api.operations.length, 0);
  return `${count(apis.length, 'API')}, ${count(operations, 'operation')}`;
}

function card(api: Api): Html {
  const shares = countEvidence(api);
  const questions = collectQuestions(api).length;
  return html`<article class="card" id="${api.name}">
  <header>
    <h3><a href="apis/${api.name}/index.html">${api.title}</a></h3>
    <p class="version">Version ${api.version} · ${count(api.operations.length, 'operation')}</p>
  </header>
  ${facts(api)}
  <div class="evidence-of">
    <h4>Evidence of ${count(totalOf(shares), 'statement')}</h4>
    ${evidenceBar(shares)}
  </div>
  <nav class="actions" aria-label="${api.title}">
    <a class="button" href="apis/${api.name}/index.html">Reference</a>
    <a href="apis/${api.name}/open-questions.html">${count(questions, 'open question')}</a>
    <a href="apis/${api.name}/openapi.json" download="${api.name}.openapi.json">Bundle</a>
  </nav>
</article>
`;
}

function facts(api: Api): Html {
  const authentication = describeAuthentication(api);
  return html`<dl class="facts">
    <div><dt>Authentication</dt><dd>${
      authentication.length > 0
        ? html`<ul>${authentication.map((line) => html`<li>${line}</li>`)}</ul>`
        : 'None'
    }</dd></div>
    <div><dt>Server</dt><dd>${api.serverUrl ? html`<code>${api.serverUrl}</code>` : 'Not stated'}</dd></div>
  </dl>`;
}
