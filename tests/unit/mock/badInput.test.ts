import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Mock, startMock } from '../../../scripts/mock/startMock.ts';
import { clinicDocument } from './clinicDocument.ts';
import { harborDocument } from './memory/harborDocument.ts';

let mock: Mock;

beforeAll(async () => {
  const apis = [
    { name: 'clinic', document: clinicDocument },
    { name: 'harbor', document: harborDocument },
  ];
  mock = await startMock({ apis, stateful: true });
  await fetch(`${mock.url}/harbor/sailors`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"slug":"max","name":"Max"}',
  });
});
afterAll(() => mock.close());

const mebibyte = 1024 * 1024;

function open(): Socket {
  const { hostname, port } = new URL(mock.url);
  return connect({ host: hostname, port: Number(port), allowHalfOpen: true }).on('error', () => {});
}

/** Everything that comes back, until the other side ends or breaks off. */
function everything(socket: Socket): Promise<string> {
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
  });
  return new Promise((resolve) => {
    socket.once('end', () => resolve(received)).once('close', () => resolve(received));
  });
}

async function exchange(bytes: string | Buffer): Promise<string> {
  const socket = open();
  const received = everything(socket);
  socket.end(bytes);
  const text = await received;
  socket.destroy();
  return text;
}

const statusesIn = (text: string) =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));

function message(
  line: string,
  { headers = [], body = '' }: { headers?: string[]; body?: string | Buffer } = {},
): Buffer {
  const content = Buffer.from(body);
  const length = content.length > 0 ? [`Content-Length: ${content.length}`] : [];
  const head = [`${line} HTTP/1.1`, 'Host: x', 'Authorization: Token fake', ...headers, ...length].join(
    '\r\n',
  );
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), content]);
}

const json = ['Content-Type: application/json'];
const last = ['Connection: close'];

/** It answers, and what another has created is still there, and nothing else. */
async function isAlive(): Promise<void> {
  expect((await fetch(`${mock.url}/clinic/scans`)).status).toBe(200);
  const sailors = await (await fetch(`${mock.url}/harbor/sailors`)).json();
  expect((sailors as { slug: string }[]).map(({ slug }) => slug)).toEqual(['kim', 'lee', 'max']);
}

describe('a whole request that is bad', () => {
  test.each<[string, Buffer, number]>([
    ['malformed percent-encoding in the path', message('GET /clinic/scans/%E0%A4%A'), 400],
    ['percent-encoding of no UTF-8 in the path', message('GET /clinic/scans/%ff'), 400],
    ['malformed percent-encoding in the API name', message('GET /%zz/scans'), 404],
    ['malformed percent-encoding in the query', message('GET /clinic/scans?ids=%zz'), 422],
    ['a NUL in the path', message('GET /clinic/scans/%00'), 200],
    ['bytes above ASCII in the target', message('GET /clinic/nope\xff'), 400],
    ['a path out of the API', message('GET /clinic/../../etc/passwd'), 404],
    ['the target of a proxy', message('GET http://other.example/clinic/scans'), 200],
    ['no path at all', message('OPTIONS *'), 404],
    ['a duplicate scalar parameter', message('GET /clinic/scans?ids=1&ids=2&ids=x'), 422],
    ['a million-fold parameter', message(`GET /clinic/scans?${'a&'.repeat(7000)}`), 200],
    [
      'a parameter called __proto__',
      message('GET /clinic/scans?__proto__=1&constructor=2&__proto__[x]=3'),
      200,
    ],
    ['a duplicate header', message('GET /clinic/scans/7', { headers: ['Authorization: Token other'] }), 200],
    ['a duplicate cookie', message('GET /clinic/scans', { headers: ['Cookie: session=1; session=x'] }), 200],
    ['a preference that is none', message('GET /clinic/scans', { headers: ['Prefer: ;;=,,code'] }), 422],
    [
      '10,000 nested arrays',
      message('PUT /clinic/plans', { headers: json, body: '['.repeat(10_000) + ']'.repeat(10_000) }),
      422,
    ],
    [
      '10,000 arrays that are not closed',
      message('PUT /clinic/plans', { headers: json, body: '['.repeat(10_000) }),
      422,
    ],
    [
      '10,000 nested objects of a schema that refers to itself',
      message('PUT /clinic/plans', {
        headers: json,
        body: `${'{"name":"a","next":'.repeat(10_000)}{"name":"b"}${'}'.repeat(10_000)}`,
      }),
      422,
    ],
    [
      'invalid UTF-8 in JSON',
      message('PUT /clinic/plans', { headers: json, body: Buffer.from('{"name":"\xc3\x28"}', 'latin1') }),
      422,
    ],
    [
      'invalid UTF-8 in a form',
      message('POST /clinic/tokens', {
        headers: ['Content-Type: application/x-www-form-urlencoded'],
        body: Buffer.from('grant=\xff%ff', 'latin1'),
      }),
      422,
    ],
    [
      'a member called __proto__',
      message('PUT /clinic/plans', { headers: json, body: '{"name":"a","__proto__":{"x":1}}' }),
      422,
    ],
    [
      'a duplicate member',
      message('PUT /clinic/plans', { headers: json, body: '{"name":1,"name":"a"}' }),
      200,
    ],
    [
      'a number beyond all bounds',
      message('PUT /clinic/plans', { headers: json, body: '{"name":1e999}' }),
      422,
    ],
    [
      'a part whose head never ends',
      message('POST /clinic/scans', {
        headers: ['Content-Type: multipart/form-data; boundary=x'],
        body: `--x\r\nContent-Disposition: form-data; name="${'a'.repeat(100_000)}`,
      }),
      400,
    ],
    [
      '10,000 parts',
      message('POST /clinic/scans', {
        headers: ['Content-Type: multipart/form-data; boundary=x'],
        body: `${'--x\r\nContent-Disposition: form-data; name="eye"\r\n\r\nOD\r\n'.repeat(10_000)}--x--\r\n`,
      }),
      400,
    ],
    [
      '10,000 nested names of a form',
      message('POST /clinic/tokens', {
        headers: ['Content-Type: application/x-www-form-urlencoded'],
        body: `grant${'[a]'.repeat(10_000)}=1`,
      }),
      422,
    ],
    [
      'a media type without end',
      message('PUT /clinic/plans', { headers: [`Content-Type: ${'a'.repeat(8000)}`], body: '{}' }),
      415,
    ],
  ])('%s is answered', async (_, bytes, status) => {
    const text = await exchange(Buffer.concat([bytes]));
    expect(statusesIn(text)).toEqual([status]);
    await isAlive();
  });
});

