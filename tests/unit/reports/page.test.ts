import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../../scripts/model/report.ts';
import { renderPage } from '../../contract/reports/html/renderPage.ts';
import { launchBrowser, recordPage } from '../../support/browser.ts';
import { accessibilityProblems } from './accessibilityProblems.ts';
import {
  madeApi,
  madeCase,
  madeDrift,
  madeFinding,
  madeLeftover,
  madeOperation,
  madePreparation,
  madeReport,
} from './madeReport.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'page with spaces #'));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

let pages = 0;

async function open(report: Report, options: { width?: number; scheme?: 'dark' | 'light' } = {}) {
  pages += 1;
  const file = join(folder, `${pages}.html`);
  await writeFile(file, renderPage(report));
  const { width = 1024, scheme = 'light' } = options;
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme });
  const record = recordPage(page);
  const url = pathToFileURL(file).href;
  await page.goto(url, { waitUntil: 'load' });
  return { page, record, url };
}

const request = { method: 'GET', url: 'http://127.0.0.1/boats', headers: { accept: 'application/json' } };
const response = { status: 200, headers: { 'content-type': ['application/json'] }, body: { nick: 'string' } };
const shown = {
  request,
  response,
  curl: "curl -i 'http://127.0.0.1/boats'",
  repeat: ['npm run contract -- boats -t x'],
};

const boats = madeOperation([
  madeCase('example one', [madeFinding()], shown),
  madeCase('example two', [madeFinding()], shown),
  madeCase('example three', [madeDrift('undocumented-field', { message: 'It has /nick as well.' })], shown),
  madeCase('documented-status 500', [], { outcome: 'skipped', reason: 'only a mock can be asked' }),
  madeCase('minimal'),
]);
const docks = madeOperation(
  [madeCase('example', [madeDrift('headers-documented', { evidence: 'inferred' })], shown)],
  {
    ...{ operationId: 'getDock', path: '/docks/{id}' },
  },
);
const quiet = madeOperation([madeCase('example')], { operationId: 'listDocks', path: '/docks' });
const inferred = [
  {
    pointer: '/components/schemas/Dock/type',
    reason: 'It looks so.',
    verdict: 'broken' as const,
    brokenBy: ['getDock'],
  },
];
const report = madeReport([madeApi('boats', [boats]), madeApi('docks', [docks, quiet], { inferred })]);

const live = madeReport(
  [
    madeApi(
      'boats',
      [
        madeOperation([
          madeCase('example one', [madeFinding()], { ...shown, retries: 2 }),
          madeCase('minimal', [], { retries: 1 }),
          madeCase('example two', [], { outcome: 'skipped', reason: 'the time is over' }),
        ]),
      ],
      { preparation: [madePreparation(), madePreparation({ method: 'GET', status: undefined as never })] },
    ),
  ],
  {
    target: 'https://boats.example',
    stopped: 'the time is over',
    skips: { 'the time is over': 1 },
    cleanup: {
      made: 5,
      deleted: 3,
      left: [
        madeLeftover({
          method: 'POST',
          path: '/boats',
          identifiers: {},
          isDeletable: false,
          reason: 'no way',
        }),
        madeLeftover(),
      ],
    },
  },
);

const faults = (page: Page) => page.locator('#findings details.fault');
const textsOf = (page: Page) => faults(page).locator('> summary').allInnerTexts();

describe.each([
  [390, 'light'],
  [1024, 'dark'],
  [1600, 'light'],
] as const)('at %i pixels, %s', (width, scheme) => {
  test('with all that a live run tells, it is accessible, and nothing sticks out', async () => {
    const { page, record, url } = await open(live, { width, scheme });
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.locator('#preparation .body').waitFor();
    expect(record).toEqual({ problems: [], requests: [url] });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.close();
  });

  test('it opens without a complaint or a request, and nothing sticks out', async () => {
    const { page, record, url } = await open(report, { width, scheme });
    await faults(page).first().locator('> summary').click();
    await page.locator('.exchange').first().waitFor();
    expect(record).toEqual({ problems: [], requests: [url] });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });

  test('it is accessible', async () => {
    const { page } = await open(report, { width, scheme });
    await faults(page).first().locator('> summary').click();
    await page.locator('.exchange').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.close();
  });
});

