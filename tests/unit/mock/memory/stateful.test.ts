import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Mock, startMock } from '../../../../scripts/mock/startMock.ts';
import type { Json, JsonObject } from '../../../../scripts/model/json.ts';
import { harborDocument } from './harborDocument.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ apis: [{ name: 'harbor', document: harborDocument }], stateful: true });
});
afterAll(() => mock.close());
beforeEach(() => mock.reset());

interface Told {
  status: number;
  body: Json;
  location: string | null;
}

async function ask(
  method: string,
  path: string,
  body?: JsonObject,
  headers: Record<string, string> = {},
): Promise<Told> {
  const content = body && { body: JSON.stringify(body) };
  const response = await fetch(`${mock.url}/harbor${path}`, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    ...content,
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? null : (JSON.parse(text) as Json),
    location: response.headers.get('location'),
  };
}

async function boats(query = ''): Promise<{ total: number; names: string[] }> {
  const { body } = await ask('GET', `/boats${query}`);
  const { total, boats: all } = body as { total: number; boats: { name: string }[] };
  return { total, names: all.map(({ name }) => name) };
}

test('what is created is read, listed, changed, deleted, and gone then', async () => {
  const created = await ask('POST', '/boats', { name: 'Cora', kind: 'motor', length: 4, secret: 'hidden' });
  expect(created).toMatchObject({
    status: 201,
    location: '/boats/9',
    body: { id: 9, name: 'Cora', kind: 'motor' },
  });
  // What is only said is not shown: the answer's schema does not describe it.
  expect(JSON.stringify(created.body)).not.toContain('hidden');
  // What could have been said and was not, is not made up.
  expect(created.body).not.toHaveProperty('crew_size');
  expect(await ask('GET', '/boats/9')).toMatchObject({ status: 200, body: created.body as JsonObject });
  expect(await boats()).toEqual({ total: 3, names: ['Alma', 'Bora', 'Cora'] });
  expect((await ask('PATCH', '/boats/9', { name: 'Cora II' })).body).toMatchObject({
    name: 'Cora II',
    length: 4,
  });
  expect(await boats()).toEqual({ total: 3, names: ['Alma', 'Bora', 'Cora II'] });
  expect(await ask('DELETE', '/boats/9')).toMatchObject({ status: 204, body: null });
  expect(await ask('GET', '/boats/9')).toMatchObject({
    status: 404,
    body: { message: 'Nothing has this id.' },
  });
  expect(await ask('DELETE', '/boats/9')).toMatchObject({ status: 404 });
  expect(await boats()).toEqual({ total: 2, names: ['Alma', 'Bora'] });
  // An identifier is never given twice.
  expect((await ask('POST', '/boats', { name: 'Dana' })).body).toMatchObject({ id: 10 });
});

test('it begins with the examples, and goes back to them', async () => {
  expect((await ask('GET', '/boats/7')).body).toMatchObject({ id: 7, name: 'Alma' });
  // Of the second boat only the list tells.
  expect((await ask('GET', '/boats/8')).body).toMatchObject({ id: 8, name: 'Bora', kind: 'motor' });
  await ask('DELETE', '/boats/7');
  expect((await ask('GET', '/boats/7')).status).toBe(404);
  await fetch(`${mock.url}/__mock/reset`, { method: 'POST' });
  expect((await ask('GET', '/boats/7')).status).toBe(200);
});

test('answers obey their schema, whatever requests say', async () => {
  // The request may say a text, the answer only knows a number; it must have a length, which may be null.
  const { body } = await ask('POST', '/boats', { name: 'Edda', crew_size: '4' });
  expect(body).toMatchObject({ name: 'Edda', crew_size: 4, length: null, kind: 'sail' });
  // No number at all: the example's stays, since a wrong answer would be worse.
  expect((await ask('POST', '/boats', { name: 'Fay', crew_size: 'some' })).body).toMatchObject({
    crew_size: 3,
  });
  // A list may have 50 items, and no more.
  for (let count = 0; count < 60; count += 1) await ask('POST', '/boats', { name: `Boat ${count}` });
  expect((await boats()).names).toHaveLength(50);
  expect((await boats('?offset=50')).names).toHaveLength(14);
});

