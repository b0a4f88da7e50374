import { expect, test } from 'vitest';
import { challenges } from '../../../scripts/mock/auth/challenges.ts';
import type { Scheme } from '../../../scripts/mock/security.ts';
import { startMock } from '../../../scripts/mock/startMock.ts';
import { clinicDocument } from './clinicDocument.ts';
import { basic, bearer, header, oauth2, token } from './schemes.ts';

test.each<[string, Scheme[][], string | undefined, string | undefined]>([
  ['nothing asked', [], undefined, undefined],
  ['a key', [[header]], undefined, undefined],
  ['an auth-scheme of our extension', [[token]], undefined, 'Token realm="x"'],
  ['basic', [[basic]], 'wrong', 'Basic realm="x", charset="UTF-8"'],
  ['bearer, none sent', [[bearer]], undefined, 'Bearer realm="x"'],
  [
    'bearer, a wrong one sent',
    [[bearer]],
    'It "expired".',
    'Bearer realm="x", error="invalid_token", error_description="It \\"expired\\"."',
  ],
  ['the same twice', [[bearer], [oauth2]], undefined, 'Bearer realm="x"'],
  [
    'alternatives',
    [[basic], [oauth2, header]],
    undefined,
    'Basic realm="x", charset="UTF-8", Bearer realm="x"',
  ],
])('%s', (_, alternatives, wrong, want) => {
  expect(challenges(alternatives, { realm: 'x', ...(wrong && { wrong }) })).toBe(want);
});

test('a 401 challenges, described or not, and no other answer does', async () => {
  const mock = await startMock({ apis: [{ name: 'clinic', document: clinicDocument }] });
  const challengeOf = async (path: string, init?: RequestInit) => {
    const { status, headers } = await fetch(`${mock.url}/clinic${path}`, init);
    return [status, headers.get('www-authenticate')];
  };
  const want = 'Token realm="clinic"';
  expect(await challengeOf('/scans', { method: 'POST' })).toEqual([401, want]);
  expect(await challengeOf('/scans/7')).toEqual([401, want]);
  expect(await challengeOf('/scans', { method: 'PUT' })).toEqual([405, null]);
  await mock.close();
});
