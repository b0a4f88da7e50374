import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../../scripts/docs/buildSite.ts';
import { launchBrowser } from '../../support/browser.ts';
import { exampleDocument } from '../exampleDocument.ts';
import { buildOf, removeSite } from './builtSite.ts';
import { openPage } from './openPage.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await buildOf({ clinic: exampleDocument });
});
afterAll(async () => {
  await browser.close();
  await removeSite(site);
});

test('the first key leads past the bar, to the content', async () => {
  await using opened = await openPage({ browser, site, path: 'index.html' });
  const { page } = opened;
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main')?.id)).toBe('content');
});

test('every link is reached by key, in the order of the page, and shows that it is', async () => {
  await using opened = await openPage({ browser, site, path: 'index.html' });
  const { page } = opened;
  const wanted = await page.evaluate(() => [...document.querySelectorAll('a')].map(({ href }) => href));
  const reached: string[] = [];
  for (const _ of wanted) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const link = document.activeElement as HTMLAnchorElement;
      const { outlineStyle, left } = getComputedStyle(link);
      return { href: link.href, isSeen: outlineStyle !== 'none' && left !== '-100vw' };
    });
    expect(focused.isSeen, focused.href).toBe(true);
    reached.push(focused.href);
  }
  expect(reached).toEqual(wanted);
});

test('an open question unfolds by key', async () => {
  await using opened = await openPage({ browser, site, path: 'apis/clinic/open-questions.html' });
  const summary = opened.page.locator('.question summary').first();
  await summary.focus();
  await opened.page.keyboard.press('Enter');
  await opened.page.locator('.question .places').first().waitFor({ state: 'visible' });
});

test('an operation is found and opened in the reference by key alone', async () => {
  await using opened = await openPage({ browser, site, path: 'apis/clinic/index.html' });
  const { page } = opened;
  await page.getByRole('textbox', { name: 'Search' }).focus();
  await page.keyboard.type('announces');
  await page.getByRole('search').getByText('Create a visit').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toContain('operation/createVisit');
});