test('moments that the server sets move, in the form that the document has', async () => {
  const before = Math.floor(Date.now() / 1000) * 1000;
  const { body } = await ask('POST', '/boats', { name: 'Gale' });
  const { id, created_at, updated_at } = body as { id: number; created_at: string; updated_at: string };
  expect(created_at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  expect(Date.parse(`${created_at.replace(' ', 'T')}Z`)).toBeGreaterThanOrEqual(before);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const changed = (await ask('PATCH', `/boats/${id}`, { name: 'Gale II' })).body as { updated_at: string };
  expect(Date.parse(changed.updated_at)).toBeGreaterThan(Date.parse(updated_at));
  expect(changed).toMatchObject({ created_at });
});

describe('a list', () => {
  const wishes: [query: string, names: string[], total: number][] = [
    ['?limit=1', ['Alma'], 3],
    ['?limit=1&offset=1', ['Bora'], 3],
    ['?limit=2&page=2', ['Cora'], 3],
    ['?page=2', [], 3],
    ['?kind=motor', ['Bora', 'Cora'], 2],
    ['?search=OR', ['Bora', 'Cora'], 2],
    ['?search=or&kind=sail', [], 0],
    ['?sort=-name', ['Cora', 'Bora', 'Alma'], 3],
    ['?sort=length', ['Cora', 'Alma', 'Bora'], 3],
    ['?sort=nothing', ['Alma', 'Bora', 'Cora'], 3],
    // The document has no such parameter.
    ['?name=Alma', ['Alma', 'Bora', 'Cora'], 3],
  ];
  test.each(wishes)('pages, filters and sorts: %s', async (query, names, total) => {
    await ask('POST', '/boats', { name: 'Cora', kind: 'motor', length: 4 });
    expect(await boats(query)).toEqual({ names, total });
  });
});

test('parts belong to what they are below, and end with it', async () => {
  const { body } = await ask('POST', '/boats', { name: 'Hanna' });
  const { id } = body as { id: number };
  const log = (await ask('POST', `/boats/${id}/log`, { text: 'Back.' })).body as { key: string };
  expect(log).toMatchObject({ key: expect.stringMatching(/^[\da-f-]{36}$/), text: 'Back.' });
  expect((await ask('GET', `/boats/${id}/log`)).body).toEqual([log]);
  expect((await ask('GET', '/boats/7/log')).body).toHaveLength(1);
  expect((await ask('GET', `/boats/${id}/log/${log.key}`)).body).toEqual(log);
  expect((await ask('GET', `/boats/7/log/${log.key}`)).status).toBe(404);
  expect((await ask('PATCH', `/boats/${id}`, { id: 99 })).body).toMatchObject({ id: 99, name: 'Hanna' });
  expect((await ask('GET', `/boats/${id}`)).status).toBe(404);
  expect((await ask('GET', `/boats/99/log/${log.key}`)).body).toEqual(log);
  await ask('DELETE', '/boats/99');
  expect((await ask('GET', `/boats/99/log/${log.key}`)).status).toBe(404);
  expect((await ask('GET', '/boats/99/log')).status).toBe(404);
  expect((await ask('POST', '/boats/99/log', { text: 'Lost.' })).status).toBe(404);
});

test('what exists by itself is put into a list, and taken out of it', async () => {
  const slugs = async (method: string, body?: JsonObject) => {
    const told = await ask(method, '/boats/7/crew', body);
    return (told.body as { slug: string }[]).map(({ slug }) => slug);
  };
  expect(await slugs('GET')).toEqual(['kim']);
  expect(await slugs('POST', { slug: 'lee' })).toEqual(['kim', 'lee']);
  expect(await slugs('DELETE', { slug: 'kim' })).toEqual(['lee']);
  expect(await slugs('PUT', { slug: 'kim' })).toEqual(['kim']);
  expect(await slugs('POST', { slug: 'nobody' })).toEqual(['kim', 'nobody']);
  await ask('DELETE', '/sailors/kim');
  expect(await slugs('GET')).toEqual(['nobody']);
  expect(await slugs('DELETE')).toEqual([]);
});

test('an identifier that a request names is taken, and what had it gives way', async () => {
  await ask('POST', '/sailors', { slug: 'kim', name: 'Kim the second' });
  expect((await ask('GET', '/sailors')).body).toEqual([
    { slug: 'kim', name: 'Kim the second' },
    { slug: 'lee', name: 'Lee' },
  ]);
});

test('a file that is uploaded is what is downloaded', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const form = new FormData();
  form.set('file', new Blob([bytes]), 'paper.bin');
  const created = await fetch(`${mock.url}/harbor/papers`, { method: 'POST', body: form });
  const { id } = (await created.json()) as { id: number };
  const answer = await fetch(`${mock.url}/harbor/papers/${id}/file`);
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([...bytes]);
  expect(await (await fetch(`${mock.url}/harbor/papers/1/file`)).text()).toBe('paper');
});

test('who prefers an answer gets it, and nothing is done', async () => {
  expect((await ask('DELETE', '/boats/7', undefined, { prefer: 'code=404' })).status).toBe(404);
  expect((await ask('GET', '/boats/1000', undefined, { prefer: 'code=200' })).status).toBe(200);
  expect((await ask('GET', '/boats/7')).status).toBe(200);
});

test('a request that is refused changes nothing', async () => {
  expect((await ask('POST', '/boats', { name: 5 })).status).toBe(422);
  expect((await boats()).total).toBe(2);
});

test('of what nobody can create, and no example names, everything is there', async () => {
  expect((await ask('GET', '/tides/anywhere')).status).toBe(200);
});

test('mocks share nothing, and one without memory remembers nothing', async () => {
  const apis = [{ name: 'harbor', document: harborDocument }];
  const [other, plain] = await Promise.all([startMock({ apis, stateful: true }), startMock({ apis })]);
  try {
    await ask('DELETE', '/boats/7');
    expect((await fetch(`${other.url}/harbor/boats/7`)).status).toBe(200);
    await fetch(`${plain.url}/harbor/boats/7`, { method: 'DELETE' });
    expect((await fetch(`${plain.url}/harbor/boats/7`)).status).toBe(200);
  } finally {
    await Promise.all([other.close(), plain.close()]);
  }
});
