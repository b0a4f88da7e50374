import { text } from '../../apis/readNode.ts';
import { type Html, html } from '../../docs/html/html.ts';
import { isObject } from '../../json/pointer.ts';
import type { Answer } from '../http/answer.ts';
import type { MockApi } from '../mockApi.ts';
import { controlPrefix, docsPrefix } from './controlPrefix.ts';
import { prefersHtml } from './prefersHtml.ts';

/** One API in the mock's list; links are paths of the mock itself. */
interface ListedApi {
  name: string;
  title: string;
  version: string;
  /** What to put in place of the document's server URL. */
  url: string;
  bundle: string;
  docs: string;
}

/** The list of APIs: JSON, or a page for browsers. */
export function indexAnswer(apis: ReadonlyMap<string, MockApi>, accept: string | undefined): Answer {
  const listed = [...apis.values()].map(listedApi);
  const requests = `${controlPrefix}/requests`;
  if (!prefersHtml(accept)) return jsonAnswer({ apis: listed, requests, reset: `${controlPrefix}/reset` });
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
      vary: 'accept',
    },
    body: Buffer.from(indexPage(listed, requests).markup),
  };
}

export function jsonAnswer(value: object): Answer {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', vary: 'accept' };
  return { status: 200, headers, body: Buffer.from(JSON.stringify(value)) };
}

function listedApi({ name, document }: MockApi): ListedApi {
  const info = isObject(document.info) ? document.info : {};
  const folder = `${docsPrefix}/apis/${encodeURIComponent(name)}`;
  return {
    name,
    title: text(info.title) || name,
    version: text(info.version),
    url: `/${name}`,
    bundle: `${folder}/openapi.json`,
    docs: `${folder}/index.html`,
  };
}

function indexPage(apis: ListedApi[], requests: string): Html {
  const rows = apis.map(
    ({ title, version, url, bundle, docs }) =>
      html`<li><strong>${title}</strong> ${version}, at <code>${url}</code>: <a href="${docs}">docs</a>, <a href="${bundle}">bundle</a></li>\n`,
  );
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Mock</title><style>body{font:1rem/1.6 system-ui,sans-serif;margin:2rem;color-scheme:light dark}</style></head>
<body>
<h1>Mock</h1>
<ul>
${rows}</ul>
<p><a href="${requests}">Requests that were received</a></p>
</body>
</html>
`;
}
