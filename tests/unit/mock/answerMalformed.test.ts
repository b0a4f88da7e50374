import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerMalformed } from '../../../scripts/mock/answerMalformed.ts';
import type { AnsweredRequest } from '../../../scripts/mock/control/answeredRequest.ts';
import { requestLine } from '../../../scripts/mock/control/requestLine.ts';
import { type Mock, startMock } from '../../../scripts/mock/startMock.ts';
import { clinicDocument } from './clinicDocument.ts';

const apis = [{ name: 'clinic', document: clinicDocument }];
let mock: Mock;
let told: AnsweredRequest[] = [];

beforeAll(async () => {
  mock = await startMock({ apis, onAnswer: (answered) => told.push(answered) });
});
beforeEach(() => {
  told = [];
});
afterAll(() => mock.close());

function open(url: string): Socket {
  const { hostname, port } = new URL(url);
  return connect({ host: hostname, port: Number(port) }).on('error', () => {});
}

/** Everything that comes back until the other side ends. */
function everything(socket: Socket): Promise<string> {
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
  });
  return new Promise((resolve) => socket.once('close', () => resolve(received)));
}

function exchange(bytes: string, url = mock.url): Promise<string> {
  const socket = open(url);
  socket.write(bytes);
  return everything(socket);
}

const head = 'Host: x\r\nAuthorization: Token secret\r\n';
const chunked = `${head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n`;

describe.each<[string, string, Partial<AnsweredRequest>]>([
  ['no HTTP', 'secret secret\r\n\r\n', { status: 400, refused: 'malformed-http' }],
  [
    'a huge header',
    `GET /clinic/secret HTTP/1.1\r\n${head}X-Huge: ${'secret'.repeat(10_000)}\r\n\r\n`,
    { status: 431, refused: 'headers-too-large' },
  ],
  [
    'a chunk that is none',
    `PUT /clinic/plans HTTP/1.1\r\n${chunked}\r\nsecret\r\n`,
    { status: 400, refused: 'malformed-http' },
  ],
  [
    'a chunk with huge extensions',
    `PUT /clinic/plans HTTP/1.1\r\n${chunked}\r\n1;${'secret'.repeat(10_000)}\r\n`,
    { status: 413, refused: 'too-large' },
  ],
])('%s', (_, bytes, want) => {
  test('is answered once, the connection is closed, and no value of it is told', async () => {
    const text = await exchange(bytes);
    const [first = '', body = ''] = text.split('\r\n\r\n');
    expect(first).toMatch(new RegExp(`^HTTP/1\\.1 ${want.status} `));
    expect(first).toMatch(/^connection: close$/m);
    expect(first).toMatch(/^date: \w{3}, .* GMT\r$/m);
    const length = Number(/^content-length: (\d+)\r$/m.exec(first)?.[1]);
    expect(JSON.parse(body)).toMatchObject({ status: want.status, detail: expect.stringMatching(/\.$/) });
    expect(Buffer.byteLength(body)).toBe(length);
    expect(told).toEqual([{ method: '-', path: '/***', durationMs: 0, ...want }]);
    expect(text + told.map(requestLine).join()).not.toContain('secret');
    expect((await fetch(`${mock.url}/clinic/scans`)).status).toBe(200);
  });
});

const statusesIn = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status);

test('a request that came before gets its own answer first, were it late', async () => {
  const slow = await startMock({ apis, delayMs: 50, onAnswer: (answered) => told.push(answered) });
  const text = await exchange(`GET /clinic/scans HTTP/1.1\r\n${head}\r\nsecret\r\n\r\n`, slow.url);
  await slow.close();
  expect(statusesIn(text)).toEqual(['200', '400']);
  expect(told.map(({ status }) => status)).toEqual([200, 400]);
});

test('a request that was refused by its head has its answer, whatever its content is', async () => {
  const socket = open(mock.url);
  const received = everything(socket);
  socket.write(`PUT /clinic/plans HTTP/1.1\r\n${chunked.replace('Token', 'Nothing')}\r\n`);
  await vi.waitFor(() => expect(told).toHaveLength(1));
  socket.write('secret\r\n');
  expect(statusesIn(await received)).toEqual(['401']);
  expect(told.map(({ status }) => status)).toEqual([401]);
});

test('a request that never ends is told so', async () => {
  const server = createServer({ headersTimeout: 60, requestTimeout: 60, connectionsCheckingInterval: 20 });
  answerMalformed(server, (answered) => told.push(answered));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const text = await exchange('GET /clinic/scans HTTP/1.1\r\nHost: x', `http://127.0.0.1:${port}`);
  server.close();
  expect(statusesIn(text)).toEqual(['408']);
  expect(told.map(({ refused }) => refused)).toEqual(['timeout']);
});

test('a client that goes on sending has time to read its answer, and is left then', async () => {
  const { hostname, port } = new URL(mock.url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true }).on('error', () => {});
  const received = everything(socket);
  const timer = setInterval(() => socket.write('secret\r\n\r\n'), 5);
  await new Promise((done) => socket.once('data', done));
  const answeredAt = performance.now();
  expect(statusesIn(await received)).toEqual(['400']);
  expect(performance.now() - answeredAt).toBeGreaterThan(500);
  clearInterval(timer);
  expect(told).toHaveLength(1);
});

test('a client that is gone is neither answered nor told of', async () => {
  const socket = open(mock.url);
  await new Promise<void>((done) => socket.write('GET /clinic/scans HTTP/1.1\r\nHo', () => done()));
  socket.resetAndDestroy();
  await exchange('secret\r\n\r\n');
  expect(told.map(({ status }) => status)).toEqual([400]);
});

test('a listener that throws takes no mock down', async () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const onAnswer = () => {
    throw new Error('not listening');
  };
  const deaf = await startMock({ apis, onAnswer });
  expect(statusesIn(await exchange('secret\r\n\r\n', deaf.url))).toEqual(['400']);
  await deaf.close();
  expect(stderr).toHaveBeenCalledWith(expect.stringContaining('Error: not listening'));
  stderr.mockRestore();
});
