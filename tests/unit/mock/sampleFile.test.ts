import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mock, startMock } from '../../../scripts/mock/startMock.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { launchBrowser } from '../../support/browser.ts';

const types = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'application/zip', 'image/x-own'];
const binary = { type: 'string', format: 'binary' };
const file = (content: JsonObject) => ({ get: { responses: { 200: { description: 'A file.', content } } } });
const paths = Object.fromEntries(types.map((type) => [`/${type}`, file({ [type]: { schema: binary } })]));
const shown = file({ 'image/png': { schema: binary, examples: { own: { value: 'own bytes' } } } });
const document = {
  openapi: '3.1.0',
  info: { title: 'Files', version: '1' },
  paths: { ...paths, '/shown': shown },
};

let mock: Mock;
let browser: Browser;
beforeAll(async () => {
  mock = await startMock({ apis: [{ name: 'files', document }] });
  browser = await launchBrowser();
});
afterAll(async () => {
  await mock.close();
  await browser.close();
});

async function bytesOf(path: string): Promise<Buffer> {
  const response = await fetch(`${mock.url}/files/${path}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([response.status, response.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
  return bytes;
}

test.each(['image/png', 'image/jpeg', 'image/gif'])(
  '%s without an example is an image that decodes',
  async (type) => {
    const page = await browser.newPage();
    const url = `data:${type};base64,${(await bytesOf(type)).toString('base64')}`;
    const size = await page.evaluate(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, url);
    expect(size).toEqual(type === 'image/gif' ? [1, 1] : [8, 8]);
    await page.close();
  },
);

test('application/pdf without an example is a PDF whose table is right', async () => {
  const text = (await bytesOf('application/pdf')).toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(table, table + 4)).toBe('xref');
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
  expect(offsets.map((offset) => text.slice(offset, offset + 7))).toEqual(['1 0 obj', '2 0 obj', '3 0 obj']);
});

test('an example comes before a sample, and a type that nobody knows is as it was', async () => {
  expect((await bytesOf('shown')).toString()).toBe('own bytes');
  expect((await bytesOf('image/x-own')).toString()).toBe('string');
  expect((await bytesOf('application/zip')).toString('latin1', 0, 2)).toBe('PK');
});
