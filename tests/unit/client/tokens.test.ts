import { afterEach, describe, expect, test, vi } from 'vitest';
import { fixtureClient } from './fixtureClient.ts';
import { type Answer, type Received, type Service, startService } from './startService.ts';

let service: Service;
afterEach(async () => {
  vi.useRealTimers();
  await service.close();
});

/** A service that hands out `token-1`, `token-2`, …; `works` says which of them it takes. */
async function tokenService(
  options: { works?: (token: string) => boolean; token?: Answer } = {},
): Promise<void> {
  const { works = () => true, token } = options;
  let count = 0;
  service = await startService(({ line, headers }) => {
    if (line === 'POST /token' || line === 'GET /session') {
      count += 1;
      const fetched = { access_token: `token-${count}`, token_type: 'Bearer', expires_in: 3600 };
      return token ?? { body: fetched, headers: { 'X-Session': `token-${count}` } };
    }
    const [, sent = ''] = /^Bearer (.+)$/.exec(String(headers.authorization)) ?? line.split('/', 2);
    return works(sent) ? { body: { token: sent } } : { status: 401, body: { error: 'expired' } };
  });
}

const getItem = { params: { path: { id: 7 } } };

/** One token goes into a header, the other into the path; everything else about them is the same. */
const kinds = [
  { kind: 'in a header', tokenLine: 'POST /token', path: '/things', init: {} },
  {
    kind: 'in a path',
    tokenLine: 'GET /session',
    path: '/{session}/items/{id}',
    init: getItem,
  },
];

describe.each(kinds)('a token $kind', ({ tokenLine, path, init }) => {
  const tokenFetches = () => service.lines().filter((line) => line === tokenLine).length;

  test('is fetched once for many calls at once, and kept for those that follow', async () => {
    await tokenService();
    const client = fixtureClient({ baseUrl: service.baseUrl });
    const results = await Promise.all(Array.from({ length: 20 }, () => client.GET(path, init)));
    const after = await client.GET(path, init);
    expect([...results, after].map(({ data }) => data)).toEqual(Array(21).fill({ token: 'token-1' }));
    expect(tokenFetches()).toBe(1);
  });

  test('is replaced once after a 401, however many calls met it', async () => {
    await tokenService({ works: (token) => token !== 'token-1' });
    const client = fixtureClient({ baseUrl: service.baseUrl });
    const results = await Promise.all(Array.from({ length: 20 }, () => client.GET(path, init)));
    expect(results.map(({ data }) => data)).toEqual(Array(20).fill({ token: 'token-2' }));
    expect(tokenFetches()).toBe(2);
  });

  test('is replaced no second time for one call', async () => {
    await tokenService({ works: () => false });
    const client = fixtureClient({ baseUrl: service.baseUrl });
    const { error, response } = await client.GET(path, init);
    expect([response.status, error]).toEqual([401, { error: 'expired' }]);
    expect(service.lines()).toHaveLength(4);
  });

  test.each([
    { answer: { status: 500, body: 'fake-token-9 leaked' }, problem: 'no token came (status 500)' },
    { answer: { body: 'access_token=fake-token-9' }, problem: 'the response is not JSON' },
    {
      answer: { body: { token: 'fake-token-9' } },
      problem: /there is no token at \$response\.\S+ of the response/,
    },
  ])('that does not come is an error without secrets: $problem', async ({ answer, problem }) => {
    await tokenService({ token: answer });
    const client = fixtureClient({ baseUrl: service.baseUrl });
    const error = await client.GET(path, init).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'ServiceError',
      method: tokenLine.split(' ')[0],
      path: tokenLine.split(' ')[1],
    });
    expect(String(error)).toMatch(problem);
    expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toMatch(/fake-(token|secret|key)/);
  });
});

describe('a token', () => {
  test('is asked for with the client credentials grant of RFC 6749 section 4.4', async () => {
    await tokenService();
    await fixtureClient({ baseUrl: service.baseUrl }).GET('/things');
    expect(service.received[0]).toMatchObject({
      line: 'POST /token',
      body: 'grant_type=client_credentials&client_id=fake-id&client_secret=fake-secret',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(service.received[0]?.headers.authorization).toBeUndefined();
  });

  test('is fetched anew shortly before it expires', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    await tokenService();
    const client = fixtureClient({ baseUrl: service.baseUrl });
    const tokens: unknown[] = [];
    for (const seconds of [0, 3569, 3571]) {
      vi.setSystemTime(seconds * 1000);
      tokens.push((await client.GET('/things')).data);
    }
    expect(tokens).toEqual([{ token: 'token-1' }, { token: 'token-1' }, { token: 'token-2' }]);
  });

  test('is dropped after the operation that ends it', async () => {
    await tokenService();
    const client = fixtureClient({ baseUrl: service.baseUrl });
    await client.GET('/{session}/items/{id}', getItem);
    await client.DELETE('/{session}');
    await client.GET('/{session}/items/{id}', getItem);
    expect(service.lines()).toEqual([
      'GET /session',
      'GET /token-1/items/7',
      'DELETE /token-1',
      'GET /session',
      'GET /token-2/items/7',
    ]);
  });

  test('that the caller gives is used as it is, and never replaced', async () => {
    await tokenService({ works: () => false });
    const client = fixtureClient({ baseUrl: service.baseUrl });
    const { response } = await client.GET('/{session}/items/{id}', {
      params: { path: { session: 'own', id: 7 } },
    });
    expect(response.status).toBe(401);
    expect(service.lines()).toEqual(['GET /own/items/7']);
  });

  test('is fetched again after a failure', async () => {
    let isDown = true;
    service = await startService(({ line }: Received) => {
      if (line !== 'POST /token')
        return { body: 'ok', headers: { 'Content-Type': 'application/json' }, status: 204 };
      return isDown ? { status: 503 } : { body: { access_token: 'fake' } };
    });
    const client = fixtureClient({ baseUrl: service.baseUrl });
    await expect(client.GET('/things')).rejects.toThrow('POST /token: no token came (status 503)');
    isDown = false;
    expect((await client.GET('/things')).response.status).toBe(204);
  });

  test('is replaced for a form with files too, which is sent again as it was', async () => {
    await tokenService({ works: (token) => token !== 'token-1' });
    const client = fixtureClient({ baseUrl: service.baseUrl });
    const body = { name: 'a', scan: new File(['bytes'], 'scan.png'), tags: ['x'] };
    const { response } = await client.POST('/things', { body });
    const forms = service.received.filter(({ line }) => line === 'POST /things');
    expect(response.status).toBe(200);
    expect(
      forms.map(({ body: sent }) => /filename="scan.png"/.test(sent) && /\r\n\["x"\]\r\n/.test(sent)),
    ).toEqual([true, true]);
  });
});
