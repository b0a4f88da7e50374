import type { Browser } from 'playwright-core';
import type { Site } from '../../../scripts/docs/buildSite.ts';
import { isReference } from './builtSite.ts';
import { openPage } from './openPage.ts';
import { seriousProblems } from './seriousProblems.ts';

/** Phone, tablet, wide screen. In CSS pixels. */
export const widths = [390, 1024, 1600];

/** What one page did and showed: a page is opened once, and looked at from all sides. */
export interface Visit {
  path: string;
  /** Errors of the console, of scripts, of requests. */
  problems: string[];
  requests: string[];
  ids: Set<string>;
  links: string[];
  /** What axe-core calls serious, in both schemes; of Redoc's pages nothing. */
  barriers: string[];
  /** Widths in which it can be moved sideways. */
  tooWide: number[];
}

export async function visitPage(options: { browser: Browser; site: Site; path: string }): Promise<Visit> {
  const { path } = options;
  await using opened = await openPage(options);
  const { page, record } = opened;
  // Redoc starts its search in a worker of its own, some time after it is drawn.
  if (isReference(path)) await page.waitForLoadState('networkidle');
  const found = await page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).href),
  }));
  const barriers = isReference(path) ? [] : await barriersOf(opened);
  const tooWide: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (beyond > 0) tooWide.push(width);
  }
  return { path, ...record, ids: new Set(found.ids), links: found.links, barriers, tooWide };
}

async function barriersOf({ page }: Awaited<ReturnType<typeof openPage>>): Promise<string[]> {
  const light = await seriousProblems(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  // Only the colours are others.
  const dark = await seriousProblems(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((one) => `dark: ${one}`)];
}