describe('what it shows', () => {
  test('the verdict, each fault once, fatal ones first', async () => {
    const { page } = await open(report);
    expect(await page.locator('h1').innerText()).toBe('Does not conform');
    expect(await page.locator('.lead').innerText()).toBe(
      '1 fault is fatal. 2 more are reported and not fatal.',
    );
    const texts = await textsOf(page);
    expect(texts.map((text) => text.split('\n')[0])).toEqual(['violation', 'drift', 'drift']);
    expect(texts[0]).toContain('2 cases');
    await page.close();
  });

  test('request and response, the curl line, and what repeats the case', async () => {
    const { page } = await open(report);
    await faults(page).first().locator('> summary').click();
    await faults(page).first().locator('.body').first().waitFor();
    const text = await faults(page).first().locator('.body').first().innerText();
    for (const part of ['documented: a source states it', '/components/schemas/Boat/required/0'])
      expect(text).toContain(part);
    for (const part of ['GET http://127.0.0.1/boats', '"nick": "string"', shown.curl, ...shown.repeat])
      expect(text).toContain(part);
    const boxes = await Promise.all(
      ['Request', 'Response'].map((name) =>
        page.getByRole('region', { name, exact: true }).first().boundingBox(),
      ),
    );
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    await page.close();
  });

  test('the line that is copied', async () => {
    const { page } = await open(report);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await faults(page).first().locator('> summary').click();
    await page.getByRole('button', { name: 'Copy: curl' }).first().click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown.curl);
    await page.close();
  });

  test('what was skipped with the reason, coverage with all cases, inferred statements', async () => {
    const { page } = await open(report);
    await page.locator('#skipped summary').first().click();
    await page.locator('#skipped .body').waitFor();
    expect(await page.locator('#skipped').innerText()).toMatch(
      /only a mock can be asked[\s\S]*boats listBoats documented-status 500/,
    );
    await page.locator('#coverage summary').first().click();
    await page.locator('#coverage .body').first().waitFor();
    expect(await page.locator('#coverage').innerText()).toContain('listBoats minimal');
    expect(await page.locator('#inferred').innerText()).toMatch(
      /docks \/components\/schemas\/Dock\/type[\s\S]*Broken by getDock/,
    );
    await page.close();
  });

  test('that nothing was found', async () => {
    const { page } = await open(madeReport([madeApi('boats', [madeOperation([madeCase('minimal')])])]));
    expect(await page.locator('h1').innerText()).toBe('Conforms');
    expect(await page.locator('#findings').innerText()).toContain('Nothing found.');
    await page.close();
  });
});

