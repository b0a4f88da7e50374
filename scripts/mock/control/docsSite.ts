import { mediaTypeOf } from '../../docs/mediaTypeOf.ts';
import type { Answer } from '../http/answer.ts';
import type { MockApi } from '../mockApi.ts';
import { docsPrefix } from './controlPrefix.ts';

/** Answers below `docsPrefix`; `undefined` where the site has no such file. */
export type DocsSite = (path: string) => Promise<Answer | undefined>;

type Files = ReadonlyMap<string, string | Uint8Array>;

/** The docs site of the mocked APIs. Its pages are made when one is first asked for, and anew when an API has changed. */
export function createDocsSite(apis: ReadonlyMap<string, MockApi>): DocsSite {
  let made: { of: MockApi[]; files: Promise<Files> } | undefined;
  return async (path) => {
    const name = path.slice(docsPrefix.length + 1) || 'index.html';
    const bundle = bundleNamed(apis, name);
    if (bundle) return fileAnswer(name, bundle);
    const current = [...apis.values()];
    if (made?.of.some((api, index) => api !== current[index]) ?? true) {
      made = { of: current, files: renderFiles(current) };
    }
    const content = (await made?.files)?.get(name);
    return content === undefined ? undefined : fileAnswer(name, content);
  };
}

function bundleNamed(apis: ReadonlyMap<string, MockApi>, path: string): string | undefined {
  const [, name = ''] = /^apis\/([^/]+)\/openapi\.json$/.exec(path) ?? [];
  const api = apis.get(name);
  return api && JSON.stringify(api.document);
}

/** Loaded only here: a mock whose docs nobody reads starts without the site's code. */
async function renderFiles(apis: MockApi[]): Promise<Files> {
  const [{ siteFiles }, { apiOf }] = await Promise.all([
    import('../../docs/buildSite.ts'),
    import('../../apis/readApi.ts'),
  ]);
  const files = await siteFiles(apis.map(({ name, document }) => apiOf(name, document)));
  return new Map(files.map(({ path, content }) => [path, content]));
}

function fileAnswer(path: string, content: string | Uint8Array): Answer {
  return { status: 200, headers: { 'content-type': mediaTypeOf(path) }, body: Buffer.from(content) };
}
