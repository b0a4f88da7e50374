import { expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { CallError } from '../../../scripts/client/errors.ts';
import type { Spoiling } from '../../../scripts/model/case.ts';
import { createSession } from '../../../scripts/request/session.ts';

const all = {
  basic: { type: 'http', scheme: 'basic' },
  bearer: { type: 'http', scheme: 'bearer' },
  oauth2: { type: 'oauth2', flows: {} },
  token: { type: 'apiKey', in: 'header', name: 'Authorization', 'x-auth-scheme': 'Token' },
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  inQuery: { type: 'apiKey', in: 'query', name: 'key' },
  inCookie: { type: 'apiKey', in: 'cookie', name: 'crumb' },
  tls: { type: 'mutualTLS' },
};

type Name = keyof typeof all;

/** What a session of an API with these schemes sends for the first of them, at a mock. */
async function sent([name, ...others]: [Name, ...Name[]], how: Spoiling): Promise<string[]> {
  const names = [name, ...others];
  const securitySchemes = Object.fromEntries(names.map((one) => [one, all[one]]));
  const session = createSession({
    api: apiOf('things', { paths: {}, components: { securitySchemes } }),
    ...{ baseUrl: 'http://127.0.0.1:1', mode: 'mock', headers: {}, environment: {} },
    send: () => Promise.reject(new Error('nothing is to be sent')),
  });
  const placed = await session.credentials([name], { [name]: how });
  return placed.map((one) => `${one.in} ${one.name}: ${one.value}`);
}

test.each<[name: Name, want: string[]]>([
  ['basic', [`header Authorization: Basic ${btoa('nobody:nobodys-password')}`]],
  ['bearer', ['header Authorization: Bearer nobodys-credential']],
  ['oauth2', ['header Authorization: Bearer nobodys-credential']],
  ['token', ['header Authorization: Token nobodys-credential']],
  ['key', ['header X-Key: nobodys-credential']],
  ['inQuery', ['query key: nobodys-credential']],
  ['inCookie', ['cookie crumb: nobodys-credential']],
  ['tls', []],
])('%s: of the right form, and nobody’s', async (name, want) => {
  expect(await sent([name], 'nobody')).toEqual(want);
});

test.each<[names: [Name, ...Name[]], want: RegExp]>([
  [['basic'], /^header Authorization: Bearer [\w=]+$/],
  [['bearer'], /^header Authorization: Basic fake-/],
  [['oauth2'], /^header Authorization: Basic fake-/],
  [['token'], /^header Authorization: Basic fake-/],
  [['bearer', 'basic'], /^header Authorization: Digest fake-/],
  [['token', 'basic', 'oauth2'], /^header Authorization: Digest fake-/],
  [['key'], /^cookie X-Key: fake-/],
  [['inCookie'], /^header crumb: fake-/],
  [['inQuery'], /^cookie key: fake-/],
])('%j: where nobody looks for it, and never in the URL', async (names, want) => {
  expect(await sent(names, 'elsewhere')).toEqual([expect.stringMatching(want)]);
});

test('a key that is known everywhere cannot be put elsewhere', async () => {
  const schemes = {
    header: { type: 'apiKey', in: 'header', name: 'Key' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'key' },
  };
  const session = createSession({
    api: apiOf('things', { paths: {}, components: { securitySchemes: schemes } }),
    ...{ baseUrl: 'http://127.0.0.1:1', mode: 'mock', headers: {}, environment: {} },
    send: () => Promise.reject(new Error('nothing is to be sent')),
  });
  await expect(session.credentials(['header'], { header: 'elsewhere' })).rejects.toThrow(CallError);
});
