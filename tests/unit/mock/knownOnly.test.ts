import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readApi } from '../../../scripts/apis/readApi.ts';
import { readRegistry } from '../../../scripts/apis/registry.ts';
import { knownCredentials } from '../../../scripts/mock/auth/knownCredentials.ts';
import { type Mock, type MockOptions, startMock } from '../../../scripts/mock/startMock.ts';
import type { Api } from '../../../scripts/model/api.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';

const root = findProjectRoot();
let apis: Api[];
let mock: Mock;

beforeAll(async () => {
  apis = await Promise.all(readRegistry(root).map(({ name }) => readApi({ root, name })));
  mock = await startMock({ apis, credentials: 'known' });
});
afterAll(() => mock.close());
afterEach(() => {
  vi.useRealTimers();
});

interface Given {
  method?: string;
  headers?: Record<string, string>;
  body?: string | URLSearchParams;
}

async function call(path: string, given: Given = {}, at = mock) {
  const response = await fetch(`${at.url}${path}`, given);
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  const body = isJson ? (JSON.parse(text) as JsonObject) : {};
  return { status: response.status, body, challenge: response.headers.get('www-authenticate') };
}

const bearer = (token: unknown) => ({ headers: { authorization: `Bearer ${token}` } });
const json = (value: JsonObject) => ({ 'content-type': 'application/json', body: JSON.stringify(value) });

function post(path: string, value: JsonObject, token?: unknown) {
  const headers = { 'content-type': 'application/json', ...(token ? bearer(token).headers : {}) };
  return call(path, { method: 'POST', headers, body: json(value).body });
}

const dana = { username: 'dana.example', password: 'fake-password-1' };
const client = {
  client_id: 'fake-client-0001',
  client_secret: 'fake-secret-0001',
  grant_type: 'client_credentials',
};

function authorize(fields: Record<string, string>, at = mock) {
  return call('/optretina/authorize', { method: 'POST', body: new URLSearchParams(fields) }, at);
}

async function login(): Promise<unknown> {
  return (await post('/dentalray/auth/login', dana)).body.access_token;
}

const settings = '/dentalray/auth/mfa/settings';

test.each([
  ['of the document', 'Token fake-token-0001', 200],
  ['that begins like a fake one', 'Token fake-of-mine', 200],
  ['of somebody else', 'Token 5f2a', 401],
  ['that was never issued', `Token issued-${'0'.repeat(32)}`, 401],
  ['of another scheme', 'Bearer fake-token-0001', 401],
])('a token %s', async (_, authorization, status) => {
  expect((await call('/tscharts/image/63/', { headers: { authorization } })).status).toBe(status);
});

test.each([
  ['both', { api_key: 'fake-key', api_secret: 'fake-secret' }, 200],
  ['a wrong one', { api_key: 'fake-key', api_secret: 'mine' }, 401],
  ['one of them', { api_key: 'fake-key' }, 401],
])('keys in fields of their own: %s', async (_, headers, status) => {
  const answer = await call('/connecticket/authorize', { headers });
  expect([answer.status, answer.challenge]).toEqual([status, null]);
});

test('the credentials that are printed at the start', async () => {
  const lines = apis.flatMap((api) => knownCredentials(api).map((line) => `${api.name} ${line}`));
  expect(lines).toEqual(
    expect.arrayContaining([
      'connecticket api_key: fake-api-key',
      'connecticket GET /authorize gives a token',
      'dentalray Authorization: Bearer fake-token',
      'dentalray POST /auth/login with username=dana.example, password=fake-password-1 gives a token',
      'tscharts Authorization: Token fake-token',
    ]),
  );
  expect((await call(settings, bearer('fake-token'))).status).toBe(200);
});

