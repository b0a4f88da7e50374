import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mock, startMock } from '../../../../scripts/mock/startMock.ts';
import { clinicDocument } from '../clinicDocument.ts';

let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ apis: [{ name: 'clinic', document: clinicDocument }] });
});
afterAll(() => mock.close());

const origin = 'https://app.example';
const allowed = (response: Response, name: string) => response.headers.get(`access-control-${name}`);

test.each([
  ['a described method', '/clinic/scans', 'POST'],
  ['a method that the path does not know, so that its 405 can be read', '/clinic/scans', 'PATCH'],
  ['a path that nobody knows, so that its 404 can be read', '/clinic/nope', 'GET'],
])('a page may send %s', async (_, path, method) => {
  const headers = {
    origin,
    'access-control-request-method': method,
    'access-control-request-headers': 'authorization,content-type',
  };
  const response = await fetch(`${mock.url}${path}`, { method: 'OPTIONS', headers });
  expect(response.status).toBe(204);
  expect(allowed(response, 'allow-origin')).toBe('*');
  expect(allowed(response, 'allow-methods')).toBe(method);
  expect(allowed(response, 'allow-headers')).toBe('authorization,content-type');
});

test('what is no list of names is not sent back', async () => {
  const headers = {
    origin,
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'a: b',
  };
  const response = await fetch(`${mock.url}/clinic/scans`, { method: 'OPTIONS', headers });
  expect(allowed(response, 'allow-headers')).toBeNull();
});

test.each([
  ['no origin', {}],
  ['no question', { origin }],
])('OPTIONS with %s says what a path knows, as ever', async (_, headers) => {
  const response = await fetch(`${mock.url}/clinic/scans`, { method: 'OPTIONS', headers });
  expect([response.status, response.headers.get('allow')]).toEqual([204, 'POST, GET']);
});

test.each([
  ['an answer', '/clinic/scans', 200, 'x-count'],
  ['a refusal', '/clinic/scans/7', 401, null],
  ['the list of APIs', '/', 200, 'vary'],
])('a page may read %s', async (_, path, status, exposed) => {
  const response = await fetch(`${mock.url}${path}`, { headers: { origin } });
  expect([response.status, allowed(response, 'allow-origin')]).toEqual([status, '*']);
  const names = allowed(response, 'expose-headers')?.split(', ') ?? [];
  if (exposed) expect(names).toContain(exposed);
});

test.each([
  ['other clients are told nothing of it', '/clinic/scans', {}],
  ['what was received is not for pages', '/__mock/requests', { origin }],
])('%s', async (_, path, headers) => {
  const response = await fetch(`${mock.url}${path}`, { headers });
  expect(response.status).toBe(200);
  expect(allowed(response, 'allow-origin')).toBeNull();
});
