import { afterEach, describe, expect, test, vi } from 'vitest';
import { credentials, fixtureClient } from './fixtureClient.ts';
import { type Answer, type Service, startService } from './startService.ts';

let service: Service | undefined;
afterEach(async () => {
  vi.unstubAllGlobals();
  await service?.close();
  service = undefined;
});

async function serve(answer: Answer | 'never' = { body: {} }): Promise<Service> {
  service = await startService(({ line }) =>
    line === 'POST /token' ? { body: { access_token: 'fake-token' } } : answer,
  );
  return service;
}

describe('credentials', () => {
  test.each([
    { path: '/things', given: credentials, want: { authorization: 'Bearer fake-token' } },
    { path: '/session', given: credentials, want: { 'x-api-key': 'fake-key' } },
    { path: '/either', given: { username: 'a', password: 'b' }, want: { authorization: 'Basic YTpi' } },
    { path: '/maybe', given: { sid: 'fake-sid' }, want: { cookie: 'sid=fake-sid' } },
    { path: '/maybe', given: {}, want: {} },
    { path: '/file', given: { ...credentials, sid: 'fake-sid', queryKey: 'fake' }, want: {} },
  ])('for $path go where its security says: $want', async ({ path, given, want }) => {
    const { baseUrl, received } = await serve();
    await fixtureClient({ baseUrl, credentials: given }).GET(path);
    const { authorization, cookie, 'x-api-key': key } = received.at(-1)?.headers ?? {};
    expect(JSON.parse(JSON.stringify({ authorization, cookie, 'x-api-key': key }))).toEqual(want);
    expect(received.at(-1)?.line).toBe(`GET ${path}`);
  });

  test('in a query are percent-encoded, after the caller’s own', async () => {
    const { baseUrl, lines } = await serve();
    const client = fixtureClient({ baseUrl, credentials: { queryKey: async () => 'fake&key' } });
    await client.GET('/either', { params: { query: { a: 1 } } });
    expect(lines()).toEqual(['GET /either?a=1&query_key=fake%26key']);
  });

  test.each([
    {
      given: {},
      problem: 'GET /either: it needs credentials, and they lack username and password, or queryKey',
    },
    { given: { queryKey: '' }, problem: 'GET /either: credentials.queryKey is missing or empty' },
    {
      given: { username: 'a', password: () => '' },
      problem: 'GET /either: credentials.password is missing or empty',
    },
  ])('that are missing are an error before anything is sent: $problem', async ({ given, problem }) => {
    const { baseUrl, lines } = await serve();
    await expect(fixtureClient({ baseUrl, credentials: given }).GET('/either')).rejects.toThrow(problem);
    expect(lines()).toEqual([]);
  });

  test('that no header can carry are an error that does not show them', async () => {
    const { baseUrl, lines } = await serve();
    const client = fixtureClient({ baseUrl, credentials: { xApiKey: 'fake-key\n' } });
    const error = await client.GET('/session').catch((reason: Error) => reason);
    expect(error).toMatchObject({ name: 'CallError', method: 'GET', path: '/session' });
    expect(String(error)).not.toContain('fake-key');
    expect(lines()).toEqual([]);
  });

  test('are not shown to middleware on the way out', async () => {
    const { baseUrl, received } = await serve();
    const client = fixtureClient({ baseUrl });
    const seen: (string | null)[] = [];
    client.use({
      onRequest({ request }: { request: Request }) {
        seen.push(request.headers.get('X-API-Key'));
        request.headers.set('X-Trace', 'mine');
      },
    });
    await client.GET('/session');
    expect(seen).toEqual([null]);
    expect(received[0]?.headers).toMatchObject({ 'x-api-key': 'fake-key', 'x-trace': 'mine' });
  });

  test('do not follow a redirect to another host', async () => {
    const elsewhere = await startService(() => ({ body: {} }));
    const { baseUrl } = await serve({ status: 307, headers: { Location: `${elsewhere.baseUrl}/session` } });
    const { response } = await fixtureClient({ baseUrl }).GET('/session');
    await elsewhere.close();
    expect(response.status).toBe(307);
    expect(elsewhere.lines()).toEqual([]);
  });
});

