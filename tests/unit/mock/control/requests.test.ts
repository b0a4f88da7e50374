import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Mock, startMock } from '../../../../scripts/mock/startMock.ts';
import type { JsonObject } from '../../../../scripts/model/json.ts';

const text = { type: 'string' };
const hidden = { type: 'string', 'x-sensitive': true };
const responses = { 200: { description: 'Done' } };
const patient: JsonObject = {
  type: 'object',
  properties: { eye: text, patientName: hidden, history: { type: 'array', items: { type: 'object' } } },
};
const path = (name: string, more: JsonObject = {}) => ({
  name,
  in: 'path',
  required: true,
  schema: text,
  ...more,
});

const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Clinic', version: '2' },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'pass' } } },
  paths: {
    '/scans/{id}': {
      put: {
        operationId: 'replaceScan',
        parameters: [
          path('id'),
          { name: 'ward', in: 'query', schema: text },
          { name: 'born', in: 'query', schema: hidden },
        ],
        requestBody: {
          content: {
            'application/json': { schema: patient },
            'application/x-www-form-urlencoded': { schema: patient },
            'multipart/form-data': { schema: patient },
          },
        },
        responses,
      },
    },
    '/patients/{patientId}/links/{link}': {
      get: {
        operationId: 'followLink',
        parameters: [
          path('patientId', { 'x-sensitive': true }),
          path('link', { 'x-token': { operationId: 'replaceScan' } }),
        ],
        responses,
      },
    },
  },
};

let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ apis: [{ name: 'clinic', document }] });
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const put = (body: BodyInit, contentType?: string, query = '') =>
  fetch(`${mock.url}/clinic/scans/7${query}`, {
    method: 'PUT',
    headers: contentType ? { 'content-type': contentType } : {},
    body,
  });

async function received() {
  const response = await fetch(`${mock.url}/__mock/requests`);
  return (await response.json()) as Awaited<ReturnType<Mock['requests']>>;
}

describe('what was received', () => {
  test('is told with its operation and outcome, over HTTP and in process', async () => {
    await put('{"eye":"OD"}', 'application/json', '?ward=3');
    const { total, requests } = await received();
    expect(total).toBe(1);
    expect(requests).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        method: 'PUT',
        path: '/clinic/scans/7',
        api: 'clinic',
        operationId: 'replaceScan',
        query: { ward: '3' },
        headers: expect.objectContaining({ 'content-type': 'application/json' }),
        body: { eye: 'OD' },
        bodyBytes: 12,
        status: 200,
        durationMs: expect.any(Number),
      },
    ]);
    expect(await mock.requests()).toEqual({ total, requests });
  });

  const form = new FormData();
  form.append('eye', 'OD');
  form.append('patientName', 'secret');
  form.append('images', new Blob(['secret'], { type: 'image/jpeg' }), 'secret.jpg');

  test.each<[string, () => Promise<unknown>, object]>([
    [
      'sensitive members, at any depth',
      () =>
        put(
          '{"eye":"OD","history":[{"PatientName":"secret","n":1}],"password":"secret"}',
          'application/json',
        ),
      { body: { eye: 'OD', history: [{ PatientName: '***', n: 1 }], password: '***' } },
    ],
    ['malformed content', () => put('{"eye": "secret', 'application/json'), { status: 400, bodyBytes: 15 }],
    [
      'urlencoded fields',
      () => put('eye=OD&patientName=secret', 'application/x-www-form-urlencoded'),
      { body: { eye: 'OD', patientName: '***' } },
    ],
    [
      'multipart fields and files',
      () => put(form),
      { body: { eye: 'OD', patientName: '***', images: { mediaType: 'image/jpeg', bytes: 6 } } },
    ],
    [
      'sensitive parameters and keys',
      () => put('{}', 'application/json', '?born=secret&ward=1&pass=secret'),
      { query: { born: '***', ward: '1', pass: '***' } },
    ],
    [
      'identifiers and tokens in the path',
      () => fetch(`${mock.url}/clinic/patients/secret/links/secret`),
      { path: '/clinic/patients/***/links/***' },
    ],
    [
      'credentials in headers',
      () =>
        fetch(`${mock.url}/clinic/scans/7`, {
          headers: {
            authorization: 'Bearer secret',
            cookie: 'a=secret',
            'x-auth-token': 'secret',
            'x-trace': '1',
          },
        }),
      {
        headers: expect.objectContaining({
          authorization: '***',
          cookie: '***',
          'x-auth-token': '***',
          'x-trace': '1',
        }),
        refused: 'method-not-allowed',
      },
    ],
    [
      'an unknown path',
      () => fetch(`${mock.url}/clinic/scans/7/secret`),
      { path: '/clinic/scans/***/***', status: 404 },
    ],
    [
      'an unknown API',
      () => fetch(`${mock.url}/secret?ward=secret`),
      { path: '/***', query: { ward: '***' } },
    ],
  ])('hides secrets: %s', async (_, send, want) => {
    await send();
    const { requests } = await received();
    expect(requests).toEqual([expect.objectContaining(want)]);
    expect(JSON.stringify(requests)).not.toContain('secret');
  });

  test('what is nested without end is cut', async () => {
    await put(`{"history":[{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}]}`, 'application/json');
    const { requests } = await received();
    expect(JSON.stringify(requests[0]?.body)).toMatch(/\["\*\*\*"\]+\}\]\}$/);
  });

  test('the mock itself is not among it, nor are a browser’s questions', async () => {
    await fetch(`${mock.url}/`);
    await fetch(`${mock.url}/clinic/scans/7`, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'PUT' },
    });
    await received();
    expect(await received()).toEqual({ total: 0, requests: [] });
  });

  test('it is bounded in number and size, and long content is only counted', async () => {
    for (let sent = 0; sent < 1010; sent += 10) {
      await Promise.all(Array.from({ length: 10 }, () => put('{}', 'application/json')));
    }
    const many = await received();
    expect([many.total, many.requests.length]).toEqual([1010, 1000]);
    const long = JSON.stringify({ eye: 'O'.repeat(60_000) });
    for (let sent = 0; sent < 150; sent += 1) await put(long, 'application/json');
    const large = await received();
    expect(large.requests.length).toBeLessThan(150);
    await put(JSON.stringify({ eye: 'O'.repeat(70_000) }), 'application/json');
    const last = (await received()).requests.at(-1);
    expect([last?.bodyBytes, last?.body]).toEqual([70_010, undefined]);
  });

  test.each([
    ['DELETE', '/__mock/requests'],
    ['POST', '/__mock/reset'],
  ])('%s %s forgets it', async (method, at) => {
    await put('{}', 'application/json');
    expect((await fetch(`${mock.url}${at}`, { method })).status).toBe(204);
    expect(await received()).toEqual({ total: 0, requests: [] });
  });
});

