import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRegistry } from '../../scripts/apis/registry.ts';
import { buildSite, type Site } from '../../scripts/docs/buildSite.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import { launchBrowser, recordPage } from './browser.ts';
import { exampleDocument } from './exampleDocument.ts';
import { hostileDocument } from './hostileDocument.ts';
import { makeProject } from './makeProject.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Builds a site somewhere else than in its project: it works from any folder. */
async function buildElsewhere(root: string, names: string[]): Promise<Site> {
  const folder = join(await mkdtemp(join(tmpdir(), 'site with spaces #')), 'dist');
  return buildSite({ root, names, folder });
}

async function buildOf(bundles: Record<string, JsonObject>): Promise<Site> {
  await using project = await makeProject(bundles);
  // The folder is gone once this returns.
  return await buildElsewhere(project.root, Object.keys(bundles));
}

function pagesOf(site: Site): string[] {
  return site.files.map(({ path }) => path).filter((path) => path.endsWith('.html'));
}

function urlOf(site: Site, path: string): string {
  return pathToFileURL(join(site.folder, path)).href;
}

const registered = readRegistry(projectRoot).map(({ name }) => name);

describe.each([
  { title: 'an invented API', build: () => buildOf({ clinic: exampleDocument }), names: ['clinic'] },
  { title: 'the registered APIs', build: () => buildElsewhere(projectRoot, registered), names: registered },
])('the site of $title', ({ build, names }) => {
  let site: Site;
  beforeAll(async () => {
    site = await build();
  });
  afterAll(() => rm(join(site.folder, '..'), { recursive: true, force: true }));

  test('has a landing page, and two pages for each API', async () => {
    expect(pagesOf(site)).toEqual([
      'index.html',
      ...names.flatMap((name) => [`apis/${name}/index.html`, `apis/${name}/open-questions.html`]),
    ]);
    expect((await readdir(site.folder)).sort()).toEqual(['apis', 'assets', 'index.html']);
  });

  test('opens from file: without an error and without asking for anything outside its folder', async () => {
    for (const path of pagesOf(site)) {
      const page = await browser.newPage();
      const record = recordPage(page);
      await page.goto(urlOf(site, path), { waitUntil: 'networkidle' });
      if (path.endsWith('/index.html')) await page.locator('.redoc-wrap h1').waitFor();
      expect(record.problems, path).toEqual([]);
      const inside = urlOf(site, '');
      const foreign = record.requests.filter((url) => !url.startsWith(inside) && !/^(blob|data):/.test(url));
      expect(foreign, path).toEqual([]);
      expect(record.requests.length, path).toBeGreaterThan(1);
      await page.close();
    }
  });

  test('has no link that leads nowhere', async () => {
    const page = await browser.newPage();
    const known = new Map<string, Set<string>>();
    const links = new Map<string, string>();
    for (const path of pagesOf(site)) {
      await page.goto(urlOf(site, path));
      if (path.endsWith('/index.html')) await page.locator('.redoc-wrap h1').waitFor();
      const found = await page.evaluate(() => ({
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
        links: [...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).href),
      }));
      known.set(urlOf(site, path), new Set(found.ids));
      for (const link of found.links) links.set(link, path);
    }
    await page.close();
    for (const { path } of site.files) {
      if (!known.has(urlOf(site, path))) known.set(urlOf(site, path), new Set());
    }
    const own = [...links].filter(([link]) => link.startsWith('file:'));
    expect(own.length).toBeGreaterThan(names.length * 4);
    for (const [link, from] of own) {
      const [file = '', fragment = ''] = link.split('#');
      expect(known.has(file), `${link} on ${from}`).toBe(true);
      if (fragment) expect(known.get(file), `${link} on ${from}`).toContain(decodeURIComponent(fragment));
    }
  });
});

describe('a reference', () => {
  let site: Site;
  beforeAll(async () => {
    site = await buildOf({ clinic: exampleDocument });
  });
  afterAll(() => rm(join(site.folder, '..'), { recursive: true, force: true }));

  test('shows an operation with its evidence and its source', async () => {
    const page = await browser.newPage();
    await page.goto(urlOf(site, 'apis/clinic/index.html'));
    const operation = page.locator('[id="operation/createVisit"]');
    await operation.locator('h2', { hasText: 'Create a visit' }).waitFor();
    const text = (await operation.allInnerTexts()).join(' ').replace(/\s+/g, ' ');
    expect(text).toContain('Conflict security: A key is needed. — The rule outweighs the example.');
    expect(text).toContain('Source: clinic.txt, “POST https://clinic.example/visits”');
    expect(text).toContain('The visit is announced. (inferred)');
    expect(text).toContain('Inferred Creating is answered with 201 (RFC 9110 section 15.3.2).');
    expect(text).toContain('Inferred The example carries a note.');
    // A mark that reaches through a $ref holds for this usage of the component alone.
    expect(text.split('Inferred type: Only here is the age read back.')).toHaveLength(2);
    const other = await page.locator('[id="operation/getVisit"]').textContent();
    expect(other).toContain('age');
    expect(other).not.toContain('Only here');
    await page.close();
  });

  test('opens at the operation that an open question names', async () => {
    const page = await browser.newPage();
    await page.goto(urlOf(site, 'apis/clinic/open-questions.html'));
    await page.locator('.question.conflict a', { hasText: 'createVisit' }).first().click();
    const heading = page.locator('[id="operation/createVisit"] h2');
    await heading.waitFor();
    await expect.poll(async () => (await heading.boundingBox())?.y ?? -1).toBeGreaterThan(50);
    expect((await heading.boundingBox())?.y).toBeLessThan(200);
    await page.close();
  });

  test('finds an operation by a word', async () => {
    const page = await browser.newPage();
    await page.goto(urlOf(site, 'apis/clinic/index.html'));
    await page.getByRole('textbox', { name: 'Search' }).fill('announces');
    await page.getByRole('search').getByText('Create a visit').waitFor();
    await page.close();
  });
});

test('a hostile document runs nothing and reaches no other host', async () => {
  const site = await buildOf({ hostile: hostileDocument });
  for (const path of pagesOf(site)) {
    const page = await browser.newPage();
    const answered: string[] = [];
    page.on('response', (response) => answered.push(response.url()));
    page.on('dialog', (dialog) => answered.push(dialog.message()));
    const refused: string[] = [];
    page.on('requestfailed', (request) => refused.push(request.failure()?.errorText ?? ''));
    await page.goto(urlOf(site, path), { waitUntil: 'networkidle' });
    if (path.endsWith('/index.html')) await page.locator('.redoc-wrap h1').waitFor();
    expect(await page.evaluate(() => 'ran' in window), path).toBe(false);
    expect(
      answered.filter((url) => !/^(file|blob|data):/.test(url)),
      path,
    ).toEqual([]);
    expect(new Set(refused), path).toEqual(new Set(path.endsWith('/index.html') ? ['csp'] : []));
    await page.close();
  }
  await rm(join(site.folder, '..'), { recursive: true, force: true });
});
