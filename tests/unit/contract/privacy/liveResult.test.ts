import { expect, test } from 'vitest';
import type { RequestInputs } from '../../../../scripts/model/case.ts';
import type { Finding } from '../../../../scripts/model/finding.ts';
import { liveResult } from '../../../contract/privacy/liveResult.ts';
import { privateError } from '../../../contract/privacy/privateError.ts';
import { operationCalled, redactor } from '../clinic.ts';

const operation = operationCalled('updatePatient');
const base = 'http://127.0.0.1:1/api';
const secrets = { 'fake-key-81': 'CLINIC_X_KEY' };
const made: RequestInputs = {
  path: { doctor: 1, patient: 2 },
  contentType: 'application/json',
  body: { note: 'made up', address: { door: 'x' }, score: 4 },
};
const finding: Finding = {
  check: 'undocumented-field',
  severity: 'drift',
  evidence: 'silent',
  message: 'PUT answered 200 to a request, but its body has /extra and /Ana Quork; nobody knows fake-key-81.',
  documentPointer: '',
  responsePointer: '/body/relatives/Ana Quork',
};

interface Given {
  inputs?: RequestInputs;
  url?: string;
  body?: string | Uint8Array;
  headers?: Record<string, string[]>;
  showsValues?: boolean;
}

function told({
  inputs = made,
  url = '/doctors/1/patients/2',
  body = '{}',
  showsValues = false,
  ...given
}: Given) {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const headers = { 'content-type': ['application/json'], ...given.headers };
  const sent = { 'x-key': 'fake-key-81', 'x-nurse': 'Dora', accept: 'application/json' };
  const exchange = {
    request: { method: 'PUT', url: `${base}${url}`, headers: sent },
    response: { status: 200, headers, body: bytes },
    durationMs: 1,
  };
  const redacts = redactor(secrets);
  return liveResult(
    { operation, exchange, inputs, made, findings: [finding], sent: 'a request', redactor: redacts },
    { showsValues },
  );
}

test('a request in shapes, and a curl line with what we made up', () => {
  const { request, curl } = told({
    url: '/doctors/1/patients/2?phone=555&filter%5Bname%5D=Ana&x_key=fake-key-81',
  });
  expect(request).toEqual({
    method: 'PUT',
    url: `${base}/doctors/<string, 1 digit>/patients/<string, 1 digit>?phone=<string, 3 digits>&filter%5Bname%5D=<string, 3 characters>&x_key=$CLINIC_X_KEY`,
    headers: { accept: 'application/json', 'x-key': '$CLINIC_X_KEY', 'x-nurse': '<string, 4 characters>' },
    body: { note: '<string, 7 characters>', address: { door: '<string, 1 character>' }, score: '<integer>' },
  });
  expect(curl).toBe(
    `curl -i -X PUT -H 'x-key: '"$CLINIC_X_KEY" -H 'x-nurse: ***' -H 'accept: application/json' --data-raw '{"note":"made up","address":{"door":"x"},"score":4}' '${base}/doctors/1/patients/***?phone=***&filter%5Bname%5D=***&x_key='"$CLINIC_X_KEY"`,
  );
});

test('what the run put into a request is not of our making, and masked', () => {
  const body = { note: 'made up', address: { door: 'of a patient' }, score: 61834, key: 'fake-key-81' };
  const inputs = { ...made, path: { doctor: 61834, patient: 2 }, query: { ward: 'of a file' }, body };
  const given = {
    inputs,
    url: '/doctors/61834/patients/2?ward=of%20a%20file',
    body: '{"room":"61834","old":"61-834"}',
  };
  const { curl, response } = told({ ...given, showsValues: true });
  expect(curl).toContain(
    `{"note":"made up","address":{"door":"***"},"score":"***","key":"'"$CLINIC_X_KEY"'"}`,
  );
  expect(curl).toContain('/doctors/***/patients/***?ward=***');
  expect(JSON.stringify(response)).not.toMatch(/61.?834/);
});

