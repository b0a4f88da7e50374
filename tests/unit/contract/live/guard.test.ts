import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOf } from '../../../../scripts/apis/readApi.ts';
import { describedAt } from '../../../contract/live/describedAt.ts';
import { guard } from '../../../contract/live/guard.ts';
import { createSender } from '../../../contract/send.ts';

const token = { operationId: 'logIn', value: '$response.body#/token' };

const api = apiOf('things', {
  paths: {
    '/log-in': { post: { operationId: 'logIn' } },
    '/things': { get: { operationId: 'listThings' }, post: { operationId: 'createThing' } },
    '/things/{id}': { get: { operationId: 'getThing' }, delete: { operationId: 'deleteThing' } },
    '/things/ring': { get: { operationId: 'ringBell', 'x-effect': 'It rings.' } },
    '/bells/{id}': { get: { operationId: 'ringOne', 'x-effect': 'It rings.' } },
    '/bells/count': { get: { operationId: 'countBells' } },
  },
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', 'x-token': token } } },
});

let bytes = 0;
const server = createServer((_, response) => response.end());
server.on('connection', (socket) => socket.on('data', (chunk) => (bytes += chunk.length)));
beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Why a request is not sent; `undefined` where it is. */
async function withheld(request: string, { allowWrites = false, forTokens = false } = {}) {
  const [method = '', address = ''] = request.split(' ');
  const options = { api, baseUrl: `${origin()}/api`, allowWrites, forTokens };
  const send = createSender({ interceptors: [guard(options)] });
  const before = bytes;
  const url = address.startsWith('http') ? address : `${origin()}${address}`;
  const { failure, response } = await send({ method, url, headers: {} });
  expect(response === undefined).toBe(failure !== undefined);
  expect(bytes === before).toBe(failure !== undefined);
  return failure?.message;
}

const writes = 'writes are not allowed: --allow-writes';
const only = 'a server that does not look at the method would do what the path is for: --allow-writes';

describe('what may change something is not sent', () => {
  test.each<[request: string, want: string | undefined]>([
    ['GET /api/things', undefined],
    ['GET /api/things?delete=1', undefined],
    ['HEAD /api/things', undefined],
    ['HEAD /api', undefined],
    ['OPTIONS /api/things/ring', undefined],
    ['GET /api/nowhere', undefined],
    ['POST /api/things', writes],
    ['PUT /api/things/1', writes],
    ['PATCH /api/nowhere', writes],
    ['DELETE /api/things/1', writes],
    ['TRACE /api/things', writes],
    ['POST /api/log-in', writes],
    // Whatever case it belongs to, and however it is spelled.
    ['GET /api/things/ring', writes],
    ['HEAD /api/things/ring', writes],
    ['GET /api/things/%72ing/', writes],
    ['GET /api/Things/RING?x', writes],
    ['GET /api/bells/7', writes],
    ['GET /api/bells/count', undefined],
    ['GET /api/things/7', undefined],
    ['GET /api/log-in', only],
    ['GET /api/Log-In/?x', only],
    ['OPTIONS /api/log-in', undefined],
  ])('%s', async (request, want) => {
    expect(await withheld(request)).toBe(want);
  });

  test.each(['POST /api/things', 'DELETE /api/things/1', 'GET /api/things/ring', 'GET /api/log-in'])(
    '%s, unless that is allowed',
    async (request) => {
      expect(await withheld(request, { allowWrites: true })).toBeUndefined();
    },
  );
});

describe('what fetches a token', () => {
  const other = 'no `x-token` names the operation that should give a token';

  test.each([
    ['POST /api/log-in', undefined],
    ['POST /api/things', other],
    ['DELETE /api/things/1', other],
    ['GET /api/things', other],
  ])('%s', async (request, want) => {
    expect(await withheld(request, { forTokens: true })).toBe(want);
  });
});

test.each([
  'GET http://localhost:1/api/things',
  'GET http://127.0.0.1:1/api/things',
  'GET /apis/things',
  'GET /other',
  'GET /api/../other',
])('%s is not the target, whatever is allowed', async (request) => {
  const reason = 'it would go to another place than the target';
  expect(await withheld(request, { allowWrites: true })).toBe(reason);
  expect(await withheld(request, { forTokens: true })).toBe(reason);
});

test.each([
  ['GET', '/things/ring', 'ringBell'],
  ['GET', '/things/7', 'getThing'],
  ['GET', '/things/', 'listThings'],
  ['GET', '/bells/count', 'countBells'],
  ['DELETE', '/things/%', 'deleteThing'],
  ['PUT', '/things/7', undefined],
  ['GET', '/things/7/8', undefined],
  ['GET', '', undefined],
])('%s %s is %s', (method, path, want) => {
  expect(describedAt(api.operations, { method, path })?.operationId).toBe(want);
});
