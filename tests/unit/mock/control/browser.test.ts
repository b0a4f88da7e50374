import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mock, startMock } from '../../../../scripts/mock/startMock.ts';
import { launchBrowser } from '../../../support/browser.ts';
import { clinicDocument } from '../clinicDocument.ts';

let browser: Browser;
let mock: Mock;
let site: Server;
let page: Page;

beforeAll(async () => {
  mock = await startMock({ apis: [{ name: 'clinic', document: clinicDocument }] });
  site = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>App</title>');
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  await mock?.close();
});

interface Call {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  mode?: 'no-cors';
}

/** What a script of the page gets to read; the error's name where it gets nothing. */
function call({ path, ...init }: Call) {
  return page.evaluate(
    async ([url, options]) => {
      try {
        const response = await fetch(url, options);
        const { status, type } = response;
        return { status, type, count: response.headers.get('x-count'), text: await response.text() };
      } catch (error) {
        return (error as Error).name;
      }
    },
    [`${mock.url}${path}`, init] as const,
  );
}

const headers = { authorization: 'Token fake-secret', 'content-type': 'application/json' };

test('a page of another origin sends credentials and JSON, and reads the answer', async () => {
  mock.reset();
  const answer = await call({ path: '/clinic/plans', method: 'PUT', headers, body: '{"name":"a"}' });
  expect(answer).toMatchObject({ status: 200, type: 'cors' });
  const { requests } = await mock.requests();
  // The browser's question whether it may send is not a request that the page made.
  expect(requests).toEqual([
    expect.objectContaining({ method: 'PUT', path: '/clinic/plans', body: { name: 'a' }, status: 200 }),
  ]);
  expect(requests[0]?.headers.origin).toBe(new URL(page.url()).origin);
});

test('it reads a refusal, and the header fields of an answer', async () => {
  const refused = await call({ path: '/clinic/plans', method: 'PUT', headers, body: '{"name":1}' });
  expect(refused).toMatchObject({ status: 422, text: '{"error":"no plan"}' });
  expect(await call({ path: '/clinic/scans' })).toMatchObject({ status: 200, count: '1' });
});

test.each<[string, Call]>([
  ['', { path: '/__mock/requests' }],
  ['by a preflight', { path: '/__mock/requests', headers }],
  ['by DELETE', { path: '/__mock/requests', method: 'DELETE' }],
])('it cannot read what was received %s', async (_, wanted) => {
  expect(await call(wanted)).toBe('TypeError');
});

test('what it can ask for without leave is opaque', async () => {
  expect(await call({ path: '/__mock/requests', mode: 'no-cors' })).toMatchObject({
    status: 0,
    type: 'opaque',
    text: '',
  });
});
