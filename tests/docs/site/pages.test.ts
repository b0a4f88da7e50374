import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readRegistry } from '../../../scripts/apis/registry.ts';
import type { Site } from '../../../scripts/docs/buildSite.ts';
import { launchBrowser } from '../../support/browser.ts';
import { exampleDocument } from '../exampleDocument.ts';
import { exampleReports } from '../exampleReports.ts';
import { buildElsewhere, buildOf, pagesOf, removeSite, urlOf } from './builtSite.ts';
import { type Visit, visitPage } from './visitPage.ts';

const root = findProjectRoot();
const registered = readRegistry(root).map(({ name }) => name);

describe.each([
  { title: 'an invented API, never run', build: () => buildOf({ clinic: exampleDocument }) },
  {
    title: 'the registered APIs, after a run that found something',
    build: async () => {
      await using reports = await exampleReports(registered);
      return await buildElsewhere({ root, names: registered, reports: reports.folder });
    },
  },
])('the site of $title', ({ build }) => {
  let site: Site;
  const visits: Visit[] = [];
  beforeAll(async () => {
    site = await build();
    const browser = await launchBrowser();
    for (const path of pagesOf(site)) visits.push(await visitPage({ browser, site, path }));
    await browser.close();
  }, 180_000);
  afterAll(() => removeSite(site));

  test('opens from file: without an error', () => {
    expect(visits.length).toBeGreaterThan(10);
    expect(visits.flatMap(({ path, problems }) => problems.map((one) => `${path}: ${one}`))).toEqual([]);
  });

  test('asks for nothing outside its folder', () => {
    const inside = urlOf(site, '');
    const foreign = visits.flatMap(({ requests }) =>
      requests.filter((url) => !url.startsWith(inside) && !/^(blob|data):/.test(url)),
    );
    expect(foreign).toEqual([]);
    // A page and its styles, at least.
    expect(visits.filter(({ requests }) => requests.length < 2)).toEqual([]);
  });

  test('has no link that leads nowhere', () => {
    const known = new Map(site.files.map(({ path }) => [urlOf(site, path), new Set<string>()]));
    for (const { path, ids } of visits) known.set(urlOf(site, path), ids);
    const links = visits.flatMap(({ path, links }) => links.map((link) => ({ path, link })));
    const own = links.filter(({ link }) => link.startsWith('file:'));
    expect(own.length).toBeGreaterThan(100);
    const broken = own.filter(({ link }) => {
      const [file = '', fragment = ''] = link.split('#');
      return !known.has(file) || (fragment !== '' && !known.get(file)?.has(decodeURIComponent(fragment)));
    });
    expect(broken).toEqual([]);
  });

  test('has no serious barrier, light or dark', () => {
    expect(visits.flatMap(({ path, barriers }) => barriers.map((one) => `${path}: ${one}`))).toEqual([]);
  });

  test('fits a phone, a tablet and a wide screen', () => {
    expect(
      visits.filter(({ tooWide }) => tooWide.length > 0).map(({ path, tooWide }) => [path, tooWide]),
    ).toEqual([]);
  });

  test('has a strict policy on each page', async () => {
    for (const { path } of visits) {
      const page = await readFile(join(site.folder, path), 'utf8');
      const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
      expect(policy, path).toMatch(/^default-src 'none';/);
      expect(policy, path).not.toMatch(/unsafe|https?:|\*/);
      const markup = page.replaceAll(/<script type="application\/json".*?<\/script>/gs, '');
      expect(markup, path).not.toMatch(/<[^>]* (style|on\w+)=/);
    }
  });
});
