import { createServer } from 'node:http';
import { rolldown } from 'rolldown';
import { listenAt } from '../../../scripts/http/listenAt.ts';
import { launchBrowser, recordPage } from '../../support/browser.ts';

export interface BrowserRun {
  /** What the module's `run(mock)` gave. */
  result: unknown;
  /** Whatever the page complained of. */
  problems: string[];
  /** The bundle. */
  code: string;
}

/** Bundles a module for browsers, and runs it on a page of an origin of its own. */
export async function runInBrowser(file: string, mock: string): Promise<BrowserRun> {
  const code = await bundle(file);
  const page = `<!doctype html><link rel="icon" href="data:,"><script type="module">
    import { run } from './bundle.js';
    globalThis.outcome = run(${JSON.stringify(mock)});
  </script>`;
  const server = createServer((request, response) => {
    const isBundle = request.url === '/bundle.js';
    response.writeHead(200, { 'Content-Type': isBundle ? 'text/javascript' : 'text/html' });
    response.end(isBundle ? code : page);
  });
  await using site = await listenAt(server);
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    const record = recordPage(tab);
    await tab.goto(site.url);
    const result = await tab.evaluate('globalThis.outcome');
    return { result, problems: record.problems, code };
  } finally {
    await browser.close();
  }
}

async function bundle(input: string): Promise<string> {
  const build = await rolldown({ input, platform: 'browser' });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  return output.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
}
