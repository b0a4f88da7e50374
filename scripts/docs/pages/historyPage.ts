import { count } from '../../cli/count.ts';
import type { Change, EvidenceChange } from '../../diff/apiDiff.ts';
import { placeOf } from '../../diff/placeOf.ts';
import type { Api } from '../../model/api.ts';
import type { History, Version, VersionDiff } from '../history/history.ts';
import { type Html, html } from '../html/html.ts';

/** What changed between the versions of an API's document. */
export function renderHistory(api: Api, history: History | undefined): Html {
  const { versions, gap } = history ?? { versions: [], gap: 'It was built without a look at the history.' };
  return html`<header class="intro">
  <p class="eyebrow">${api.title}, version ${api.version}</p>
  <h1>Changes</h1>
  <p class="lead">What each version changed of the one before. A change is breaking if a client that worked, or a server
  that conformed, may no longer do.</p>
</header>
${gap ? html`<p class="notice">${gap}</p>` : undefined}
${versions.length === 0 && !gap ? html`<p class="notice">Nothing of it is committed yet.</p>` : undefined}
<ol class="versions">${versions.map((version) => item(version, api))}</ol>`;
}

function item(version: Version, api: Api): Html {
  const { commit, state, diff } = version;
  const id = commit ? `c-${commit.hash.slice(0, 10)}` : 'uncommitted';
  return html`<li id="${id}">
  <div class="when">${
    commit
      ? html`<time datetime="${commit.date}">${commit.date.slice(0, 10)}</time> <code>${commit.hash.slice(0, 10)}</code>`
      : 'Not committed'
  }</div>
  <div class="what">
    <h2>${commit?.subject ?? 'Changes that are not committed yet'}</h2>
    <p class="about">${version.version ? html`Version ${version.version}. ` : undefined}${sentence(state, diff)}</p>
    ${state === 'older' && commit ? html`<pre tabindex="0"><code>npm run diff -- ${api.name} --base ${commit.hash.slice(0, 10)}</code></pre>` : undefined}
    ${diff && details(diff)}
  </div>
</li>`;
}

function sentence(state: Version['state'], diff: VersionDiff | undefined): string {
  switch (state) {
    case 'first':
      return 'The first version.';
    case 'older':
      return 'Not compared here. What has changed since:';
    case 'incomparable':
      return 'It cannot be compared with the one before.';
    case 'compared':
      return diff ? summary(diff) : '';
  }
}

function summary({ breaking, other, evidence }: VersionDiff): string {
  const changes = breaking.length + other.length;
  const parts = [
    changes > 0 ? `${count(changes, 'change')}, ${breaking.length || 'none'} breaking` : '',
    evidence.length > 0 ? `${evidence.length} of evidence alone` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join('; ')}.` : 'Nothing that anybody could notice.';
}

function details({ breaking, other, evidence }: VersionDiff): Html {
  return html`${section({ title: 'Breaking', items: breaking.map(change), open: true })}
    ${section({ title: breaking.length > 0 ? 'Others' : 'Changes', items: other.map(change), open: false })}
    ${section({ title: 'Evidence alone', items: evidence.map(evidenceChange), open: false })}`;
}

/** The most that a page is to hold of one version. */
const mostShown = 100;

function section({ title, items, open }: { title: string; items: Html[]; open: boolean }): Html | undefined {
  if (items.length === 0) return undefined;
  const more = items.length - mostShown;
  const attribute = { markup: open ? ' open' : '' };
  return html`<details${attribute}>
      <summary>${title} <span class="count">${items.length}</span></summary>
      <ul class="changes">${items.slice(0, mostShown)}</ul>
      ${more > 0 ? html`<p>And ${count(more, 'more')}.</p>` : undefined}
    </details>`;
}

function change({ kind, usage, member, reasons }: Change): Html {
  const place = [placeOf(usage), member].filter(Boolean).join(' · ');
  return html`<li><span class="kind ${kind}">${kind}</span> <code>${place}</code>${reasons.map(
    ({ message }) => html`<p class="about">${message}</p>`,
  )}</li>`;
}

function evidenceChange({ before, after, pointers }: EvidenceChange): Html {
  return html`<li><span class="kind">${count(pointers.length, 'statement')}</span>
    <p class="about">was: ${before}</p>
    <p class="about">is: ${after}</p></li>`;
}
