import { stringify } from 'yaml';
import { guideText } from './guides/guideText.ts';
import { renderGuide } from './guides/renderGuide.ts';
import { fillTemplate } from './html/fillTemplate.ts';
import { type Html, html } from './html/html.ts';
import { renderLlmsText } from './machines/llmsText.ts';
import { renderReferenceText } from './machines/referenceText.ts';
import { renderConformance } from './pages/conformancePage.ts';
import { renderDownloads } from './pages/downloadsPage.ts';
import { renderGuideList, renderGuidePage } from './pages/guidePages.ts';
import { renderHistory } from './pages/historyPage.ts';
import { renderLandingPage } from './pages/landingPage.ts';
import { apiNavigation, siteNavigation } from './pages/navigation.ts';
import { renderQuestions } from './pages/questionsPage.ts';
import { renderQuestionsText } from './pages/questionsText.ts';
import { renderReferencePage } from './pages/referencePage.ts';
import type { ApiContent, SiteContent, SiteFile } from './siteContent.ts';

/** Every page of the site. All links are relative, so that it works from any folder and from `file:`. */
export function renderSite(content: SiteContent): SiteFile[] {
  return [
    ...topPages(content),
    ...guidePages(content),
    ...content.apis.flatMap((api) => apiFiles(api, content)),
    { path: 'llms.txt', content: renderLlmsText(content) },
  ];
}

function topPages(content: SiteContent): SiteFile[] {
  const { apis, reports, templates } = content;
  const landing = renderLandingPage({ apis, contract: reports.contract, template: templates.landing });
  const conformance = renderConformance({ apis: apis.map(({ api }) => api), reports });
  return [
    topPage(content, { path: 'index.html', title: 'care-contracts', styles: ['landing'], body: landing }),
    topPage(content, {
      path: 'conformance.html',
      title: 'Conformance',
      styles: ['tables', 'conformance'],
      body: conformance,
    }),
    topPage(content, {
      path: 'downloads.html',
      title: 'Downloads',
      styles: ['downloads'],
      body: renderDownloads(apis),
    }),
  ];
}

function guidePages(content: SiteContent): SiteFile[] {
  const { guides, snippets, apis } = content;
  const names = apis.map(({ api }) => api.name);
  const list = {
    path: 'guides/index.html',
    title: 'Guides',
    styles: ['guides'],
    body: renderGuideList(guides),
  };
  return [
    topPage(content, list),
    ...guides.flatMap((guide) => {
      const text = guideText(guide, snippets);
      const body = renderGuidePage({ guide, guides, body: renderGuide(text, names) });
      const path = `guides/${guide.name}`;
      return [
        topPage(content, { path: `${path}.html`, title: guide.title, styles: ['guides', 'tables'], body }),
        { path: `${path}.md`, content: `# ${guide.title}\n\n${guide.lead}\n\n${text}` },
      ];
    }),
  ];
}

interface Page {
  path: string;
  title: string;
  /** Style sheets of this kind of page. */
  styles: string[];
  body: Html;
}

function styleLinks(home: string, styles: string[]): Html[] {
  return styles.map((name) => html`<link rel="stylesheet" href="${home}assets/${name}.css">\n`);
}

function topPage({ templates }: SiteContent, { path, title, styles, body }: Page): SiteFile {
  const home = '../'.repeat(path.split('/').length - 1);
  const current = path.startsWith('guides/') ? 'guides/index.html' : path;
  const nav = siteNavigation({ home, current });
  const links = styleLinks(home, styles);
  const values = { title, home, styles: links, brand: undefined, nav, content: body };
  return { path, content: fillTemplate(templates.page, values).markup };
}

function apiFiles(content: ApiContent, { templates }: SiteContent): SiteFile[] {
  const { api, samples, history, workflows } = content;
  const folder = `apis/${api.name}`;
  const reference = renderReferencePage({ api, samples, template: templates.reference });
  const page = ({ path, title, styles, body }: Page): SiteFile => {
    const brand = html`<a class="api" href="index.html">${api.title}</a>`;
    const nav = apiNavigation({ api, current: path });
    const values = {
      title: `${api.title}: ${title}`,
      home: '../../',
      styles: styleLinks('../../', styles),
      brand,
      nav,
      content: body,
    };
    return { path: `${folder}/${path}`, content: fillTemplate(templates.page, values).markup };
  };
  return [
    { path: `${folder}/index.html`, content: reference.markup },
    page({
      path: 'open-questions.html',
      title: 'open questions',
      styles: ['questions'],
      body: renderQuestions(api),
    }),
    page({ path: 'history.html', title: 'changes', styles: ['history'], body: renderHistory(api, history) }),
    { path: `${folder}/open-questions.md`, content: renderQuestionsText(api) },
    { path: `${folder}/reference.md`, content: renderReferenceText(api, samples) },
    {
      path: `${folder}/openapi.yaml`,
      content: stringify(api.document, { aliasDuplicateObjects: false, lineWidth: 0 }),
    },
    ...(workflows === undefined ? [] : [{ path: `${folder}/workflows.arazzo.yaml`, content: workflows }]),
  ];
}
