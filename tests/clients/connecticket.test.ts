import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ConnecticketClient, createConnecticketClient } from '../../generated/connecticket/client.ts';
import { mockOf, type ObservedMock } from './mockOf.ts';

const credentials = { apiKey: 'fake-key-0001', apiSecret: 'fake-secret-0001' };

let mock: ObservedMock;
let client: ConnecticketClient;

beforeAll(async () => {
  mock = await mockOf('connecticket');
});
afterAll(() => mock.close());
beforeEach(() => {
  mock.sent.length = 0;
  client = createConnecticketClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, credentials });
});

describe('the client of ConnecTicket', () => {
  test('puts a token that it fetched into the path, and keeps it', async () => {
    const list = await client.GET('/{access_token}/tickets');
    const one = await client.GET('/{access_token}/tickets/{id}', { params: { path: { id: 202 } } });
    const [authorize, ...calls] = mock.sent;
    const [, token] = /^GET \/([^/]+)\/tickets$/.exec(calls[0] ?? '') ?? [];
    expect(list.data?.ticket?.[0]?.id).toEqual(expect.any(Number));
    expect(one.response.status).toBe(200);
    expect(authorize).toBe('GET /authorize');
    expect(token).toMatch(/^fake/);
    expect(calls).toEqual([`GET /${token}/tickets`, `GET /${token}/tickets/202`]);
  });

  test('sends key and secret with every call', async () => {
    await client.GET('/{access_token}/tickets');
    const { headers } = mock.last();
    expect([headers.get('api_key'), headers.get('api_secret')]).toEqual([
      'fake-key-0001',
      'fake-secret-0001',
    ]);
  });

  test('takes a token from the caller instead', async () => {
    await client.GET('/{access_token}/tickets', { params: { path: { access_token: 'fake own/token' } } });
    expect(mock.sent).toEqual(['GET /fake%20own%2Ftoken/tickets']);
  });

  test.each([
    ['undefined', undefined, 'the path parameter id is missing'],
    ['empty', '', 'the path parameter id is empty'],
    ['a dot segment', '..', 'the path parameter id may not be . or ..'],
  ])(
    'throws before it sends anything, a token request included, where an identifier is %s',
    async (_, id, problem) => {
      const path = { id: id as unknown as number };
      const call = client.GET('/{access_token}/tickets/{id}', { params: { path } });
      await expect(call).rejects.toThrow(`GET /{access_token}/tickets/{id}: ${problem}`);
      expect(mock.sent).toEqual([]);
    },
  );
});
