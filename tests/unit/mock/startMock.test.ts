import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Mock, startMock } from '../../../scripts/mock/startMock.ts';
import { UsageError } from '../../../scripts/model/errors.ts';
import { clinicDocument, reportBytes } from './clinicDocument.ts';

let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ apis: [{ name: 'clinic', document: clinicDocument }] });
});
afterAll(() => mock.close());

const known = { authorization: 'Token fake' };
const asJson = { ...known, 'content-type': 'application/json' };

function call(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${mock.url}${path}`, init);
}

function form(...fields: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

const image = (text: string) => new Blob([text], { type: 'image/jpeg' });

describe('routing', () => {
  test.each([
    ['a literal path before a templated one', '/clinic/scans/latest', 'from the literal path'],
    ['a templated path', '/clinic/scans/7', 'from the template'],
    ['a parameter with a comma', '/clinic/scans/a,b', 'from the template'],
    ['an encoded parameter', '/clinic/scans/a%2Fb', 'from the template'],
  ])('%s', async (_, path, id) => {
    const response = await call(path, { headers: known });
    expect(await response.json()).toEqual({ id });
  });

  test.each([
    ['an unknown API', '/nope/scans', 404, 'APIs: /clinic'],
    ['an unknown path', '/clinic/nope', 404, 'no path /nope'],
    ['a slash too many', '/clinic/scans/', 404, 'no path /scans/'],
    ['broken percent-encoding', '/clinic/scans/%zz', 400, 'percent-encoding'],
  ])('%s', async (_, path, status, says) => {
    const response = await call(path, { headers: known });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status, detail: expect.stringContaining(says) });
  });

  test.each([
    ['/clinic/scans', 'PUT', 'POST, GET'],
    ['/clinic/scans/7', 'POST', 'GET, DELETE'],
    ['/clinic/scans/latest', 'DELETE', 'GET'],
  ])('%s does not know %s', async (path, method, allow) => {
    const response = await call(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  });

  test('OPTIONS says what a path knows', async () => {
    const response = await call('/clinic/scans', { method: 'OPTIONS' });
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'POST, GET']);
  });

  test('HEAD is GET without its content', async () => {
    const response = await call('/clinic/scans/7/report', { method: 'HEAD', headers: known });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(reportBytes.length));
    expect(await response.text()).toBe('');
  });
});

describe('credentials', () => {
  test.each([
    ['none', {}, 401],
    ['another scheme', { authorization: 'Bearer fake' }, 401],
    ['no scheme', { authorization: 'fake' }, 401],
    ['no token', { authorization: 'Token' }, 401],
    ['the right scheme', known, 201],
    ['the right scheme in other letters', { authorization: 'tOKEN fake' }, 201],
  ])('%s', async (_, headers, status) => {
    const body = form(['eye', 'OD'], ['images[]', image('1')]);
    const response = await call('/clinic/scans', { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    if (status === 401) expect(await response.json()).toEqual({ error: 'who are you' });
  });

  test('a problem document where no 401 is described', async () => {
    const response = await call('/clinic/scans/7');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      401,
      'application/problem+json',
    ]);
  });

  test.each([
    ['without', {}],
    ['with', known],
    ['with wrong ones', { authorization: 'Bearer fake' }],
  ])('anonymous calls are welcome, %s credentials', async (_, headers) => {
    expect((await call('/clinic/scans', { headers })).status).toBe(200);
  });
});

describe('JSON', () => {
  const nested = (name: unknown) => JSON.stringify({ name: 'a', next: { name: 'b', next: { name } } });

  test.each([
    ['valid', nested('c'), 200],
    ['a wrong type, three levels down', nested(3), 422],
    ['an undescribed property', '{"name":"a","other":1}', 422],
    ['a required property missing', '{}', 422],
    ['another type', '[]', 422],
    ['null', 'null', 422],
    ['false', 'false', 422],
    ['cut off', '{"name":', 422],
    ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22]), 422],
    ['absent, where it is optional', undefined, 200],
  ])('%s', async (_, body, status) => {
    const response = await call('/clinic/plans', { method: 'PUT', headers: asJson, ...(body && { body }) });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(status === 200 ? { name: 'first' } : { error: 'no plan' });
  });

  test.each([
    ['false', 204],
    ['true', 204],
    ['0', 400],
    ['""', 400],
  ])('%s for a boolean', async (body, status) => {
    expect((await call('/clinic/alarm', { method: 'PUT', headers: asJson, body })).status).toBe(status);
  });

  test('absent, where it is required', async () => {
    const response = await call('/clinic/scans', { method: 'POST', headers: known });
    expect([response.status, await response.json()]).toEqual([400, { error: 'not valid' }]);
  });
});

describe('multipart', () => {
  test.each<[string, [string, string | Blob][], number]>([
    [
      'one file',
      [
        ['eye', 'OD'],
        ['images[]', image('1')],
      ],
      201,
    ],
    [
      'several files',
      [
        ['eye', 'OD'],
        ['images[]', image('1,2')],
        ['images[]', image('3')],
      ],
      201,
    ],
    [
      'a number as text',
      [
        ['eye', 'OD'],
        ['images[]', image('1')],
        ['age', '58'],
      ],
      201,
    ],
    ['no file', [['eye', 'OD']], 400],
    ['a required field missing', [['images[]', image('1')]], 400],
    [
      'not in the enumeration',
      [
        ['eye', 'od'],
        ['images[]', image('1')],
      ],
      400,
    ],
    [
      'text for a number',
      [
        ['eye', 'OD'],
        ['images[]', image('1')],
        ['age', 'old'],
      ],
      400,
    ],
    [
      'a number out of bounds',
      [
        ['eye', 'OD'],
        ['images[]', image('1')],
        ['age', '-1'],
      ],
      400,
    ],
    [
      'a scalar twice',
      [
        ['eye', 'OD'],
        ['eye', 'OS'],
        ['images[]', image('1')],
      ],
      400,
    ],
    [
      'required by a condition, missing',
      [
        ['eye', 'OD'],
        ['images[]', image('1')],
        ['urgent', 'true'],
      ],
      400,
    ],
    [
      'a condition that does not hold',
      [
        ['eye', 'OD'],
        ['images[]', image('1')],
        ['urgent', 'false'],
      ],
      201,
    ],
    [
      'required by a condition',
      [
        ['eye', 'OD'],
        ['images[]', image('1')],
        ['urgent', 'true'],
        ['reason', 'pain'],
      ],
      201,
    ],
  ])('%s', async (_, fields, status) => {
    const response = await call('/clinic/scans', { method: 'POST', headers: known, body: form(...fields) });
    expect(response.status).toBe(status);
  });

  test.each([
    ['no boundary', 'multipart/form-data', '--x'],
    [
      'no end',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="eye"\r\n\r\nOD',
    ],
  ])('malformed: %s', async (_, contentType, body) => {
    const headers = { ...known, 'content-type': contentType };
    expect((await call('/clinic/scans', { method: 'POST', headers, body })).status).toBe(400);
  });

  test('each media type is held against its own schema', async () => {
    const post = (body: string) => call('/clinic/scans', { method: 'POST', headers: asJson, body });
    expect((await post('{"url":"https://clinic.example/1.jpg"}')).status).toBe(201);
    expect((await post('{"eye":"OD","images[]":["1"]}')).status).toBe(400);
  });
});

describe('urlencoded', () => {
  test.each([
    ['valid', 'grant=client_credentials', 200],
    ['a number', 'grant=client_credentials&hours=1.5', 200],
    ['one of an array', 'grant=client_credentials&scopes=a', 200],
    ['two of an array', 'grant=client_credentials&scopes=a&scopes=b', 200],
    ['too many of an array', 'grant=client_credentials&scopes=a&scopes=b&scopes=c', 422],
    ['another constant', 'grant=password', 422],
    ['text for a number', 'grant=client_credentials&hours=many', 422],
    ['an undescribed field', 'grant=client_credentials&other=1', 422],
  ])('%s', async (_, body, status) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    expect((await call('/clinic/tokens', { method: 'POST', headers, body })).status).toBe(status);
  });
});

describe('media types', () => {
  test.each([
    ['an undescribed one', { 'content-type': 'text/csv' }],
    ['none at all', { 'content-type': 'nonsense' }],
    ['a content coding', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ])('%s is refused', async (_, headers) => {
    const init = { method: 'POST', headers: { ...known, ...headers }, body: '{"url":"x"}' };
    expect((await call('/clinic/scans', init)).status).toBe(415);
  });

  test('the content of a DELETE has no meaning', async () => {
    const response = await call('/clinic/scans/7', { method: 'DELETE', headers: asJson, body: '{}' });
    expect([response.status, response.headers.get('content-type')]).toEqual([204, null]);
    expect(response.headers.get('content-length')).toBeNull();
  });
});

describe('parameters', () => {
  test.each([
    ['a list', '/clinic/scans?ids=1&ids=2', {}, 200],
    ['a list with a wrong item', '/clinic/scans?ids=1&ids=b', {}, 422],
    ['a cookie', '/clinic/scans', { cookie: 'a=b; session=5' }, 200],
    ['a wrong cookie', '/clinic/scans', { cookie: 'session=five' }, 422],
    ['a wrong path parameter, 404 being described', '/clinic/scans/seven/report', known, 404],
    ['a path parameter that is too long', '/clinic/scans/abcdef', known, 404],
  ])('%s', async (_, path, headers, status) => {
    expect((await call(path, { headers })).status).toBe(status);
  });
});

describe('answers', () => {
  test('a file comes out as its bytes', async () => {
    const response = await call('/clinic/scans/7/report', { headers: known });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-length')).toBe(String(reportBytes.length));
    expect(bytes).toEqual(Buffer.from(reportBytes, 'latin1'));
  });

  test('fields are the described ones, the length is the true one', async () => {
    const { headers } = await call('/clinic/scans');
    expect(headers.get('x-count')).toBe('1');
    expect(headers.get('content-length')).toBe('10');
    expect(headers.get('transfer-encoding')).toBeNull();
    expect((await call('/clinic/scans/7', { headers: known })).headers.get('deprecation')).toBeNull();
  });

  test.each([
    ['a status', '/clinic/scans/7', 'code=404', 404, { error: 'unknown scan' }],
    ['an example', '/clinic/scans', 'example=none', 200, []],
    ['both', '/clinic/scans/7', 'code=404, example=deletedScan', 404, { error: 'deleted scan' }],
    ['a status of another media type', '/clinic/scans/7/report', 'code=404', 404, { error: 'no report' }],
  ])('%s can be asked for', async (_, path, prefer, status, body) => {
    const accept = path.endsWith('report') ? 'application/pdf' : 'application/json';
    const response = await call(path, { headers: { ...known, prefer, accept } });
    expect([response.status, await response.json()]).toEqual([status, body]);
  });

  test.each([
    ['code=418', 404],
    ['example=nope', 404],
    ['code=404, example=nope', 404],
    ['code=many', 422],
  ])('there is no %s', async (prefer, status) => {
    const response = await call('/clinic/scans/7', { headers: { ...known, prefer } });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json',
    ]);
  });

  test('what is refused is not answered as preferred', async () => {
    const response = await call('/clinic/scans', {
      method: 'POST',
      headers: { ...asJson, prefer: 'code=201' },
      body: '{}',
    });
    expect(response.status).toBe(400);
  });

  test.each([
    ['application/pdf', 200],
    ['application/*;q=0.5, text/html', 200],
    ['text/html', 406],
    ['nonsense', 200],
  ])('to a client that accepts %s', async (accept, status) => {
    const response = await call('/clinic/scans/7/report', { headers: { ...known, accept } });
    expect(response.status).toBe(status);
    if (status === 406) expect(await response.json()).toEqual({ error: 'PDF only' });
  });
});

describe('the server', () => {
  test('nobody is called back', async () => {
    let calls = 0;
    const other = createServer((_, response) => {
      calls += 1;
      response.end();
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const responses = { 200: { description: 'x' } };
    const post = {
      responses,
      callbacks: { done: { [`http://127.0.0.1:${port}/`]: { post: { responses } } } },
    };
    const document = { openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: { '/x': { post } } };
    const calling = await startMock({ apis: [{ name: 'calling', document }] });
    expect((await fetch(`${calling.url}/calling/x`, { method: 'POST' })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await Promise.all([calling.close(), new Promise((resolve) => other.close(resolve))]);
    expect(calls).toBe(0);
  });

  test('a body that is too large is refused, announced or not', async () => {
    const body = Buffer.alloc(33 * 1024 * 1024, ' ');
    const streamed = new ReadableStream({
      start(controller) {
        controller.enqueue(body);
        controller.close();
      },
    });
    for (const init of [{ body }, { body: streamed, duplex: 'half' }]) {
      const response = await call('/clinic/scans', { method: 'POST', headers: asJson, ...init });
      expect([response.status, await response.json()]).toEqual([413, { error: 'too large' }]);
    }
  });

  test('a client that goes away does no harm', async () => {
    const { hostname, port } = new URL(mock.url);
    const socket = connect(Number(port), hostname);
    const head =
      'POST /clinic/scans HTTP/1.1\r\nHost: x\r\nAuthorization: Token x\r\nContent-Length: 9\r\n\r\n{';
    await new Promise<void>((resolve) => socket.write(head, () => resolve()));
    socket.destroy();
    expect((await call('/clinic/scans')).status).toBe(200);
  });

  test('a client that never ends is cut off after its answer', async () => {
    const { hostname, port } = new URL(mock.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write('POST /clinic/scans HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    const timer = setInterval(() => socket.write('1\r\nx\r\n'), 50);
    const received: Buffer[] = [];
    socket.on('data', (chunk) => received.push(chunk));
    // A reset is how it may be cut off, and `once` of node:events would throw it.
    await new Promise((closed) => socket.once('close', closed));
    clearInterval(timer);
    expect(Buffer.concat(received).toString()).toMatch(/^HTTP\/1\.1 401 /);
  }, 5000);

  test('a failure ends one request, not the mock', async () => {
    const document = {
      openapi: '3.1.0',
      info: { title: 'Broken', version: '1' },
      paths: {
        '/': {
          get: {
            responses: {
              // A field cannot hold a line break.
              200: {
                description: 'x',
                headers: { 'X-Bad': { schema: { type: 'string' }, example: 'a\nb' } },
              },
            },
          },
        },
      },
    };
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const broken = await startMock({ apis: [{ name: 'broken', document }] });
    const statuses = [await fetch(`${broken.url}/broken`), await fetch(`${broken.url}/broken`)];
    await broken.close();
    expect(statuses.map(({ status }) => status)).toEqual([500, 500]);
    expect(stderr).toHaveBeenCalledWith(expect.stringMatching(/^GET \/broken\/: TypeError/));
    stderr.mockRestore();
  });

  test('a busy port is said to be busy', async () => {
    const port = Number(new URL(mock.url).port);
    const start = startMock({ apis: [], port });
    await expect(start).rejects.toThrow(UsageError);
    await expect(start).rejects.toThrow(`Port ${port} of 127.0.0.1 is in use.\n`);
  });

  test('several APIs share a port', async () => {
    const apis = ['one', 'two'].map((name) => ({ name, document: clinicDocument }));
    const both = await startMock({ apis });
    const statuses = await Promise.all(apis.map(({ name }) => fetch(`${both.url}/${name}/scans`)));
    await both.close();
    expect(statuses.map(({ status }) => status)).toEqual([200, 200]);
  });
});
