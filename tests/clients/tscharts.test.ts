import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTschartsClient, type TschartsClient } from '../../generated/tscharts/client.ts';
import { mockOf, type ObservedMock } from './mockOf.ts';

const image = { type: 'Headshot', clinic: 12, station: 3, patient: 1001, data: 'ZmFrZQ==' } as const;

let mock: ObservedMock;
let client: TschartsClient;

beforeAll(async () => {
  mock = await mockOf('tscharts');
});
afterAll(() => mock.close());
beforeEach(() => {
  const token = async () => 'fake-token-0001';
  client = createTschartsClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, credentials: { token } });
});

describe('the client of TSCharts', () => {
  test('lists images, with the token after the word Token', async () => {
    const { data } = await client.GET('/image/', { params: { query: { patient: 1001, type: 'Headshot' } } });
    expect(data).toEqual([5001, 5004]);
    expect(mock.sent.at(-1)).toBe('GET /image/?patient=1001&type=Headshot');
    expect(mock.last().headers.get('Authorization')).toBe('Token fake-token-0001');
  });

  test('creates an image from JSON', async () => {
    const { data } = await client.POST('/image/', { body: image });
    expect(data?.id).toBe(5001);
    expect(mock.last().headers.get('Content-Type')).toBe('application/json');
  });

  test('reads and deletes an image', async () => {
    const params = { path: { id: 5001 } };
    const read = await client.GET('/image/{id}/', { params });
    const deleted = await client.DELETE('/image/{id}/', { params });
    expect(read.data).toMatchObject({ id: 5001, type: 'Headshot' });
    expect(deleted.response.status).toBe(200);
    expect(mock.sent.slice(-2)).toEqual(['GET /image/5001/', 'DELETE /image/5001/']);
  });

  test('leaves an error without a body undefined', async () => {
    const params = { path: { id: 5001 } };
    const { data, error, response } = await client.GET('/image/{id}/', {
      params,
      headers: { Prefer: 'code=404' },
    });
    expect([data, error ?? '', response.ok]).toEqual([undefined, '', false]);
  });
});