describe('inputs', () => {
  test('are written as the document says', async () => {
    const { baseUrl, received } = await serve();
    const params = { query: { ids: [1, 2] }, header: { 'X-Trace': 'a' }, cookie: { theme: 'dark' } };
    await fixtureClient({ baseUrl }).GET('/things', { params, headers: { 'X-Other': 'b' } });
    expect(received.at(-1)).toMatchObject({
      line: 'GET /things?ids=1,2',
      headers: { 'x-trace': 'a', 'x-other': 'b', cookie: 'theme=dark' },
    });
  });

  test.each([
    { headers: {}, body: { name: 'a' }, want: /^application\/json$/ },
    { headers: {}, body: { scan: new Blob(['a']) }, want: /^multipart\/form-data; boundary=/ },
    {
      headers: { 'content-type': 'multipart/form-data' },
      body: { name: 'a' },
      want: /^multipart\/form-data; boundary=/,
    },
    {
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: { name: 'a' },
      want: /^application\/json; charset=utf-8$/,
    },
  ])('choose their media type: $headers', async ({ headers, body, want }) => {
    const { baseUrl, received } = await serve();
    await fixtureClient({ baseUrl }).POST('/things', { body, headers });
    expect(received.at(-1)?.headers['content-type']).toMatch(want);
  });

  test('may be a stream', async () => {
    const { baseUrl, received } = await serve({ status: 204 });
    const body = new Blob(['a', 'b']).stream();
    await fixtureClient({ baseUrl }).PUT('/upload', { body });
    expect(received[0]).toMatchObject({
      body: 'ab',
      headers: { 'content-type': 'application/octet-stream' },
    });
  });

  test.each([
    { path: '/nothing', init: {}, problem: 'GET /nothing: the document describes no such operation' },
    { path: '/upload', init: {}, problem: 'GET /upload: the document describes no such operation' },
    {
      path: '/{session}/items/{id}',
      init: {},
      problem: 'GET /{session}/items/{id}: the path parameter id is missing',
    },
    {
      path: '/file',
      init: { headers: { 'X-A': 'fake\n1' } },
      problem: 'GET /file: the header X-A cannot carry its value',
    },
  ])('that cannot be sent are an error: $problem', async ({ path, init, problem }) => {
    const { baseUrl, lines } = await serve();
    await expect(fixtureClient({ baseUrl }).GET(path, init)).rejects.toThrow(problem);
    expect(lines()).toEqual([]);
  });
});

