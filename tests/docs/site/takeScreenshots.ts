import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readRegistry } from '../../../scripts/apis/registry.ts';
import { buildSite, type Site } from '../../../scripts/docs/buildSite.ts';
import { launchBrowser } from '../../support/browser.ts';
import { isReference, pagesOf } from './builtSite.ts';
import { openPage } from './openPage.ts';
import { widths } from './visitPage.ts';

/** One page of each kind, in every width, light and dark, as PNG files for the eye. Returns their paths. */
export async function takeScreenshots(options: {
  browser: Browser;
  site: Site;
  folder: string;
}): Promise<string[]> {
  const shots: string[] = [];
  for (const path of oneOfEachKind(options.site)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await using opened = await openPage({ ...options, path, colorScheme });
      for (const width of widths) {
        await resize(opened.page, width);
        const name = [path.replace(/\.html$/, '').replaceAll('/', '-'), width, colorScheme].join('_');
        const file = join(options.folder, `${name}.png`);
        await opened.page.screenshot({ path: file });
        shots.push(file);
      }
    }
  }
  return shots;
}

/**
 * Until a page is drawn in its new size: on a busy machine Chromium refuses a picture before ("Unable to capture
 * screenshot").
 */
async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 1000 });
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

/** Of the APIs, the one with the largest reference. */
function oneOfEachKind(site: Site): string[] {
  const [largest] = site.files.filter(({ path }) => isReference(path)).toSorted((a, b) => b.bytes - a.bytes);
  const folder = largest?.path.replace(/index\.html$/, '') ?? '';
  const guides = pagesOf(site)
    .filter((path) => path.startsWith('guides/'))
    .slice(0, 2);
  const others = pagesOf(site).filter((path) => !path.includes('/') || path.startsWith(folder));
  return [...others, ...guides];
}

if (import.meta.main) {
  const [folder = join('reports', 'screenshots')] = process.argv.slice(2);
  const root = findProjectRoot();
  const names = readRegistry(root).map(({ name }) => name);
  const site = await buildSite({ root, names, folder: join(root, 'docs-site', 'dist') });
  const browser = await launchBrowser();
  const shots = await takeScreenshots({ browser, site, folder });
  await browser.close();
  process.stdout.write(`${shots.length} screenshots in ${folder}\n`);
}
