import type { Api } from '../../model/api.ts';
import { type Html, html } from '../html/html.ts';

interface Entry {
  href: string;
  label: string;
}

const pages: Entry[] = [
  { href: 'index.html', label: 'APIs' },
  { href: 'guides/index.html', label: 'Guides' },
  { href: 'conformance.html', label: 'Conformance' },
  { href: 'downloads.html', label: 'Downloads' },
];

const apiPages: Entry[] = [
  { href: 'index.html', label: 'Reference' },
  { href: 'open-questions.html', label: 'Open questions' },
  { href: 'history.html', label: 'Changes' },
];

/** Of the pages that are no API's; `home` leads to the site's top folder: `''` or `'../'`. */
export function siteNavigation({ home, current }: { home: string; current: string }): Html {
  const entries = pages.map(({ href, label }) => ({ href: `${home}${href}`, label }));
  return navigation('The site', entries, `${home}${current}`);
}

/** Of the pages of an API, seen from its folder. */
export function apiNavigation({ api, current }: { api: Api; current: string }): Html {
  const downloads = { href: `../../downloads.html#${api.name}`, label: 'Downloads' };
  return navigation(api.title, [...apiPages, downloads], current);
}

function navigation(label: string, entries: readonly Entry[], current: string): Html {
  return html`<nav aria-label="${label}">${entries.map(({ href, label }) =>
    href === current
      ? html`<a href="${href}" aria-current="page">${label}</a>`
      : html`<a href="${href}">${label}</a>`,
  )}</nav>`;
}
