import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { AnsweredRequest } from '../../../../scripts/mock/control/answeredRequest.ts';
import { requestLine } from '../../../../scripts/mock/control/requestLine.ts';
import { type Mock, startMock } from '../../../../scripts/mock/startMock.ts';
import { clinicDocument } from '../clinicDocument.ts';

let mock: Mock;
let told: AnsweredRequest[] = [];

beforeAll(async () => {
  mock = await startMock({
    apis: [{ name: 'clinic', document: clinicDocument }],
    onAnswer: (answered) => told.push(answered),
  });
});
beforeEach(() => {
  told = [];
});
afterAll(() => mock.close());

const known = { authorization: 'Token fake-secret' };

test.each<[string, string, RequestInit, object]>([
  ['an answer', '/clinic/scans?ids=1', {}, { method: 'GET', path: '/clinic/scans', status: 200 }],
  [
    'an identifier',
    '/clinic/scans/secret',
    { headers: known },
    { path: '/clinic/scans/{id}', status: 404, refused: 'invalid-path' },
  ],
  [
    'no credentials',
    '/clinic/scans/7',
    {},
    { path: '/clinic/scans/{id}', status: 401, refused: 'unauthorized' },
  ],
  [
    'a body that is wrong',
    '/clinic/plans',
    { method: 'PUT', headers: { ...known, 'content-type': 'application/json' }, body: '{"name": "secret' },
    { method: 'PUT', path: '/clinic/plans', status: 422, refused: 'malformed' },
  ],
  ['another method', '/clinic/scans', { method: 'DELETE' }, { status: 405, refused: 'method-not-allowed' }],
  [
    'an unknown path',
    '/clinic/scans/secret/images',
    { headers: known },
    { path: '/clinic/scans/***/***', status: 404, refused: 'unknown-path' },
  ],
  [
    'broken percent-encoding',
    '/clinic/scans/%zz',
    {},
    { path: '/clinic/scans/***', status: 400, refused: 'malformed-path' },
  ],
  ['an unknown API', '/secret/scans', {}, { path: '/***', status: 404, refused: 'unknown-api' }],
])('%s is told, no value is', async (_, path, init, want) => {
  await fetch(`${mock.url}${path}`, init);
  expect(told).toEqual([expect.objectContaining(want)]);
  expect(told[0]?.durationMs).toBeGreaterThan(0);
  expect(told.map(requestLine).join()).not.toContain('secret');
});

test.each<[AnsweredRequest, string]>([
  [{ method: 'GET', path: '/a/{id}', status: 200, durationMs: 1.25 }, 'GET     /a/{id}  200  1.3 ms'],
  [
    { method: 'DELETE', path: '/a', status: 401, durationMs: 12, refused: 'unauthorized' },
    'DELETE  /a  401  12.0 ms  unauthorized',
  ],
])('the line of %j', (answered, line) => {
  expect(requestLine(answered)).toBe(line);
});

test('a listener that throws takes no answer back, and no mock down', async () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const onAnswer = () => {
    throw new Error('not listening');
  };
  const deaf = await startMock({ apis: [{ name: 'clinic', document: clinicDocument }], onAnswer });
  const found = [await fetch(`${deaf.url}/clinic/scans`), await fetch(`${deaf.url}/clinic/scans`)];
  await deaf.close();
  expect(found.map(({ status }) => status)).toEqual([200, 200]);
  expect(stderr).toHaveBeenCalledWith(expect.stringContaining('Error: not listening'));
  stderr.mockRestore();
});