describe('what is no HTTP', () => {
  test.each<[string, string | Buffer, number[]]>([
    ['garbage', '\x16\x03\x01\x02\x00 hello\r\n\r\n', [400]],
    ['a huge header', message('GET /clinic/scans', { headers: [`X-Huge: ${'a'.repeat(64 * 1024)}`] }), [431]],
    [
      'very many headers',
      message('GET /clinic/scans', { headers: Array.from({ length: 5000 }, (_, n) => `X-${n}: a`) }),
      [431],
    ],
    ['a huge target', message(`GET /clinic/scans?${'a'.repeat(64 * 1024)}`), [431]],
    ['a header with a line break inside', message('GET /clinic/scans', { headers: ['X-A: a\rb'] }), [400]],
    ['two lengths', message('PUT /clinic/plans', { headers: ['Content-Length: 5'], body: '{}' }), [400]],
    [
      'a length and chunks',
      message('PUT /clinic/plans', { headers: ['Transfer-Encoding: chunked'], body: '{}' }),
      [400],
    ],
    ['a length that is none', message('PUT /clinic/plans', { headers: ['Content-Length: many'] }), [400]],
    [
      'a request, then garbage',
      Buffer.concat([message('GET /clinic/scans'), Buffer.from('garbage\r\n\r\n')]),
      // A lone 400 would be taken for the answer to the request.
      [200, 400],
    ],
    [
      'three requests at once',
      Buffer.concat([
        message('GET /clinic/scans'),
        message('GET /clinic/nope'),
        message('GET /clinic/scans', { headers: last }),
      ]),
      [200, 404, 200],
    ],
  ])('%s', async (_, bytes, statuses) => {
    expect(statusesIn(await exchange(bytes))).toEqual(statuses);
    await isAlive();
  });
});

describe('connections that end in the middle', () => {
  const whole = message('PUT /clinic/plans', { headers: json, body: '{"name":"a"}' });

  test('one that is closed on one side gets its answer', async () => {
    expect(statusesIn(await exchange(whole))).toEqual([200]);
  });

  test.each([
    ['in the head', 60],
    ['in the content', 6],
  ])('one that is closed on one side %s is given up', async (_, missing) => {
    const text = await exchange(whole.subarray(0, whole.length - missing));
    expect(statusesIn(text).every((status) => status === 400)).toBe(true);
    await isAlive();
  });

  test('a hundred that are broken off leave others alone', async () => {
    const sockets = Array.from({ length: 100 }, open);
    for (const [index, socket] of sockets.entries()) {
      socket.write(whole.subarray(0, 1 + ((index * 7) % whole.length)), () => socket.resetAndDestroy());
    }
    const others = await Promise.all(
      Array.from({ length: 20 }, () => exchange(message('GET /clinic/scans', { headers: last }))),
    );
    expect(others.flatMap(statusesIn)).toEqual(Array.from({ length: 20 }, () => 200));
  });
});

test('a gibibyte in chunks is cut at the limit, in bounded memory', async () => {
  const socket = open();
  const received = everything(socket);
  const head = ['Transfer-Encoding: chunked', ...json];
  socket.write(message('POST /clinic/scans', { headers: head }));
  const chunk = Buffer.concat([
    Buffer.from(`${mebibyte.toString(16)}\r\n`),
    Buffer.alloc(mebibyte, ' '),
    Buffer.from('\r\n'),
  ]);
  const before = process.memoryUsage();
  let [sent, most] = [0, 0];
  let isOpen = true;
  socket.once('close', () => {
    isOpen = false;
  });
  while (isOpen && sent < 1024) {
    const isFull = !socket.write(chunk);
    sent += 1;
    const { external, heapUsed } = process.memoryUsage();
    most = Math.max(most, external + heapUsed - before.external - before.heapUsed);
    if (isFull) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), received]);
    if (socket.destroyed) break;
  }
  expect(statusesIn(await received)).toEqual([413]);
  expect(sent).toBeLessThan(128);
  expect(most).toBeLessThan(160 * mebibyte);
  socket.destroy();
  await isAlive();
}, 30_000);
