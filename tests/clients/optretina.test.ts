import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOptretinaClient, type OptretinaClient } from '../../generated/optretina/client.ts';
import { mockOf, type ObservedMock } from './mockOf.ts';

const credentials = { clientId: 'fake-client-0001', clientSecret: 'fake-secret-0001' };
const image = (eye: string) =>
  new File([`fake image bytes, ${eye} eye`], `${eye}.jpg`, { type: 'image/jpeg' });

let mock: ObservedMock;
let client: OptretinaClient;

beforeAll(async () => {
  mock = await mockOf('optretina');
});
afterAll(() => mock.close());
beforeEach(() => {
  mock.sent.length = 0;
  client = createOptretinaClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, credentials });
});

describe('the client of OPTretina', () => {
  test('fetches a token first, and keeps it', async () => {
    const { data, response } = await client.GET('/cases');
    await client.GET('/centers');
    expect(response.status).toBe(200);
    expect(data?.[0]).toMatchObject({ id: 7001, first_name: 'Ana' });
    expect(mock.sent).toEqual(['POST /authorize', 'GET /cases', 'GET /centers']);
    expect(mock.last().headers.get('Authorization')).toBe('Bearer fake-token-0001');
  });

  test('asks for the token with a form, and without a token', async () => {
    const { data } = await client.POST('/authorize', {
      body: { grant_type: 'client_credentials', client_id: 'fake-client-0001', client_secret: 'fake&secret' },
    });
    expect(data?.access_token).toBe('fake-token-0001');
    expect(mock.sent).toEqual(['POST /authorize']);
    expect(mock.last().headers.get('Authorization')).toBeNull();
    expect(mock.last().headers.get('Content-Type')).toBe('application/x-www-form-urlencoded');
    expect(await mock.last().text()).toBe(
      'grant_type=client_credentials&client_id=fake-client-0001&client_secret=fake%26secret',
    );
  });

  test('sends several images, a part each', async () => {
    const { data, response } = await client.POST('/cases', {
      body: { first_name: 'Ana', age: 58, od_iop: 15.5, 'images[]': [image('right'), image('left')] },
    });
    const form = await mock.last().formData();
    const parts = form.getAll('images[]').map((part) => part instanceof File && [part.name, part.type]);
    expect(response.status).toBe(201);
    expect(data?.id).toBe(7001);
    expect(parts).toEqual([
      ['right.jpg', 'image/jpeg'],
      ['left.jpg', 'image/jpeg'],
    ]);
    expect(Object.fromEntries(form)).toMatchObject({ first_name: 'Ana', age: '58', od_iop: '15.5' });
  });

  test('sends JSON where the caller asks for it', async () => {
    const { response } = await client.POST('/cases', {
      body: { first_name: 'Ana' },
      headers: { 'Content-Type': 'application/json' },
    });
    expect(response.status).toBe(201);
    expect(mock.last().headers.get('Content-Type')).toBe('application/json');
    expect(await mock.last().json()).toEqual({ first_name: 'Ana' });
  });

  test('refuses to send an image as JSON', async () => {
    const call = client.POST('/cases', {
      body: { 'images[]': [image('right')] },
      headers: { 'Content-Type': 'application/json' },
    });
    await expect(call).rejects.toThrow('POST /cases: a file cannot be sent as JSON');
  });

  test('sends a urlencoded form', async () => {
    const { data } = await client.POST('/change-center', { body: { center_id: 31 } });
    expect(data).toEqual({ id: 31, name: 'Example Eye Center North' });
    expect(await mock.last().text()).toBe('center_id=31');
  });

  test('gives a report as the bytes of a PDF', async () => {
    const { data } = await client.GET('/cases/report/{id}', { params: { path: { id: 7001 } } });
    expect(await data?.slice(0, 5).text()).toBe('%PDF-');
  });

  test('gives an error as the document describes it', async () => {
    const { data, error, response } = await client.GET('/cases', { headers: { Prefer: 'code=401' } });
    expect(response.status).toBe(401);
    expect(data).toBeUndefined();
    expect(error).toMatchObject({ error: expect.any(String) });
  });
});
