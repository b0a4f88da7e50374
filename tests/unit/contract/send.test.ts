import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createSender, isUnsendable, send } from '../../contract/send.ts';

/** A server that answers so, on a free port; closed with `await using`. */
async function serve(answer: RequestListener) {
  const server = createServer(answer);
  const url = await listen(server);
  return { url, [Symbol.asyncDispose]: () => close(server, () => server.closeAllConnections()) };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function close(server: Server, cut: () => void): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    cut();
  });
}

const get = (url: string) => ({ method: 'GET', url, headers: {} });

test('brings the whole exchange: every value of a repeated header, the bytes as they are', async () => {
  await using server = await serve((request, response) => {
    request.toArray().then((chunks) => {
      response.writeHead(
        201,
        [
          ['X-It', 'a'],
          ['x-it', 'b'],
          ['X-Method', request.method ?? ''],
        ].flat(),
      );
      response.end(Buffer.concat([Buffer.from([0, 255]), ...chunks]));
    });
  });
  const request = {
    method: 'PATCH',
    url: server.url,
    headers: { 'x-a': '1' },
    body: new Uint8Array([7, 128]),
  };
  const { response, failure, durationMs, request: sent } = await send(request);
  expect(failure).toBeUndefined();
  expect(response?.status).toBe(201);
  expect(response?.headers).toMatchObject({ 'x-it': ['a', 'b'], 'x-method': ['PATCH'] });
  expect([...(response?.body ?? [])]).toEqual([0, 255, 7, 128]);
  expect(sent).toBe(request);
  expect(durationMs).toBeGreaterThan(0);
});

test('a redirect is an answer like any other', async () => {
  const paths: string[] = [];
  await using server = await serve(({ url = '' }, response) => {
    paths.push(url);
    response.writeHead(302, { location: '/trap' }).end();
  });
  const { response } = await send(get(`${server.url}/here`));
  expect([response?.status, response?.headers.location]).toEqual([302, ['/trap']]);
  expect(paths).toEqual(['/here']);
});

test('an answer without end is cut off', async () => {
  let isCut = false;
  await using server = await serve((_, response) => {
    const chunk = Buffer.alloc(1024 * 1024);
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more).on('close', () => {
      isCut = true;
    });
    more();
  });
  const { response, failure } = await createSender({ longestBody: 8 * 1024 * 1024 })(get(server.url));
  expect(response).toBeUndefined();
  expect(failure).toEqual({ code: 'TOO_LONG', message: 'sent more than 8 MiB' });
  await expect.poll(() => isCut).toBe(true);
});

test('nobody listening is a failure, not an exception', async () => {
  const server = createTcpServer();
  const url = await listen(server);
  await close(server, () => {});
  const { response, failure } = await send(get(url));
  expect(response).toBeUndefined();
  expect(failure).toEqual({ code: 'ECONNREFUSED', message: 'refused the connection' });
});

test.each([
  [
    'at once',
    'closed the connection without an answer',
    (response: Parameters<RequestListener>[1]) => response.destroy(),
  ],
  [
    'in the middle',
    'closed the connection before its answer was whole',
    (response: Parameters<RequestListener>[1]) => {
      response.writeHead(200, { 'content-length': 100 }).write('half');
      setImmediate(() => response.destroy());
    },
  ],
])('a connection that is lost %s is one as well', async (_, message, answer) => {
  await using server = await serve((_request, response) => void answer(response));
  const exchange = await send(get(server.url));
  expect(exchange.response).toBeUndefined();
  expect(exchange.failure?.code).toMatch(/^(UND_ERR_SOCKET|ECONNRESET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/);
  expect(exchange.failure?.message).toBe(message);
  expect(isUnsendable(exchange)).toBe(false);
});

test.each([
  ['GET', 200],
  ['DELETE', 200],
  ['POST', undefined],
  ['PATCH', undefined],
])(
  'a connection that was closed while it was idle costs a %s nothing that it may not repeat',
  async (method, status) => {
    const server = createTcpServer((socket) => {
      let count = 0;
      socket
        .on('error', () => {})
        .on('data', () => {
          count += 1;
          if (count === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
          else socket.destroy();
        });
    });
    const url = await listen(server);
    const first = await send(get(url));
    // Only a connection that has been idle is used again.
    await setTimeout(50);
    const second = await send({ method, url, headers: {} });
    expect([first.response?.status, second.response?.status]).toEqual([200, status]);
    // The connections of a worker are kept for the next request.
    server.close();
  },
);

test('what is no HTTP is one as well', async () => {
  const server = createTcpServer((socket) => socket.resume().end('220 fake mail server\r\n'));
  const { failure } = await send(get(await listen(server)));
  await close(server, () => {});
  expect(failure?.message).toBe('sent what is not HTTP/1.1');
});

test('a request that cannot be sent is no fault of the server', async () => {
  let count = 0;
  await using server = await serve((_, response) => {
    count += 1;
    response.end();
  });
  const unfit: [string, string][] = [
    ['x-it', 'a\nb'],
    ['x-it', '→'],
    ['bad name', 'x'],
    ['expect', 'x'],
  ];
  for (const [name, value] of unfit) {
    const exchange = await send({ ...get(server.url), headers: { [name]: value } });
    expect(isUnsendable(exchange)).toBe(true);
  }
  expect(count).toBe(0);
});

/** Writes a piece every few milliseconds, for as long as anybody listens. */
function drip(
  socket: { destroyed: boolean; write(text: string): unknown },
  piece: (index: number) => string,
) {
  let index = 0;
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else socket.write(piece(index++));
  }, 20);
}

