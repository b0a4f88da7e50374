import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findProjectRoot } from '../../../../scripts/apis/projectRoot.ts';
import { readApi } from '../../../../scripts/apis/readApi.ts';
import { type Mock, startMock } from '../../../../scripts/mock/startMock.ts';
import type { Json, JsonObject } from '../../../../scripts/model/json.ts';

const apis = [await readApi({ root: findProjectRoot(), name: 'dentalray' })];
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ apis, stateful: true, credentials: 'known', owners: true });
});
afterAll(() => mock.close());
beforeEach(() => mock.reset());

async function ask(token: string, method: string, path: string, body?: JsonObject) {
  const response = await fetch(`${mock.url}/dentalray${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Json) };
}

async function logIn(username: string): Promise<string> {
  const { body } = await ask('', 'POST', '/auth/login', { username, password: 'fake-password-1' });
  return String((body as { access_token: string }).access_token);
}

const role = { name: 'Fake role', slug: 'fake-role', permissions: [] };
const slugs = async (token: string) =>
  ((await ask(token, 'GET', '/role')).body as { slug: string }[]).map(({ slug }) => slug);

test('what one user creates is there for no other, however they ask', async () => {
  const [ana, bea] = [await logIn('fake-ana'), await logIn('fake-bea')];
  expect((await ask(ana, 'POST', '/role', role)).status).toBeLessThan(300);
  const statuses = async (token: string) => [
    (await ask(token, 'GET', '/role/fake-role')).status,
    (await ask(token, 'PUT', '/role/fake-role', { name: 'Changed' })).status,
    (await ask(token, 'DELETE', '/role/fake-role')).status,
  ];
  expect(await statuses(bea)).toEqual([404, 404, 404]);
  expect(await slugs(bea)).not.toContain('fake-role');
  expect(await slugs(ana)).toContain('fake-role');
  // With another token of the same user.
  const again = await logIn('fake-ana');
  expect(again).not.toBe(ana);
  expect((await statuses(again)).every((status) => status < 300)).toBe(true);
});

test('what the examples tell of is there for everybody', async () => {
  const [ana, bea] = [await logIn('fake-ana'), await logIn('fake-bea')];
  expect((await slugs(ana)).length).toBeGreaterThan(0);
  expect(await slugs(bea)).toEqual(await slugs(ana));
});
