import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { exampleDocument } from '../exampleDocument.ts';
import { buildOf, removeSite } from './builtSite.ts';
import { takeScreenshots } from './takeScreenshots.ts';

test('each kind of page is shown in three widths, light and dark', async () => {
  const site = await buildOf({ clinic: exampleDocument });
  const folder = await mkdtemp(join(tmpdir(), 'screenshots-'));
  const browser = await launchBrowser();
  const shots = await takeScreenshots({ browser, site, folder });
  await browser.close();
  // Landing, conformance, downloads, guides and one of them; reference, questions and changes.
  expect(shots).toHaveLength(8 * 3 * 2);
  // A PNG's width: section 11.2.1 of its specification.
  const seen = await Promise.all(shots.map(async (file) => (await readFile(file)).readUInt32BE(16)));
  expect(new Set(seen)).toEqual(new Set([390, 1024, 1600]));
  await rm(folder, { recursive: true });
  await removeSite(site);
});