describe('issued tokens', () => {
  test('each is another, of the form that is described, and works', async () => {
    const answers = [await authorize(client), await authorize(client)];
    const tokens = answers.map(({ body }) => body.access_token);
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) {
      expect((await call('/optretina/cases', bearer(token))).status).toBe(200);
    }
  });

  test('one in the path works, and another does not', async () => {
    const headers = { api_key: 'fake-key', api_secret: 'fake-secret' };
    const { body } = await call('/connecticket/authorize', { headers });
    const statuses = [body.access_token, 'fake-token-0001', 'mine'].map(async (token) => {
      return (await call(`/connecticket/${token}/tickets`, { headers })).status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 200, 401]);
  });

  test('it lasts as long as the answer says', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { body } = await authorize(client);
    expect(body.expires_in).toBe(3600);
    vi.setSystemTime(Date.now() + 3_599_000);
    expect((await call('/optretina/cases', bearer(body.access_token))).status).toBe(200);
    vi.setSystemTime(Date.now() + 1000);
    expect((await call('/optretina/cases', bearer(body.access_token))).status).toBe(401);
  });

  test('or as long as was asked for, and the answer says so', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const options: MockOptions = { apis, credentials: 'known', tokenLifetime: 5 };
    const short = await startMock(options);
    const { body } = await authorize(client, short);
    expect(body.expires_in).toBe(5);
    vi.setSystemTime(Date.now() + 5000);
    const { status } = await call('/optretina/cases', bearer(body.access_token), short);
    await short.close();
    expect(status).toBe(401);
  });

  test('logging out ends it, and no other', async () => {
    const [one, two] = [await login(), await login()];
    expect((await call(settings, bearer(one))).status).toBe(200);
    expect((await call('/dentalray/auth/logout', { method: 'POST', ...bearer(one) })).status).toBe(200);
    expect(await call(settings, bearer(one))).toMatchObject({
      status: 401,
      body: { message: 'Unauthenticated.' },
      challenge:
        'Bearer realm="dentalray", error="invalid_token", error_description="The token has been ended."',
    });
    expect((await call(settings, bearer(two))).status).toBe(200);
  });

  test('a refused call ends nothing', async () => {
    const token = await login();
    expect((await post('/dentalray/user/change', {}, token)).status).toBe(422);
    expect((await call(settings, bearer(token))).status).toBe(200);
  });

  test('the second step of a login replaces it', async () => {
    const first = await login();
    const { body } = await post('/dentalray/auth/mfa/verify', { code: '000000' }, first);
    expect(body.access_token).not.toBe(first);
    expect((await call(settings, bearer(first))).status).toBe(401);
    expect((await call(settings, bearer(body.access_token))).status).toBe(200);
  });

  test('what the document shows is never ended', async () => {
    const shown = bearer('fake-token-0001');
    await call('/dentalray/auth/logout', { method: 'POST', ...shown });
    expect((await call(settings, shown)).status).toBe(200);
  });
});

describe('a request for a token', () => {
  test('by an unknown client', async () => {
    const { status, body } = await authorize({ ...client, client_secret: 'mine' });
    expect([status, body.error]).toEqual([401, 'invalid_client']);
  });

  test('by an unknown user, where no 401 is described', async () => {
    const stranger = { username: 'eve.example', password: 'of-my-own' };
    expect(await post('/dentalray/auth/login', stranger)).toMatchObject({
      status: 422,
      body: {
        errors: {
          username: ['The field username is not known.'],
          password: ['The field password is not known.'],
        },
      },
    });
  });

  test('a valid one is not called invalid for one unknown field', async () => {
    expect((await post('/dentalray/auth/login', { ...dana, username: 'eve.example' })).status).toBe(200);
  });
});

test('whoever takes any credentials issues none', async () => {
  const any = await startMock({ apis });
  const { body } = await authorize({ ...client, client_id: 'me' }, any);
  expect(body.access_token).toBe('fake-token-0001');
  expect((await call('/tscharts/image/63/', { headers: { authorization: 'Token 5f2a' } }, any)).status).toBe(
    200,
  );
  await any.close();
});
