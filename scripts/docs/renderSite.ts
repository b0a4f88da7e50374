import type { Api } from '../model/api.ts';
import { fillTemplate } from './html/fillTemplate.ts';
import { type Html, html } from './html/html.ts';
import { renderLandingPage } from './pages/landingPage.ts';
import { renderQuestions } from './pages/questionsPage.ts';
import { renderReferencePage } from './pages/referencePage.ts';

export interface Templates {
  /** Around every page of ours: slots `title`, `home`, `nav`, `content`. */
  page: string;
  landing: string;
  reference: string;
}

/** A file of the site; `path` is relative to the site's folder. */
export interface SiteFile {
  path: string;
  content: string | Uint8Array;
}

/** Every page of the site. All links are relative, so that it works from any folder and from `file:`. */
export function renderSite({ apis, templates }: { apis: readonly Api[]; templates: Templates }): SiteFile[] {
  return [landingFile(apis, templates), ...apis.flatMap((api) => apiFiles(api, templates))];
}

function landingFile(apis: readonly Api[], { page, landing }: Templates): SiteFile {
  const content = renderLandingPage({ apis, template: landing });
  const values = { title: 'care-contracts', home: '', nav: undefined, content };
  return file('index.html', fillTemplate(page, values));
}

function apiFiles(api: Api, { page, reference }: Templates): SiteFile[] {
  const folder = `apis/${api.name}`;
  const questions = fillTemplate(page, {
    title: `${api.title}: open questions`,
    home: '../../',
    nav: apiNav(api),
    content: renderQuestions(api),
  });
  return [
    file(`${folder}/index.html`, renderReferencePage({ api, template: reference })),
    file(`${folder}/open-questions.html`, questions),
  ];
}

function apiNav(api: Api): Html {
  return html`<nav aria-label="This API">
    <a href="index.html">Reference</a>
    <a href="open-questions.html" aria-current="page">Open questions</a>
    <a href="openapi.json" download="${api.name}.openapi.json">Bundle</a>
  </nav>`;
}

function file(path: string, { markup }: Html): SiteFile {
  return { path, content: markup };
}
