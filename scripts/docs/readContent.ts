import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readApi } from '../apis/readApi.ts';
import type { Api } from '../model/api.ts';
import { readReports } from './conformance/readReports.ts';
import { readGuides, readSnippets } from './guides/readGuides.ts';
import { pruneCache } from './history/pruneCache.ts';
import { readHistory } from './history/readHistory.ts';
import { samplesOf } from './samples/samplesOf.ts';
import type { ApiContent, SiteContent, Templates } from './siteContent.ts';

interface Project {
  root: string;
  names: readonly string[];
  /** The folder of the last runs' reports. */
  reports: string;
}

/** Templates, guides and assets belong to this project, wherever the documents lie. */
export const themeFolder = fileURLToPath(new URL('../../docs-site/', import.meta.url));

/**
 * All that the site of a project's APIs is made of.
 * @throws {DocumentError} if a bundle cannot be read
 */
export async function readContent({ root, names, reports }: Project): Promise<SiteContent> {
  const apis = await Promise.all(names.map((name) => readApi({ root, name })));
  const contents: ApiContent[] = [];
  const cache = join(root, 'docs-site', '.history');
  for (const api of apis) {
    const history = await readHistory({ root, name: api.name, cache });
    const workflows = await readWorkflows(root, api.name);
    contents.push({ ...(await apiContent(api)), history, ...(workflows !== undefined && { workflows }) });
  }
  await pruneCache(cache);
  return { ...(await readTheme()), apis: contents, reports: await readReports(reports) };
}

/** The site of APIs of which nothing but the documents is known. */
export async function contentOf(apis: readonly Api[]): Promise<SiteContent> {
  return { ...(await readTheme()), apis: await Promise.all(apis.map(apiContent)), reports: {} };
}

async function apiContent(api: Api): Promise<ApiContent> {
  const samples = new Map(
    await Promise.all(
      api.operations.map(async (operation) => {
        const own = await samplesOf(api, operation);
        return [operation.operationId, own.samples] as const;
      }),
    ),
  );
  return { api, samples };
}

/** On the site, the bundle that the workflows are about lies beside them. */
async function readWorkflows(root: string, name: string): Promise<string | undefined> {
  const file = join(root, 'openapi', name, 'workflows.arazzo.yaml');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text?.replace(
    /^(\s*(?:- )?url:) *['"]?[^\s:'"]*openapi\.(?:json|yaml)['"]? *$/gm,
    '$1 ./openapi.json',
  );
}

async function readTheme(): Promise<Pick<SiteContent, 'guides' | 'snippets' | 'templates'>> {
  return {
    guides: await readGuides(join(themeFolder, 'guides')),
    snippets: await readSnippets(join(themeFolder, 'snippets')),
    templates: await readTemplates(),
  };
}

async function readTemplates(): Promise<Templates> {
  const [page = '', landing = '', reference = ''] = await Promise.all(
    ['page.html', 'landing.html', 'reference.html'].map((name) => readFile(join(themeFolder, name), 'utf8')),
  );
  return { page, landing, reference };
}
