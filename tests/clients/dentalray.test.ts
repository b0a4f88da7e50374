import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDentalrayClient, type DentalrayClient } from '../../generated/dentalray/client.ts';
import { mockOf, type ObservedMock } from './mockOf.ts';

const token = 'fake-token-0001';

let mock: ObservedMock;
let client: DentalrayClient;

beforeAll(async () => {
  mock = await mockOf('dentalray');
});
afterAll(() => mock.close());
beforeEach(() => {
  mock.sent.length = 0;
  client = createDentalrayClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, credentials: { token } });
});

describe('the client of DentalRay', () => {
  test('sends the token, and reads a list', async () => {
    const { data, response } = await client.GET('/worklist');
    expect(response.status).toBe(200);
    expect(data?.[0]).toHaveProperty('id');
    expect(mock.last().headers.get('Authorization')).toBe(`Bearer ${token}`);
  });

  test('logs in without one', async () => {
    const { data } = await client.POST('/auth/login', {
      body: { username: 'dana.example', password: 'fake-password' },
    });
    expect(data?.access_token).toBe(token);
    expect(mock.last().headers.get('Authorization')).toBeNull();
  });

  test('logs in by itself, with the second step, and logs out', async () => {
    const dana = createDentalrayClient({
      baseUrl: mock.baseUrl,
      fetch: mock.fetch,
      credentials: {
        loginUser: { username: 'dana.example', password: 'fake-password-1' },
        async verifyMfaCode(loggedIn) {
          await loggedIn.GET('/auth/mfa/sms');
          return { code: '000000' };
        },
      },
    });
    const { data } = await dana.GET('/auth/me');
    await dana.POST('/auth/logout');
    const { status } = await dana.GET('/worklist');
    expect([data?.username, status]).toEqual(['dana.example', 200]);
    const login = ['POST /auth/login', 'GET /auth/mfa/sms', 'POST /auth/mfa/verify'];
    expect(mock.sent).toEqual([...login, 'GET /auth/me', 'POST /auth/logout', ...login, 'GET /worklist']);
  });

  test('sends the token where the page leaves open whether it is needed', async () => {
    await client.POST('/patient', { body: {} });
    expect(mock.last().headers.get('Authorization')).toBe(`Bearer ${token}`);
  });

  test('uploads a file, with what is known about it nested in the form', async () => {
    const file = new File(['fake bytes'], 'study.dcm');
    const { response } = await client.POST('/media', { body: { file, meta: { is_dicom: true } } });
    const form = await mock.last().formData();
    expect(response.status).toBe(201);
    expect(form.get('meta[is_dicom]')).toBe('1');
    expect(form.get('file')).toBeInstanceOf(File);
  });

  test('downloads a file as bytes, and a QR code as a PNG', async () => {
    const { data } = await client.GET('/media/{media_id}/download', { params: { path: { media_id: 401 } } });
    const { data: code } = await client.GET('/user/{user_id}/qr', { params: { path: { user_id: 11 } } });
    expect(data).toBeInstanceOf(Blob);
    const bytes = new Uint8Array((await code?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect([...bytes.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  test('repeats a list in the query', async () => {
    const query = { 'includes[]': ['roles', 'offices'] };
    const { response } = await client.GET('/user', { params: { query } });
    expect(response.status).toBe(200);
    const sent = new URL(mock.last().url).searchParams;
    expect(sent.getAll('includes[]')).toEqual(['roles', 'offices']);
  });

  test('gives the errors of a refused request by field', async () => {
    // @ts-expect-error: a role needs a name
    const { error, response } = await client.POST('/role', { body: {} });
    expect(response.status).toBe(422);
    expect(error).toHaveProperty('errors');
  });

  test('registers a dentist with an office, and not without', async () => {
    const person = {
      username: 'dana.example',
      email: 'dana@example.com',
      password: 'fake-password-1',
      first_name: 'Dana',
      last_name: 'Example',
    };
    const office = {
      office_name: 'Example Dental',
      office_address_line_1: '1 Example Street',
      office_address_line_2: 'Suite 2',
      office_city: 'Exampleton',
      office_state: 'EX',
      office_zipcode: '00000',
    };
    // TypeScript cannot exclude two words from `string`: that the office is missing shows when it is sent.
    const without = await client.POST('/auth/register', { body: { ...person, role: 'dentist' } });
    const complete = await client.POST('/auth/register', { body: { ...person, ...office, role: 'dentist' } });
    expect([without.response.status, complete.response.status]).toEqual([422, 201]);
  });
});
