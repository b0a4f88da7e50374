import { type Browser, chromium, type Page } from 'playwright-core';
import { unpackBrowser } from './unpackBrowser.ts';

/** The browser that travels inside the npm package. It runs as root and without a network of its own. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpackBrowser(),
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

/** What a page did that a page of ours must not do, and all that it asked for. */
export interface PageRecord {
  problems: string[];
  requests: string[];
}

export function recordPage(page: Page): PageRecord {
  const record: PageRecord = { problems: [], requests: [] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) record.problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => record.problems.push(`error: ${error.message}`));
  page.on('request', (request) => record.requests.push(request.url()));
  page.on('requestfailed', (request) =>
    record.problems.push(`failed (${request.failure()?.errorText}): ${request.url()}`),
  );
  page.on('websocket', (socket) => record.requests.push(socket.url()));
  return record;
}
