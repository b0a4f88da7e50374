import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { listenAt } from '../../../scripts/http/listenAt.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { startGateway } from '../../../scripts/workflows/gateway.ts';
import { isHarmless } from '../../../scripts/workflows/isHarmless.ts';

const answers = { responses: { 200: { description: 'Done.' } } };
const source = { operationId: 'createToken', value: '$response.body#/token' };
const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Harbor', version: '1.0.0' },
  paths: {
    '/token': { post: { operationId: 'createToken', ...answers } },
    '/code': { post: { operationId: 'verifyCode', ...answers } },
    '/berths/{id}': {
      get: { operationId: 'getBerth', ...answers },
      delete: { operationId: 'deleteBerth', ...answers },
    },
    '/alarm': { get: { operationId: 'soundAlarm', 'x-effect': 'Wakes everybody.', ...answers } },
  },
  components: {
    securitySchemes: {
      bearer: {
        ...{ type: 'http', scheme: 'bearer' },
        'x-token': { ...source, replacedBy: [{ ...source, operationId: 'verifyCode' }] },
      },
    },
  },
};
const api = apiOf('harbor', document);

const harmless: [operationId: string, isHarmless: boolean][] = [
  ['createToken', true],
  ['verifyCode', true],
  ['getBerth', true],
  ['deleteBerth', false],
  ['soundAlarm', false],
];

test.each(harmless)('without leave to write, whether %s may be asked: %s', (operationId, want) => {
  const operation = api.operations.find((one) => one.operationId === operationId);
  expect(operation && isHarmless(api, operation)).toBe(want);
});

/** A server that answers as it is told, and tells what it was asked. Closed with `await using`. */
async function serve(answer: Parameters<typeof createServer>[1] = (_, response) => response.end('{}')) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['accept-encoding']}`);
    answer?.(request, response);
  });
  return { ...(await listenAt(server)), asked };
}

describe('the gateway', () => {
  const refused: [method: string, path: string][] = [
    ['DELETE', '/berths/1'],
    ['GET', '/alarm'],
    ['GET', '/nowhere'],
    ['PATCH', '/berths/1'],
    ['GET', '/berths/%E0%A4%A'],
  ];
  test.each(refused)('does not pass on %s %s', async (method, path) => {
    await using server = await serve();
    const admits = (operation: Parameters<typeof isHarmless>[1]) => isHarmless(api, operation);
    await using gateway = await startGateway({ api, target: server.url, admits });
    expect((await fetch(`${gateway.url}${path}`, { method })).status).toBe(403);
    expect(server.asked).toEqual([]);
  });

  test('passes on the rest below the base URL, and asks for it uncompressed', async () => {
    await using server = await serve();
    await using gateway = await startGateway({ api, target: `${server.url}/v1`, admits: () => true });
    const response = await fetch(`${gateway.url}/berths/7?all=1`);
    expect([response.status, await response.text()]).toEqual([200, '{}']);
    expect(server.asked).toEqual(['GET /v1/berths/7?all=1 identity']);
  });

  test('leads nobody to another place', async () => {
    await using other = await serve();
    await using server = await serve((_, response) => response.writeHead(302, { location: other.url }).end());
    await using gateway = await startGateway({ api, target: server.url, admits: () => true });
    const response = await fetch(`${gateway.url}/berths/7`);
    expect([response.status, response.headers.get('location')]).toEqual([302, null]);
    expect(other.asked).toEqual([]);
  });

  test('tells where something new is', async () => {
    await using server = await serve((_, response) =>
      response.writeHead(201, { location: '/berths/8' }).end(),
    );
    await using gateway = await startGateway({ api, target: server.url, admits: () => true });
    const response = await fetch(`${gateway.url}/code`, { method: 'POST' });
    expect([response.status, response.headers.get('location')]).toEqual([201, '/berths/8']);
  });

  const hostile: Record<string, Parameters<typeof createServer>[1]> = {
    'a compressed body': (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('0'.repeat(1e6))),
    'a body without end': (_, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(1 << 20))) if (response.destroyed) return;
      };
      response.on('drain', more).on('error', () => undefined);
      more();
    },
    'a broken body': (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    },
    'no answer': (request) => request.destroy(),
  };
  test.each(Object.entries(hostile))('gives no answer where there is %s', async (_, answer) => {
    await using server = await serve(answer);
    await using gateway = await startGateway({ api, target: server.url, admits: () => true });
    await expect(fetch(`${gateway.url}/berths/7`)).rejects.toThrow();
  });
});
