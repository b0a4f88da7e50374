import { afterEach, describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { bindClient } from '../../../scripts/client/bindClient.ts';
import { renderClient } from '../../../scripts/generate/client.ts';
import { clientFacts } from '../../../scripts/generate/clientFacts.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import type { FixtureClient } from './fixtureClient.ts';
import { type Service, startService } from './startService.ts';

const done: JsonObject = {
  responses: { '200': { description: 'Done.', content: { 'application/json': {} } } },
};
const takesJson: JsonObject = { requestBody: { content: { 'application/json': { schema: {} } } } };

/** An API whose tokens come from a login, which may have a second step. */
const api = apiOf('portal', {
  openapi: '3.1.0',
  security: [{ user: [] }],
  paths: {
    '/login': { post: { operationId: 'logIn', security: [], ...takesJson, ...done } },
    '/code': { get: { operationId: 'sendCode', 'x-effect': 'Sends a message.', ...done } },
    '/confirm': { post: { operationId: 'confirm', ...takesJson, ...done } },
    '/logout': { post: { operationId: 'logOut', ...done } },
    '/mine': { get: { operationId: 'getMine', ...done } },
  },
  components: {
    securitySchemes: {
      user: {
        type: 'http',
        scheme: 'bearer',
        'x-token': {
          operationId: 'logIn',
          value: '$response.body#/token',
          endedBy: ['logOut'],
          replacedBy: [{ operationId: 'confirm', value: '$response.body#/token' }],
        },
      },
    },
  },
} as JsonObject);

let service: Service;
afterEach(() => service.close());

interface Portal {
  /** What `/confirm` answers. */
  confirmed?: object;
  works?: (token: string) => boolean;
}

async function portal({ confirmed = { token: 'full' }, works = () => true }: Portal = {}): Promise<void> {
  let logins = 0;
  service = await startService(({ line, headers }) => {
    const [, token = ''] = /^Bearer (.+)$/.exec(String(headers.authorization)) ?? [];
    if (line === 'POST /login') {
      logins += 1;
      return { body: { token: `first-${logins}` } };
    }
    if (line === 'POST /confirm') return { body: confirmed };
    return works(token) ? { body: { token } } : { status: 401, body: {} };
  });
}

function client(credentials: object): FixtureClient {
  const options = { baseUrl: service.baseUrl, credentials };
  return bindClient({ facts: clientFacts(api), options });
}

const who = { username: 'dana.example', password: 'fake-password' };

describe('a login', () => {
  test('happens before the first call, once, and its token is kept', async () => {
    await portal();
    const { GET } = client({ logIn: who });
    const answers = await Promise.all([GET('/mine'), GET('/mine')]);
    expect(answers.map(({ data }) => data)).toEqual([{ token: 'first-1' }, { token: 'first-1' }]);
    expect(service.lines()).toEqual(['POST /login', 'GET /mine', 'GET /mine']);
    expect(JSON.parse(service.received[0]?.body ?? '')).toEqual(who);
    expect(service.received[0]?.headers.authorization).toBeUndefined();
  });

  test('may be asked of a user when it is needed, and not before', async () => {
    await portal();
    let asked = 0;
    const logIn = async () => {
      asked += 1;
      return who;
    };
    const { GET, POST } = client({ logIn });
    await POST('/login', { body: who });
    expect(asked).toBe(0);
    await GET('/mine');
    expect(asked).toBe(1);
  });

  test('is followed by its second step, which is given a client that is logged in so far', async () => {
    await portal();
    const confirm = async (held: FixtureClient) => {
      await held.GET('/code');
      return { code: '000000' };
    };
    const { data } = await client({ logIn: who, confirm }).GET('/mine');
    expect(data).toEqual({ token: 'full' });
    expect(service.lines()).toEqual(['POST /login', 'GET /code', 'POST /confirm', 'GET /mine']);
    expect(service.received[1]?.headers.authorization).toBe('Bearer first-1');
    expect(service.received[2]).toMatchObject({
      body: '{"code":"000000"}',
      headers: { authorization: 'Bearer first-1' },
    });
  });

  test('keeps its token where the second step gives none: it has become good for more', async () => {
    await portal({ confirmed: {} });
    const { data } = await client({ logIn: who, confirm: { code: '1' } }).GET('/mine');
    expect(data).toEqual({ token: 'first-1' });
  });

  test('happens again after a logout, and after a token that is refused', async () => {
    await portal({ works: (token) => token !== 'first-2' });
    const { GET, POST } = client({ logIn: who });
    await GET('/mine');
    await POST('/logout');
    const { data } = await GET('/mine');
    expect(data).toEqual({ token: 'first-3' });
    expect(service.lines().filter((line) => line === 'POST /login')).toHaveLength(3);
  });

  test('is not needed by who has a token', async () => {
    await portal();
    const { data } = await client({ token: 'own', logIn: who }).GET('/mine');
    expect([data, service.lines()]).toEqual([{ token: 'own' }, ['GET /mine']]);
  });

  test('that fails is an error without the password, even where the answer repeats it', async () => {
    service = await startService(({ body }) => ({
      status: 422,
      headers: { 'X-Request-Id': 'fake-request-1' },
      body: { message: `No such user: ${body}`, errors: { password: ['fake-password is wrong'] } },
    }));
    const error = await client({ logIn: who })
      .GET('/mine')
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'ServiceError',
      message: 'POST /login: no token came (status 422, request id fake-request-1)',
      status: 422,
      requestId: 'fake-request-1',
      body: { errors: { password: ['*** is wrong'] } },
    });
    expect(JSON.stringify((error as { body: unknown }).body)).not.toContain('fake-password');
  });

  test('that fails leaves words be that are no secrets', async () => {
    service = await startService(() => ({ status: 400, body: { error: 'a user is needed', code: 'x' } }));
    const error = await client({ logIn: { username: 'a', password: 'x' } })
      .GET('/mine')
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      message: 'POST /login: no token came (status 400)',
      body: { error: 'a user is needed', code: 'x' },
    });
  });

  test('is told of where credentials are missing', async () => {
    await portal();
    await expect(client({}).GET('/mine')).rejects.toThrow('they lack token (or logIn)');
  });

  test('is typed by the operations that it consists of', () => {
    const text = renderClient(api);
    expect(text).toContain(`export type PortalCredentials = {
  token: Credential;
} | {
  logIn: Given<RequestBodyOf<paths['/login']['post']>>;
  confirm?: Given<RequestBodyOf<paths['/confirm']['post']>, [client: PortalClient]>;
};`);
  });
});