describe('of a live run', () => {
  test('that it ended early, and what it left though that should be deleted, stand at the top', async () => {
    const { page } = await open(live);
    expect(await page.locator('.head .stopped').innerText()).toBe(
      'The run ended early: the time is over; 1 case left out',
    );
    const note = page.locator('.head .left a');
    expect(await note.innerText()).toBe('1 thing should have been deleted and may still be there');
    await note.click();
    expect(await page.evaluate(() => location.hash)).toBe('#left');
    await page.close();
  });

  test('what is left behind, what it may delete first, and why', async () => {
    const { page } = await open(live);
    const left = page.locator('#left');
    expect(await left.innerText()).toContain('The run made 5 things and deleted 3.');
    const texts = await left.locator('.list > *').allInnerTexts();
    expect(texts.map((text) => text.split(/\s*\n\s*/))).toEqual([
      ['to be deleted', 'DELETE /boats/{id}', 'id 7', 'boats · it answered 500'],
      ['POST /boats', 'boats · no way'],
    ]);
    await page.close();
  });

  test('skips by reason, the preparation, closed at first, and what was sent again', async () => {
    const { page } = await open(live);
    expect(await page.locator('#skipped summary').innerText()).toMatch(/the time is over\s+1 case/);
    const preparation = page.locator('#preparation');
    expect(await preparation.innerText()).not.toContain('POST /boats');
    await preparation.locator('summary').click();
    await preparation.locator('.body').waitFor();
    expect(
      (await preparation.locator('.list > *').allInnerTexts()).map((text) => text.split('\n').at(-1)),
    ).toEqual(['201 · 3 ms', 'no answer · 3 ms']);
    await page.locator('#coverage summary').first().click();
    await page.locator('#coverage .case').first().waitFor();
    const cases = await page.locator('#coverage .case').allInnerTexts();
    expect(cases.map((text) => /sent again .*? times?/.exec(text)?.[0])).toEqual([
      'sent again 2 times',
      'sent again 1 time',
      undefined,
    ]);
    await page.close();
  });

  test('what came to its end and made nothing has none of these', async () => {
    const { page } = await open(report);
    expect(await page.locator('.stopped, .left, #left, #preparation').count()).toBe(0);
    expect(await page.locator('nav a').allInnerTexts()).toEqual([
      'Findings',
      'Skipped cases',
      'Coverage',
      'Inferred statements',
    ]);
    await page.close();
  });

  test.each([
    ['ended early', { stopped: 'the time is over' }, 'Conforms as far as it ran'],
    ['came to its end', {}, 'Conforms'],
  ])('the verdict where it %s', async (_, given, want) => {
    const clean = [madeApi('boats', [madeOperation([madeCase('minimal')])])];
    const { page } = await open(madeReport(clean, given));
    expect(await page.locator('h1').innerText()).toBe(want);
    expect(await page.title()).toBe(`${want} · contract of boats`);
    await page.close();
  });
});

describe('the filter', () => {
  test.each([
    ['text', 'nick', ['undocumented-field']],
    ['text', 'docks header', ['headers-documented']],
    ['text', 'example two', ['body-schema']],
    ['text', 'nothing like this', []],
    ['severity', 'drift', ['undocumented-field', 'headers-documented']],
    ['evidence', 'inferred', ['headers-documented']],
    ['api', 'boats', ['body-schema', 'undocumented-field']],
    ['check', 'body-schema', ['body-schema']],
  ])('by %s: %s', async (name, value, want) => {
    const { page } = await open(report);
    const control = page.locator(`#findings [name=${name}]`);
    if (name === 'text') await control.fill(value);
    else await control.selectOption(value);
    expect(await faults(page).locator('> summary b').allInnerTexts()).toEqual(want);
    const said = await page.getByRole('status').innerText();
    expect(said).toMatch(new RegExp(`^${want.length} of 3 faults`));
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await faults(page).count()).toBe(3);
    await page.close();
  });

  test('is reached by the keyboard alone, and so is what it finds', async () => {
    const { page } = await open(report);
    await page.keyboard.press('/');
    await page.keyboard.type('nick');
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#findings details.fault[open] b').allInnerTexts()).toEqual([
      'undocumented-field',
    ]);
    await page.close();
  });

  test('a cell of the matrix leads to its findings', async () => {
    const { page } = await open(report);
    expect(await page.locator('.matrix tbody tr').count()).toBe(2);
    await page.getByRole('button', { name: 'Show 1 more operation' }).click();
    expect(await page.locator('.matrix tbody tr').count()).toBe(3);
    await page.getByRole('button', { name: 'listBoats, body-schema: violation in 2 cases' }).click();
    expect(await faults(page).locator('> summary b').allInnerTexts()).toEqual(['body-schema']);
    await page.close();
  });
});

