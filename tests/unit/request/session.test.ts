import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { TransportError, UsageError } from '../../../scripts/model/errors.ts';
import type { Exchange, SentRequest } from '../../../scripts/model/exchange.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { createSession } from '../../../scripts/request/session.ts';
import type { SessionOptions } from '../../../scripts/request/sessionOptions.ts';

const token = { operationId: 'logIn', value: '$response.body#/token' };

const document: JsonObject = {
  paths: {
    '/log-in': {
      post: {
        operationId: 'logIn',
        security: [{ basic: [], key: [] }],
        requestBody: {
          content: {
            'application/json': { example: { client_id: 'example', client_secret: 'example', scope: 'all' } },
          },
        },
      },
    },
    '/{pass}/things': {
      get: {
        operationId: 'listThings',
        parameters: [{ name: 'pass', in: 'path', required: true, schema: {}, 'x-token': token }],
      },
    },
  },
  components: {
    securitySchemes: {
      basic: { type: 'http', scheme: 'basic' },
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      oauth2: { type: 'oauth2', flows: { clientCredentials: {} }, 'x-token': token },
      tls: { type: 'mutualTLS' },
    },
  },
};
const api = apiOf('my-api', document);

const environment = {
  MY_API_USERNAME: 'fake-user',
  MY_API_PASSWORD: 'fake-pass',
  MY_API_X_KEY: 'fake-key',
  MY_API_CLIENT_ID: 'fake-id',
  MY_API_CLIENT_SECRET: 'fake-secret',
};

/** A session whose server answers so, and the requests that reached it. */
function sessionWith(answer: Partial<Exchange>, more: Partial<SessionOptions> = {}) {
  const requests: SentRequest[] = [];
  const session = createSession({
    ...{ api, environment, headers: {}, mode: 'live', baseUrl: 'http://127.0.0.1:1' },
    ...more,
    async send(request) {
      requests.push(request);
      return { request, durationMs: 1, ...answer };
    },
  });
  return { session, requests };
}

function answerOf(status: number, body: unknown): Partial<Exchange> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { response: { status, headers: {}, body: new TextEncoder().encode(text) } };
}

const granted = answerOf(200, { token: 'fake-token' });
const basic = `Basic ${btoa('fake-user:fake-pass')}`;

describe('credentials', () => {
  test.each([
    ['basic', { in: 'header', name: 'Authorization', value: basic }],
    ['key', { in: 'header', name: 'X-Key', value: 'fake-key' }],
    ['oauth2', { in: 'header', name: 'Authorization', value: 'Bearer fake-token' }],
  ])('%s', async (name, want) => {
    expect(await sessionWith(granted).session.credentials([name])).toEqual([want]);
  });

  test('mutual TLS, and what is unknown, put nothing into a request', async () => {
    expect(await sessionWith(granted).session.credentials(['tls', 'unknown'])).toEqual([]);
  });

  test('at a mock they are made up, and the environment is not looked at', async () => {
    const { session } = sessionWith(granted, { mode: 'mock' });
    expect(await session.credentials(['key'])).toEqual([
      { in: 'header', name: 'X-Key', value: 'fake-X-Key' },
    ]);
    expect(session.fields(operation('logIn'))).toEqual({});
  });

  test('one that no request can carry is told without it', async () => {
    const { session } = sessionWith(granted, { environment: { ...environment, MY_API_X_KEY: 'fake\nkey' } });
    const error = await session.credentials(['key']).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(/Correct it in the environment: .*MY_API_X_KEY/);
    expect(String(error)).not.toContain('fake\nkey');
  });
});

function operation(id: string) {
  const found = api.operations.find(({ operationId }) => operationId === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}

describe('a token', () => {
  test('is fetched once, with our credentials in place of the example, and the headers of the run', async () => {
    const { session, requests } = sessionWith(granted, { headers: { 'x-gateway': 'g' } });
    const [first, second] = await Promise.all([
      session.credentials(['oauth2']),
      session.pathTokens(operation('listThings')),
    ]);
    expect([first[0]?.value, second]).toEqual(['Bearer fake-token', { pass: 'fake-token' }]);
    expect(requests).toHaveLength(1);
    const [request] = requests;
    expect(request).toMatchObject({
      method: 'POST',
      url: 'http://127.0.0.1:1/log-in',
      headers: { authorization: basic, 'x-key': 'fake-key', 'x-gateway': 'g' },
    });
    expect(JSON.parse(new TextDecoder().decode(request?.body))).toEqual({
      client_id: 'fake-id',
      client_secret: 'fake-secret',
      scope: 'all',
    });
  });

  test('may be a number', async () => {
    const { session } = sessionWith(answerOf(200, { token: 4711 }));
    expect(await session.pathTokens(operation('listThings'))).toEqual({ pass: '4711' });
  });

  test.each([
    ['401', answerOf(401, 'no'), UsageError, /POST \/log-in gave status 401.\nCheck .* MY_API_CLIENT_ID/],
    [
      '500',
      answerOf(500, 'no'),
      TransportError,
      /^TransportError: POST http:\/\/127.0.0.1:1\/log-in: no token: it gave status 500\n/,
    ],
    ['a redirect', answerOf(302, ''), TransportError, /it gave status 302/],
    [
      'no answer',
      { failure: { code: 'ECONNRESET', message: 'x' } },
      TransportError,
      /it gave no answer \(ECONNRESET\)/,
    ],
    [
      'no token in it',
      answerOf(200, { secret: 'fake-leak' }),
      TransportError,
      /has no token at \$response.body#\/token/,
    ],
    ['an empty one', answerOf(200, { token: '' }), TransportError, /has no token/],
    ['no JSON', answerOf(200, 'fake-leak is your token'), TransportError, /has no token/],
  ])('%s', async (_, answer, kind, message) => {
    const { session } = sessionWith(answer);
    const error = await session.credentials(['oauth2']).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(kind);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toMatch(/fake-(leak|secret|pass|key)/);
  });

  test('of an operation that does not exist', async () => {
    const lost = apiOf('lost', { ...document, paths: {} });
    await expect(sessionWith(granted, { api: lost }).session.credentials(['oauth2'])).rejects.toThrow(
      'x-token of lost names logIn, which it does not have.',
    );
  });
});

test('every secret is known by the variable that stands for it', async () => {
  const { session } = sessionWith(granted);
  await session.credentials(['basic', 'oauth2']);
  expect(Object.fromEntries(session.secrets())).toEqual({
    'fake-user': 'MY_API_USERNAME',
    'fake-pass': 'MY_API_PASSWORD',
    'fake-key': 'MY_API_X_KEY',
    'fake-id': 'MY_API_CLIENT_ID',
    'fake-secret': 'MY_API_CLIENT_SECRET',
    [btoa('fake-user:fake-pass')]: 'MY_API_BASIC',
    'fake-token': 'MY_API_ACCESS_TOKEN',
  });
});