describe('answers', () => {
  test.each<{ path: string; answer: Answer; init?: object; want: unknown }>([
    { path: '/things', answer: { body: { a: 1 } }, want: { a: 1 } },
    {
      path: '/things',
      answer: { body: '{"a":1}', headers: { 'Content-Type': 'text/plain' } },
      want: { a: 1 },
    },
    { path: '/things', answer: { body: '' }, want: undefined },
    { path: '/things', answer: { status: 204 }, want: undefined },
    { path: '/text', answer: { body: '{"a":1}' }, want: '{"a":1}' },
    { path: '/file', answer: { body: '%PDF-1.7' }, want: new Blob(['%PDF-1.7']) },
    { path: '/mixed', answer: { body: { a: 1 } }, want: { a: 1 } },
    {
      path: '/mixed',
      answer: { body: 'png', headers: { 'Content-Type': 'image/png' } },
      want: new Blob(['png']),
    },
    { path: '/mixed', answer: { body: 'a', headers: { 'Content-Type': 'text/plain' } }, want: 'a' },
    { path: '/file', answer: { body: 'a' }, init: { parseAs: 'text' }, want: 'a' },
    { path: '/file', answer: { body: 'a' }, init: { parseAs: 'document' }, want: new Blob(['a']) },
    { path: '/text', answer: { body: { a: 1 } }, init: { parseAs: 'document' }, want: '{"a":1}' },
    {
      path: '/text',
      answer: { body: 'a' },
      init: { parseAs: 'arrayBuffer' },
      want: new TextEncoder().encode('a').buffer,
    },
  ])('of $path are read as the document says: $answer', async ({ path, answer, init, want }) => {
    const { baseUrl } = await serve(answer);
    const { data } = await fixtureClient({ baseUrl }).GET(path, init);
    const comparable = (value: unknown) => (value instanceof Blob ? value.text() : value);
    expect(await comparable(data)).toEqual(await comparable(want));
    expect(data instanceof Blob).toBe(want instanceof Blob);
  });

  test('may be left a stream', async () => {
    const { baseUrl } = await serve({ body: 'a' });
    const { data, response } = await fixtureClient({ baseUrl }).GET('/file', { parseAs: 'stream' });
    expect(data).toBe(response.body);
    expect(await response.text()).toBe('a');
  });

  test.each([
    { answer: { status: 400, body: { error: 'bad' } }, want: { error: 'bad' } },
    { answer: { status: 500, body: 'down' }, want: 'down' },
  ])('that are errors come parsed: $answer', async ({ answer, want }) => {
    const { baseUrl } = await serve(answer);
    const { data, error } = await fixtureClient({ baseUrl }).GET('/file');
    expect([data, error]).toEqual([undefined, want]);
  });

  test('that are not the JSON they should be are an error that does not repeat them', async () => {
    const { baseUrl } = await serve({ body: 'Ana Example, born 1968' });
    const error = await fixtureClient({ baseUrl })
      .GET('/things')
      .catch((reason: Error) => reason);
    expect(error).toMatchObject({
      name: 'ServiceError',
      status: 200,
      message: 'GET /things: the response is not JSON',
    });
  });

  test('that do not come are an error that names the operation and no address', async () => {
    const { baseUrl, close } = await serve();
    await close();
    const client = fixtureClient({ baseUrl });
    const params = { path: { session: 'fake-token', id: 7 } };
    const error = await client.GET('/{session}/items/{id}', { params }).catch((reason: Error) => reason);
    expect(error).toMatchObject({
      name: 'ServiceError',
      code: 'ECONNREFUSED',
      message: 'GET /{session}/items/{id}: no answer came (ECONNREFUSED)',
    });
    expect((error as Error).cause).toBeUndefined();
  });

  test('can be waited for no longer than the caller wants, while a token is fetched too', async () => {
    service = await startService(() => 'never');
    const client = fixtureClient({ baseUrl: service.baseUrl });
    const aborted = client.GET('/things', { signal: AbortSignal.timeout(50) });
    await expect(aborted).rejects.toMatchObject({ name: 'TimeoutError' });
    const sent = client.GET('/file', { signal: AbortSignal.timeout(50) });
    await expect(sent).rejects.toMatchObject({ name: 'TimeoutError' });
    const before = client.GET('/things', { signal: AbortSignal.abort() });
    await expect(before).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the base URL', () => {
  test.each([
    ['https://api.example.com', 'https://api.example.com/file'],
    ['https://api.example.com/', 'https://api.example.com/file'],
    ['https://api.example.com/v1/', 'https://api.example.com/v1/file'],
    [undefined, 'https://fixture.example.com/v1/file'],
  ])('%s', async (baseUrl, want) => {
    const sent: string[] = [];
    const fetch = async ({ url }: Request) => {
      sent.push(url);
      return new Response();
    };
    await fixtureClient({ ...(baseUrl && { baseUrl }), fetch }).GET('/file');
    expect(sent).toEqual([want]);
  });

  test('may be relative to the page, and is never the page itself', async () => {
    vi.stubGlobal('location', { href: 'https://page.example.com/app/' });
    const sent: string[] = [];
    const fetch = async ({ url }: Request) => {
      sent.push(url);
      return new Response();
    };
    await fixtureClient({ baseUrl: '/v1', fetch }).GET('/file');
    expect(sent).toEqual(['https://page.example.com/v1/file']);
    expect(() => fixtureClient({ baseUrl: '' })).toThrow('baseUrl is no http or https URL');
  });

  test.each([
    ['', 'baseUrl is no http or https URL'],
    ['/v1', 'baseUrl is no http or https URL'],
    ['ftp://example.com', 'baseUrl is no http or https URL'],
    ['https://fake:secret@example.com', 'baseUrl carries credentials'],
    ['https://example.com?a=1', 'baseUrl has a query or a fragment'],
  ])('may not be %j', (baseUrl, problem) => {
    const create = () => fixtureClient({ baseUrl });
    expect(create).toThrow(problem);
    expect(create).not.toThrow(/secret/);
  });
});