describe('a hostile server', () => {
  const attacks = [
    '</script><script>document.title="taken"</script>',
    '<img src=x onerror="document.title=\'taken\'">',
    '"><svg onload=document.title="taken">',
    '<!--<script>',
    '\u2028\u2029\u0000\ud800',
    "javascript:document.title='taken'",
    ']]>{{target}}$1$&',
  ];
  const attack = attacks.join(' ');
  const finding = madeFinding({ message: attack, documentPointer: attack, responsePointer: attack });
  const hostile = madeOperation(
    [
      madeCase(attack, [finding], {
        request: { method: attack, url: attack, headers: { [attack]: attack }, body: { [attack]: attack } },
        response: { status: 200, headers: { [attack]: [attack] }, body: attack },
        ...{ curl: attack, repeat: [attack] },
      }),
      madeCase('skipped', [], { outcome: 'skipped', reason: attack }),
    ],
    { operationId: attack, path: attack, method: attack },
  );
  const hostileReport = madeReport(
    [
      madeApi(attack, [hostile], {
        inferred: [{ pointer: attack, reason: attack, verdict: 'broken' }],
        preparation: [
          madePreparation({ operationId: attack, method: attack, path: attack, purpose: attack }),
        ],
      }),
    ],
    {
      ...{ target: attack, stopped: attack, skips: { [attack]: 1 } },
      cleanup: {
        ...{ made: 1, deleted: 0 },
        left: [
          madeLeftover({
            ...{ api: attack, path: attack, reason: attack },
            identifiers: { [attack]: attack },
          }),
        ],
      },
      baseline: {
        vanished: [
          {
            check: 'body-schema',
            operationId: attack,
            documentPointer: attack,
            reason: attack,
            expires: attack,
          },
        ],
        expired: [],
      },
    },
  );

  test('its values are text, wherever they stand', async () => {
    const { page, record, url } = await open(hostileReport);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(record).toEqual({ problems: [], requests: [url] });
    expect(await page.title()).toContain('1 fault');
    expect(await page.locator('script:not([type])').count()).toBe(1);
    expect(await page.locator('img, svg, iframe, a[href^="javascript"]').count()).toBe(0);
    for (const place of ['.stopped', '#left', '#preparation', '#findings'])
      expect(await page.locator(place).innerText()).toContain('<img src=x onerror=');
    await page.close();
  });

  test('were one let through, it would not run', async () => {
    const { page, record } = await open(report);
    await page.evaluate(() => {
      const script = document.createElement('div');
      const write = Reflect.set.bind(undefined, script, 'innerHTML');
      try {
        write('<img src=x onerror="document.title=1">');
      } catch {}
      document.body.append(script);
    });
    expect(await page.locator('img').count()).toBe(0);
    expect(record.problems.join()).toMatch(/TrustedHTML/);
    await page.close();
  });
});

test('25,000 cases open and are filtered at once', async () => {
  const findings = [madeFinding({ message: 'x'.repeat(300) })];
  const operations = Array.from({ length: 1000 }, (_, index) => {
    const cases = Array.from({ length: 25 }, (_case, one) =>
      one % 5 === 0 ? madeCase(`example ${one}`, findings, shown) : madeCase(`example ${one}`),
    );
    return madeOperation(cases, { operationId: `list${index}`, path: `/boats/${index}` });
  });
  const { page } = await open(madeReport([madeApi('boats', operations)]));
  const spent = await page.evaluate(() => {
    const from = performance.now();
    const search = document.querySelector<HTMLInputElement>('[name=text]');
    if (!search) return Number.NaN;
    search.value = 'boats/99';
    search.dispatchEvent(new Event('input'));
    return performance.now() - from;
  });
  expect(await page.getByRole('status').innerText()).toBe('11 of 1000 faults, in 55 cases');
  // Some milliseconds; a list of all would take seconds.
  expect(spent).toBeLessThan(1000);
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(10_000);
  await page.close();
});