const impatient = createSender({ patience: 300 });

test.each<[string, string, (index: number) => string]>([
  [
    'its body',
    'did not finish its answer within 0.3 seconds',
    (at) => (at === 0 ? 'HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n' : 'x'),
  ],
  [
    'its chunks',
    'did not finish its answer within 0.3 seconds',
    (at) => (at === 0 ? 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n' : '1\r\nx\r\n'),
  ],
  ['its head', 'did not answer within 0.3 seconds', (at) => (at === 0 ? 'HTTP/1.1 200 OK\r\nX-It: ' : 'x')],
  ['answers that are none', 'did not answer within 0.3 seconds', () => 'HTTP/1.1 103 Early Hints\r\n\r\n'],
])('a server that drips %s is given up', async (_, message, piece) => {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {}).once('data', () => drip(socket, piece));
  });
  const exchange = await impatient(get(await listen(server)));
  server.close();
  expect(exchange.response).toBeUndefined();
  expect(exchange.failure).toEqual({ code: 'TIMEOUT', message });
  expect(exchange.durationMs).toBeLessThan(10_000);
});

test('so is one that never says anything, and it is not asked again', async () => {
  let count = 0;
  await using server = await serve(() => {
    count += 1;
  });
  const { failure } = await impatient(get(server.url));
  expect(failure).toEqual({ code: 'TIMEOUT', message: 'did not answer within 0.3 seconds' });
  expect(count).toBe(1);
});

test('waiting for a free connection is not waiting for the server', async () => {
  const patient = createSender({ patience: 2000 });
  await using server = await serve((_, response) => {
    globalThis.setTimeout(() => response.end('whole'), 900);
  });
  const exchanges = await Promise.all(Array.from({ length: 80 }, () => patient(get(server.url))));
  expect(exchanges.flatMap(({ failure }) => failure ?? [])).toEqual([]);
});

test('content codings are undone', async () => {
  await using server = await serve(({ url = '' }, response) => {
    const body =
      url === '/no' ? Buffer.from('no gzip') : gzipSync(Buffer.alloc(url === '/bomb' ? 20_000 : 20, 'x'));
    response.writeHead(200, { 'content-encoding': url === '/odd' ? 'x-fake' : 'GZip' }).end(body);
  });
  const bounded = createSender({ longestBody: 10_000 });
  const ask = (path: string) => bounded(get(`${server.url}${path}`));
  expect(String((await ask('/')).response?.body)).toBe('x'.repeat(20));
  expect((await ask('/odd')).response?.body.byteLength).not.toBe(20);
  expect((await ask('/no')).failure?.message).toBe('sent a body that is not gzip, although it says so');
  expect((await ask('/bomb')).failure?.message).toBe('sent more than 10000 bytes');
});

test('JSON has a limit of its own: parsed, it takes many times its length', async () => {
  await using server = await serve(({ url = '' }, response) => {
    response.writeHead(200, { 'content-type': url.slice(1) }).end(' '.repeat(20_000));
  });
  const bounded = createSender({ longestBody: 30_000, longestJson: 10_000 });
  const ask = async (type: string) => (await bounded(get(`${server.url}/${type}`))).failure?.message;
  expect(await ask('application/problem+json;charset=utf-8')).toBe('sent more than 10000 bytes');
  expect(await ask('application/pdf')).toBeUndefined();
});

test('a request that is under way can be given up', async () => {
  await using server = await serve(() => {});
  const over = new AbortController();
  const asked = send(get(server.url), over.signal);
  await setTimeout(50);
  over.abort();
  const { failure, response, durationMs } = await asked;
  expect([failure !== undefined, response]).toEqual([true, undefined]);
  expect(durationMs).toBeLessThan(10_000);
});

test('that we were busy ourselves is not the fault of the server', async () => {
  await using server = await serve((_, response) => {
    globalThis.setTimeout(() => response.end('in time'), 50);
  });
  const asked = impatient(get(server.url));
  await setTimeout(20);
  const until = performance.now() + 600;
  while (performance.now() < until);
  const { failure, response } = await asked;
  expect(failure).toBeUndefined();
  expect(String(response?.body)).toBe('in time');
});