test.each<[name: string, given: Given, want: unknown]>([
  ['JSON', { body: '{"note":"x y","score":4}' }, { note: '<string, 3 characters>', score: '<integer>' }],
  ['JSON, shown', { body: '{"note":"x","score":4}', showsValues: true }, { note: 'x', score: 4 }],
  ['JSON in UTF-16', { body: Buffer.from('{"score":4}', 'utf16le') }, { score: '<integer>' }],
  ['JSON that is cut off', { body: '{"note' }, '<6 bytes of application/json, which begin like JSON>'],
  [
    'a page',
    { body: '<html>Ana', headers: { 'content-type': ['text/html; charset=utf-8'] } },
    '<9 bytes of text/html, which begin like HTML>',
  ],
  [
    'a PDF that is called text',
    { body: '%PDF-1.7', headers: { 'content-type': ['text/plain'] } },
    '<8 bytes of text/plain, which begin like a PDF>',
  ],
  [
    'an odd type',
    { body: 'x', headers: { 'content-type': ['ana/quork'] } },
    '<1 bytes of another media type>',
  ],
  ['no type', { body: 'x', headers: { 'content-type': [] } }, '<1 bytes of no media type>'],
  ['what is too long', { body: `"${'x'.repeat(70_000)}"` }, '<70002 bytes of application/json>'],
])('a body of %s', (_, given, want) => expect(told(given).response?.body).toEqual(want));

test('headers say how an answer is to be read, and no more', () => {
  const headers = {
    'content-type': ['text/plain; charset=utf-8; name=Ana'],
    ...{ allow: ['GET, PUT'], 'retry-after': ['12'], date: ['Sun, 22 Nov 2026 08:04:46 UTC'] },
    ...{
      location: ['https://elsewhere.example/ana'],
      'set-cookie': ['sid=1', 'who=ana'],
      'x-initials': ['A.E.'],
    },
    ...{ 'x-request-id': ['ana'], 'x-ana': ['1'], server: ['Ana'] },
  };
  expect(told({ headers }).response?.headers).toEqual({
    'content-type': ['text/plain; charset=utf-8'],
    ...{ allow: ['GET, PUT'], 'retry-after': ['12'], date: ['<string, 29 characters>'] },
    ...{ location: ['<string, uri, 29 characters>'], 'set-cookie': ['***', '***'] },
    'x-initials': ['<string, 4 characters>'],
    ...{
      'x-request-id': ['<string, 3 characters>'],
      '<name 9>': ['<integer>'],
      server: ['<string, 3 characters>'],
    },
  });
});

test('findings tell names, and none that looks like data', () => {
  const { findings } = told({ body: '{"extra":1,"relatives":{"Ana Quork":1},"Ana Quork":2}' });
  expect(findings[0]).toMatchObject({
    message: 'PUT answered 200 to a request, but its body has /extra and /***; nobody knows $CLINIC_X_KEY.',
    responsePointer: '/body/relatives/***',
  });
});

test.each([
  ['of a live run', 'live' as const, /^SyntaxError, whose message may hold what a server said\.\n\s+at /],
  ['of a run against the mock', 'mock' as const, /^Unexpected token .*Ana/],
])('an error that nobody foresaw, %s', (_, mode, want) => {
  const error = privateError(
    thrownBy(() => JSON.parse('Ana\n    at Ana (Ana:1:1)')),
    { run: { mode } },
  );
  expect(error.message).toMatch(want);
  expect(error.message.includes('Ana')).toBe(mode === 'mock');
  expect([error.name, error.stack]).toEqual(['SyntaxError', '']);
});

test('an error that is written to be read keeps its words, without secrets', () => {
  const error = Object.assign(new Error('Check fake-key-81.'), { name: 'UsageError' });
  const { name, message } = privateError(error, { run: { mode: 'live' }, redactor: redactor(secrets) });
  expect([name, message]).toEqual(['UsageError', 'Check $CLINIC_X_KEY.']);
  expect(privateError('Ana', { run: { mode: 'live' } }).message).not.toContain('Ana');
});

function thrownBy(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