describe('the paths of the mock itself', () => {
  test('the list of APIs leads to bundles and docs', async () => {
    const response = await fetch(`${mock.url}/`);
    const { apis } = (await response.json()) as { apis: Record<string, string>[] };
    expect(apis).toEqual([
      {
        ...{ name: 'clinic', title: 'Clinic', version: '2', url: '/clinic' },
        bundle: '/__mock/docs/apis/clinic/openapi.json',
        docs: '/__mock/docs/apis/clinic/index.html',
      },
    ]);
    expect(await (await fetch(`${mock.url}${apis[0]?.bundle}`)).json()).toEqual(document);
    const docs = await fetch(`${mock.url}${apis[0]?.docs}`);
    expect([docs.status, docs.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await docs.text()).toContain('Clinic');
  });

  test.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html; charset=utf-8'],
    ['application/json, text/html;q=0.5', 'application/json'],
    ['*/*', 'application/json'],
  ])('to a client that accepts %s it is %s', async (accept, want) => {
    const response = await fetch(`${mock.url}/`, { headers: { accept } });
    expect(response.headers.get('content-type')).toBe(want);
    expect(await response.text()).toContain('/__mock/docs/apis/clinic/openapi.json');
  });

  test.each([
    ['GET', '/__mock/nope', 404, null],
    ['GET', '/__mock/docs/../../package.json', 404, null],
    ['GET', '/__mock/docs/apis/nope/openapi.json', 404, null],
    ['POST', '/', 405, 'GET'],
    ['GET', '/__mock/reset', 405, 'POST'],
    ['PUT', '/__mock/requests', 405, 'GET, DELETE'],
    ['OPTIONS', '/__mock/reset', 204, 'POST'],
    ['HEAD', '/', 200, null],
  ])('%s %s', async (method, at, status, allow) => {
    const response = await fetch(`${mock.url}${at}`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
  });

  test.each([
    ['http://elsewhere.example', 403],
    ['null', 403],
    ['own', 204],
  ])('a page of the origin %s resets it: %i', async (origin, status) => {
    const headers = { origin: origin === 'own' ? mock.url : origin };
    expect((await fetch(`${mock.url}/__mock/reset`, { method: 'POST', headers })).status).toBe(status);
  });
});
