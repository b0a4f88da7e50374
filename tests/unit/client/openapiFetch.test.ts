import createClient, { type Middleware as TheirMiddleware } from 'openapi-fetch';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Middleware } from '../../../scripts/client/middleware.ts';
import { type FixtureClient, fixtureClient } from './fixtureClient.ts';
import { type Service, startService } from './startService.ts';

/** Both clients call the same service in turn: what openapi-fetch does right, ours does in the same way. */
let service: Service;
let clients: { theirs: FixtureClient; ours: FixtureClient };

beforeEach(async () => {
  service = await startService(({ line }) => {
    if (line === 'POST /token') return { body: { access_token: 'fake' } };
    return line.startsWith('GET /file') ? { status: 404, body: { reason: 'gone' } } : { body: { a: 1 } };
  });
  const theirs = createClient({ baseUrl: service.baseUrl }) as unknown as FixtureClient;
  clients = { theirs, ours: fixtureClient({ baseUrl: service.baseUrl }) };
});
afterEach(() => service.close());

const calls = [
  { method: 'GET', path: '/picky', init: undefined },
  {
    method: 'GET',
    path: '/picky',
    init: { params: { query: { a: 1, b: 'x y', c: true, none: undefined } } },
  },
  { method: 'GET', path: '/picky', init: { params: { query: { list: ['a', 'b&c'] } } } },
  {
    method: 'GET',
    path: '/picky',
    init: { params: { header: { 'X-Trace': 'a' } }, headers: { 'X-Other': 'b' } },
  },
  { method: 'GET', path: '/picky', init: { headers: { 'X-Gone': null, Accept: 'text/plain' } } },
  { method: 'POST', path: '/things', init: { body: { name: 'ä', tags: [1, null, { a: 2 }] } } },
  { method: 'GET', path: '/file', init: undefined },
] as const;

describe('as openapi-fetch', () => {
  test.each(calls)('$method $path $init', async ({ method, path, init }) => {
    const results = [];
    for (const client of [clients.theirs, clients.ours]) {
      const { data, error, response } = await client[method](path, init as object | undefined);
      const { line, headers, body } = service.received.at(-1) ?? {};
      const { connection, authorization, ...sent } = headers ?? {};
      results.push({ data, error, status: response.status, line, headers: sent, body });
    }
    expect(results[1]).toEqual(results[0]);
  });
});

describe('middleware', () => {
  /** Notes what it is told, in the words of openapi-fetch's own type. */
  function noting(events: string[], name: string): TheirMiddleware {
    return {
      onRequest({ request, schemaPath, params }) {
        events.push(`${name} > ${request.method} ${schemaPath} ${JSON.stringify(params.query)}`);
        request.headers.set('X-Seen', `${request.headers.get('X-Seen') ?? ''}${name}`);
      },
      onResponse({ response, schemaPath }) {
        events.push(`${name} < ${response.status} ${schemaPath}`);
      },
      onError({ error }) {
        events.push(`${name} ! ${error instanceof Error}`);
      },
    };
  }

  test.each(['theirs', 'ours'] as const)(
    'runs out in order and back in the opposite one: %s',
    async (which) => {
      const events: string[] = [];
      const [first, second, own] = ['a', 'b', 'c'].map((name): Middleware => noting(events, name));
      clients[which].use(first as Middleware, second as Middleware);
      await clients[which].GET('/picky', { params: { query: { q: 1 } }, middleware: [own as Middleware] });
      expect(events).toEqual([
        ...['a', 'b', 'c'].map((name) => `${name} > GET /picky {"q":1}`),
        ...['c', 'b', 'a'].map((name) => `${name} < 200 /picky`),
      ]);
      expect(service.received.at(-1)?.headers['x-seen']).toBe('abc');
    },
  );

  test.each<{ name: string; middleware: Middleware; want: unknown; sent: number }>([
    {
      name: 'another request',
      middleware: { onRequest: ({ request }) => new Request(`${request.url}?changed`, request) },
      want: { a: 1 },
      sent: 1,
    },
    {
      name: 'a response in place of a request',
      middleware: { onRequest: () => Response.json('kept') },
      want: 'kept',
      sent: 0,
    },
    {
      name: 'another response',
      middleware: { onResponse: () => Response.json('other') },
      want: 'other',
      sent: 1,
    },
  ])('may give $name', async ({ middleware, want, sent }) => {
    for (const client of [clients.theirs, clients.ours]) {
      const before = service.received.length;
      const { data } = await client.GET('/picky', { middleware: [middleware] });
      expect([data, service.received.length - before]).toEqual([want, sent]);
    }
  });

  test('may give a response, or another error, in place of an error', async () => {
    const broken = async () => Promise.reject(new TypeError('fetch failed'));
    const client = fixtureClient({ baseUrl: service.baseUrl, fetch: broken });
    const saved = await client.GET('/picky', { middleware: [{ onError: () => Response.json('saved') }] });
    expect(saved.data).toBe('saved');
    const renamed = client.GET('/picky', { middleware: [{ onError: () => new Error('renamed') }] });
    await expect(renamed).rejects.toThrow('renamed');
  });

  test('is there until it is ejected', async () => {
    const events: string[] = [];
    const one: Middleware = noting(events, 'a');
    clients.ours.use(one);
    await clients.ours.GET('/picky');
    clients.ours.eject(one);
    await clients.ours.GET('/picky');
    expect(events).toHaveLength(2);
  });
});
