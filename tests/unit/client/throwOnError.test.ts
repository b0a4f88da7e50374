import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { fixtureClient } from './fixtureClient.ts';
import { type Answer, type Service, startService } from './startService.ts';

let service: Service;
afterEach(() => service.close());

async function failure(answer: Answer): Promise<Error & { body: unknown }> {
  service = await startService(({ line }) =>
    line === 'POST /token' ? { body: { access_token: 'fake-token-7' } } : answer,
  );
  const client = fixtureClient({ baseUrl: service.baseUrl });
  return client.GET('/things', { throwOnError: true }).then(
    () => expect.fail('it did not throw'),
    (error) => error,
  );
}

describe('throwOnError', () => {
  test('makes an error of an answer that is no success', async () => {
    const body = { error: 'unknown_case', detail: { patient: 'Pat Example' } };
    const error = await failure({ status: 404, headers: { 'X-Request-Id': 'fake-1' }, body });
    expect(error).toMatchObject({
      name: 'ServiceError',
      message: 'GET /things: the service refused it (status 404, request id fake-1)',
      method: 'GET',
      path: '/things',
      status: 404,
      requestId: 'fake-1',
      body,
    });
  });

  test('shows no patient in a log', async () => {
    const error = await failure({ status: 400, body: { patient: 'Pat Example' } });
    expect(error.body).toEqual({ patient: 'Pat Example' });
    expect(`${inspect(error)} ${JSON.stringify(error)}`).not.toContain('Pat Example');
  });

  test.each<{ answer: Answer; want: unknown }>([
    { answer: { status: 401, body: { error: 'fake-token-7 is old' } }, want: { error: '*** is old' } },
    { answer: { status: 400, body: { seen: ['Bearer fake-token-7'] } }, want: { seen: ['Bearer ***'] } },
    { answer: { status: 500, body: 'trace of fake-token-7' }, want: 'trace of ***' },
  ])('repeats no token that the answer repeats: $answer', async ({ answer, want }) => {
    expect((await failure(answer)).body).toEqual(want);
  });

  test('repeats no credentials of HTTP Basic, encoded as they were sent', async () => {
    service = await startService(({ headers }) => ({ status: 403, body: { seen: headers.authorization } }));
    const client = fixtureClient({
      baseUrl: service.baseUrl,
      credentials: { username: 'dana', password: 'fake-password' },
    });
    const error = await client.GET('/either', { throwOnError: true }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status: 403, body: { seen: '***' } });
  });

  test('tells of a status, where there is no body', async () => {
    const error = await failure({ status: 500 });
    expect(error.message).toBe('GET /things: the service refused it (status 500)');
  });
});

test('a result has its status, be it a success or not', async () => {
  service = await startService(({ line }) => ({ status: line === 'GET /text' ? 200 : 418 }));
  const client = fixtureClient({ baseUrl: service.baseUrl });
  expect([(await client.GET('/text')).status, (await client.GET('/file')).status]).toEqual([200, 418]);
});
