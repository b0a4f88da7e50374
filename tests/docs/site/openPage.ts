import type { Browser, Page } from 'playwright-core';
import type { Site } from '../../../scripts/docs/buildSite.ts';
import { type PageRecord, recordPage } from '../../support/browser.ts';
import { isReference, urlOf } from './builtSite.ts';

interface Opening {
  browser: Browser;
  site: Site;
  path: string;
  width?: number;
  colorScheme?: 'light' | 'dark';
}

/** A page of a site, from `file:`, once it is drawn; closed with `await using`. */
export async function openPage({ browser, site, path, width = 1280, colorScheme = 'light' }: Opening) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const record = recordPage(page);
  const [file = ''] = path.split('#');
  await page.goto(urlOf(site, file) + path.slice(file.length), { waitUntil: 'load' });
  if (isReference(file)) await page.locator('.redoc-wrap h1').waitFor();
  return {
    page: page as Page,
    record: record as PageRecord,
    [Symbol.asyncDispose]: () => page.close(),
  };
}
