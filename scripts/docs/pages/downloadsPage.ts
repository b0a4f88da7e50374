import type { Api } from '../../model/api.ts';
import { type Html, html } from '../html/html.ts';
import type { ApiContent } from '../siteContent.ts';

/** Everything that can be taken away, by API. */
export function renderDownloads(apis: readonly ApiContent[]): Html {
  return html`<header class="intro">
  <p class="eyebrow">OpenAPI 3.1, Markdown, Arazzo</p>
  <h1>Downloads</h1>
  <p class="lead">Each document as one file, for your generator, your gateway, your language model. Marks of evidence are
  extensions: tools that do not know them pass them on.</p>
</header>
${apis.map(section)}
<section aria-labelledby="machines">
  <h2 id="machines">For machines</h2>
  <ul class="files">
    <li><a href="llms.txt">llms.txt</a><span>What this site has, for a language model to choose from</span></li>
  </ul>
</section>`;
}

function section({ api, workflows }: ApiContent): Html {
  return html`<section aria-labelledby="${api.name}">
  <h2 id="${api.name}">${api.title} <span class="count">${api.version}</span></h2>
  <ul class="files">
    ${file(api, 'openapi.json', 'The bundle: the whole document as JSON')}
    ${file(api, 'openapi.yaml', 'The same as YAML')}
    ${workflows === undefined ? undefined : file(api, 'workflows.arazzo.yaml', 'Sequences of calls, as an Arazzo document')}
    ${file(api, 'reference.md', 'The reference as Markdown')}
    ${file(api, 'open-questions.md', 'What only the provider can settle, as a checklist')}
  </ul>
</section>`;
}

function file({ name }: Api, path: string, what: string): Html {
  return html`<li><a href="apis/${name}/${path}" download="${name}.${path}">${name}.${path}</a><span>${what}</span></li>`;
}
