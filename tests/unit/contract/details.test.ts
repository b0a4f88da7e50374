import { expect, test } from 'vitest';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import { detailsOf } from '../../contract/details.ts';
import { redactUrl } from '../../contract/redactUrl.ts';
import { operationCalled, redactor } from './clinic.ts';

const operation = operationCalled('updatePatient');
const base = 'http://127.0.0.1:1/api/v1';

test.each([
  ['a sensitive segment', '/doctors/No/patients/Ana%2FB', '/doctors/No/patients/***'],
  ['sensitive fields', '/doctors/1/patients/2?phone=555&x=1', '/doctors/1/patients/***?phone=***&x=1'],
  [
    'a member of an object',
    '/doctors/1/patients/2?filter%5Bname%5D=Ana',
    '/doctors/1/patients/***?filter%5Bname%5D=***',
  ],
  [
    'a secret',
    '/doctors/fake%20key/patients/2?k=fake%20key',
    '/doctors/$CLINIC_KEY/patients/***?k=$CLINIC_KEY',
  ],
  ['malformed percent-encoding', '/doctors/%/patients/2?%=%', '/doctors/%/patients/***?%=%'],
])('%s in a URL', (_, given, want) => {
  const url = redactUrl(base + given, { operation, redactor: redactor({ 'fake key': 'CLINIC_KEY' }) });
  expect(url).toBe(base + want);
});

test('a token in a path is a variable, which can be put in again', () => {
  const visits = {
    operation: operationCalled('listVisits'),
    redactor: redactor({ 'fake-t0': 'CLINIC_ACCESS_TOKEN' }),
  };
  expect(redactUrl(`${base}/fake-t0/visits`, visits)).toBe(`${base}/$CLINIC_ACCESS_TOKEN/visits`);
});

const inputs: RequestInputs = { contentType: 'application/json', body: { name: 'Ana', note: 'x' } };
const request = { method: 'PUT', url: `${base}/doctors/1/patients/2`, headers: { 'x-key': 'fake' } };

function responseOf(status: number, body: string | Uint8Array, type = 'application/json') {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const headers: Record<string, string[]> = type ? { 'content-type': [type] } : {};
  const response = { status, headers, body: bytes };
  const exchange = { request, response, durationMs: 1 };
  return detailsOf({ operation, exchange, inputs, redactor: redactor() }).response;
}

test('a report has the whole exchange, masked', () => {
  const exchange = { request, durationMs: 1, response: { status: 200, headers: {}, body: new Uint8Array() } };
  expect(detailsOf({ operation, exchange, inputs, redactor: redactor() })).toEqual({
    request: {
      method: 'PUT',
      url: `${base}/doctors/1/patients/***`,
      headers: { 'x-key': '***' },
      body: { name: '***', note: 'x' },
    },
    response: { status: 200, headers: {} },
    curl: `curl -i -X PUT -H 'x-key: ***' --data-raw '{"name":"***","note":"x"}' '${base}/doctors/1/patients/***'`,
  });
});

test.each([
  ['JSON', responseOf(200, '{"name":"Ana","score":1}'), { name: '***', score: 1 }],
  ['JSON that is none', responseOf(200, '{"name":"Ana'), '<12 bytes of application/json>'],
  ['text, which has no names to mask by', responseOf(200, 'Ana', 'text/plain'), '<3 bytes of text/plain>'],
  ['bytes', responseOf(200, new Uint8Array(9), 'application/pdf'), '<9 bytes of application/pdf>'],
  ['bytes of no type', responseOf(200, new Uint8Array(9), ''), '<9 bytes of no media type>'],
  [
    'what is too long',
    responseOf(200, JSON.stringify('x'.repeat(20_000))),
    '<20002 bytes of application/json>',
  ],
  ['a list of sensitive items', responseOf(409, '["555-0100"]'), '***'],
])('a body of %s', (_, response, want) => {
  expect(response?.body).toEqual(want);
});

test('without an answer there is the request alone', () => {
  const exchange = { request, durationMs: 1, failure: { code: 'ECONNRESET', message: 'socket hang up' } };
  expect(Object.keys(detailsOf({ operation, exchange, inputs: {}, redactor: redactor() }))).toEqual([
    'request',
    'curl',
  ]);
});

test.each<[name: string, inputs: RequestInputs, body: unknown]>([
  ['bytes as they were sent', { contentType: 'application/json', rawBody: '{"cut' }, '{"cut'],
  ['a body under another label', { contentType: 'a/b', body: { name: 'Ana' } }, { name: '***' }],
])('a request has %s', (_, given, want) => {
  const exchange = { request, durationMs: 1 };
  const told = detailsOf({ operation, exchange, inputs: given, redactor: redactor() });
  expect(told.request?.body).toEqual(want);
  expect(told.curl).toContain(`--data-raw '${typeof want === 'string' ? want : JSON.stringify(want)}'`);
});
