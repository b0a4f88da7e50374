import { count } from '../../cli/count.ts';
import type { Api } from '../../model/api.ts';
import type { Finding } from '../../model/finding.ts';
import type { CaseResult, Report } from '../../model/report.ts';
import { type Html, html } from '../html/html.ts';
import { operationLink } from './operationLink.ts';

interface Found {
  api: string;
  operationId: string;
  one: CaseResult;
  finding: Finding;
}

/** The most that a page is to hold: the report has them all. */
const mostShown = 200;

/** Every finding of a run: violations first, then drift. */
export function findingsSection({ contract, apis }: { contract: Report; apis: readonly Api[] }): Html {
  const found = contract.apis.flatMap(({ api, operations }) =>
    operations.flatMap(({ operationId, cases }) =>
      cases.flatMap((one) => one.findings.map((finding): Found => ({ api, operationId, one, finding }))),
    ),
  );
  const of = (severity: string) => found.filter(({ finding }) => finding.severity === severity);
  return html`${list('violations', 'Violations', of('violation'), apis)}${list('drift', 'Drift', of('drift'), apis)}`;
}

const meanings = {
  violations: 'A documented statement that the server broke.',
  drift:
    'What differs from a statement that is inferred, in conflict, silent or of a protocol: reported, not fatal.',
};

function list(id: keyof typeof meanings, title: string, found: Found[], apis: readonly Api[]): Html {
  const more = found.length - mostShown;
  return html`<section aria-labelledby="${id}">
  <h2 id="${id}">${title} <span class="count">${found.length}</span></h2>
  <p class="about">${meanings[id]}</p>
  ${found.length === 0 ? html`<p>None was found.</p>` : html`<ol class="findings">${found.slice(0, mostShown).map((one) => item(one, apis))}</ol>`}
  ${more > 0 ? html`<p>And ${count(more, 'more')}, in <code>contract.json</code>.</p>` : undefined}
</section>`;
}

function item({ api, operationId, one, finding }: Found, apis: readonly Api[]): Html {
  return html`<li>
    <p class="about">${operationLink(
      apis.find(({ name }) => name === api),
      { operationId },
    )} · ${finding.check} · ${finding.evidence}</p>
    <p>${finding.message}</p>
    ${finding.documentPointer ? html`<p class="where"><code>${finding.documentPointer}</code></p>` : undefined}
    ${one.curl ? html`<pre tabindex="0"><code>${one.curl}</code></pre>` : undefined}
  </li>`;
}
