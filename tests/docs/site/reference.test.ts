import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readApi } from '../../../scripts/apis/readApi.ts';
import { readRegistry } from '../../../scripts/apis/registry.ts';
import type { Site } from '../../../scripts/docs/buildSite.ts';
import { launchBrowser } from '../../support/browser.ts';
import { exampleDocument } from '../exampleDocument.ts';
import { hostileDocument } from '../hostileDocument.ts';
import { buildElsewhere, buildOf, isReference, pagesOf, removeSite, urlOf } from './builtSite.ts';
import { openPage } from './openPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('a reference', () => {
  let site: Site;
  beforeAll(async () => {
    site = await buildOf({ clinic: exampleDocument });
  });
  afterAll(() => removeSite(site));

  test('shows an operation with its evidence and its source', async () => {
    await using opened = await openPage({ browser, site, path: 'apis/clinic/index.html' });
    const operation = opened.page.locator('[id="operation/createVisit"]');
    await operation.locator('h2', { hasText: 'Create a visit' }).waitFor();
    const text = (await operation.allInnerTexts()).join(' ').replace(/\s+/g, ' ');
    expect(text).toContain('Conflict security: A key is needed. — The rule outweighs the example.');
    expect(text).toContain('Source: clinic.txt, “POST https://clinic.example/visits”');
    expect(text).toContain('The visit is announced. (inferred)');
    expect(text).toContain('Inferred Creating is answered with 201 (RFC 9110 section 15.3.2).');
    expect(text).toContain('Inferred The example carries a note.');
    // A mark that reaches through a $ref holds for this usage of the component alone.
    expect(text.split('Inferred type: Only here is the age read back.')).toHaveLength(2);
    const other = await opened.page.locator('[id="operation/getVisit"]').textContent();
    expect(other).toContain('age');
    expect(other).not.toContain('Only here');
  });

  test('unfolds what the sources of a conflict say', async () => {
    await using opened = await openPage({ browser, site, path: 'apis/clinic/index.html' });
    const operation = opened.page.locator('[id="operation/createVisit"]');
    const said = operation.getByText('The example sends none.');
    expect(await said.isVisible()).toBe(false);
    await operation.getByText('What the sources say').click();
    expect(await said.isVisible()).toBe(true);
    await operation.getByText('clinic.txt, “Keys”').waitFor();
  });

  test('shows how to call an operation in five languages', async () => {
    await using opened = await openPage({ browser, site, path: 'apis/clinic/index.html' });
    const operation = opened.page.locator('[id="operation/createVisit"]');
    for (const [label, text] of [
      ['curl', 'curl https://clinic.example/v1/visits'],
      ['TypeScript', 'createClinicClient('],
      ['Python', 'requests.post('],
      ['PHP', 'GuzzleHttp'],
      ['Ruby', 'Net::HTTP::Post'],
    ] as const) {
      await operation.getByRole('tab', { name: label, exact: true }).click();
      await expect
        .poll(() => operation.getByRole('tabpanel').allInnerTexts(), { message: label })
        .toSatisfy((texts: string[]) => texts.some((one) => one.includes(text)));
    }
  });

  test('opens at the operation that an open question names', async () => {
    await using opened = await openPage({ browser, site, path: 'apis/clinic/open-questions.html' });
    await opened.page.locator('.question.conflict a', { hasText: 'createVisit' }).first().click();
    const heading = opened.page.locator('[id="operation/createVisit"] h2');
    await heading.waitFor();
    await expect.poll(async () => (await heading.boundingBox())?.y ?? -1).toBeGreaterThan(50);
    expect((await heading.boundingBox())?.y).toBeLessThan(200);
  });
});

test('a hostile document runs nothing and reaches no other host', async () => {
  const site = await buildOf({ hostile: hostileDocument });
  for (const path of pagesOf(site).filter((one) => !one.startsWith('guides/'))) {
    const page = await browser.newPage();
    const answered: string[] = [];
    page.on('response', (response) => answered.push(response.url()));
    page.on('dialog', (dialog) => answered.push(dialog.message()));
    const refused: string[] = [];
    page.on('requestfailed', (request) => refused.push(request.failure()?.errorText ?? ''));
    await page.goto(urlOf(site, path), { waitUntil: 'networkidle' });
    if (isReference(path)) await page.locator('.redoc-wrap h1').waitFor();
    expect(await page.evaluate(() => 'ran' in window), path).toBe(false);
    expect(
      answered.filter((url) => !/^(file|blob|data):/.test(url)),
      path,
    ).toEqual([]);
    expect(new Set(refused), path).toEqual(new Set(isReference(path) ? ['csp'] : []));
    await page.close();
  }
  await removeSite(site);
});

const root = findProjectRoot();
const names = readRegistry(root).map(({ name }) => name);

describe('the references of the registered APIs', () => {
  let site: Site;
  beforeAll(async () => {
    site = await buildElsewhere({ root, names });
  });
  afterAll(() => removeSite(site));

  test.each(names)('search finds the last operation of %s by a word', async (name) => {
    const { operations } = await readApi({ root, name });
    const last = operations.at(-1);
    await using opened = await openPage({ browser, site, path: `apis/${name}/index.html` });
    await opened.page.getByRole('textbox', { name: 'Search' }).fill(last?.summary ?? '');
    await opened.page
      .getByRole('search')
      .getByText(last?.summary ?? '', { exact: true })
      .first()
      .waitFor();
  });

  test('the largest is usable within two seconds', async () => {
    const references = site.files.filter(({ path }) => isReference(path));
    const [largest] = references.toSorted((a, b) => b.bytes - a.bytes);
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    // The time that the page's own thread works: a wall clock would tell of whatever else runs beside these tests.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(urlOf(site, largest?.path ?? ''));
    await page.locator('.redoc-wrap h1').waitFor();
    await page.getByRole('textbox', { name: 'Search' }).fill('a');
    const { metrics } = await session.send('Performance.getMetrics');
    await page.close();
    const worked = metrics.find(({ name }) => name === 'TaskDuration')?.value;
    expect(worked).toBeGreaterThan(0.01);
    expect(worked).toBeLessThan(2);
  });

  test('an address of an operation holds after a reload', async () => {
    const name = names.toSorted((a, b) => a.length - b.length).at(-1) ?? '';
    const { operations } = await readApi({ root, name });
    const { operationId } = operations.at(-1) ?? { operationId: '' };
    const path = `apis/${name}/index.html#operation/${operationId}`;
    await using opened = await openPage({ browser, site, path });
    const heading = opened.page.locator(`[id="operation/${operationId}"] h2`);
    const top = async () => (await heading.boundingBox())?.y ?? -1;
    await expect.poll(top).toSatisfy((y: number) => y > 50 && y < 200);
    await opened.page.reload();
    await expect.poll(top).toSatisfy((y: number) => y > 50 && y < 200);
  });
});
