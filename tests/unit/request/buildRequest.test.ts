import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { CallError } from '../../../scripts/client/errors.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { buildRequest } from '../../../scripts/request/buildRequest.ts';

type Options = Parameters<typeof buildRequest>[0];

const binary = { type: 'string', format: 'binary' };
const form = {
  schema: {
    properties: {
      name: { type: 'string' },
      tags: { type: 'array', items: { type: 'string' } },
      meta: { type: 'object' },
      photo: binary,
      'scans[]': { type: 'array', items: { $ref: '#/components/schemas/Scan' } },
    },
  },
  encoding: { meta: { contentType: 'application/json' } },
};

const parameter = (name: string, where: string, more: JsonObject = {}) => ({
  name,
  in: where,
  schema: {},
  ...more,
});

const operation = operationOf({
  parameters: [
    parameter('id', 'path', { required: true }),
    parameter('ids', 'query'),
    parameter('flat', 'query', { explode: false }),
    parameter('pipe', 'query', { style: 'pipeDelimited', explode: false }),
    parameter('deep', 'query', { style: 'deepObject' }),
    parameter('X-List', 'header'),
    parameter('X-Pairs', 'header', { explode: true }),
    parameter('sid', 'cookie'),
  ],
  requestBody: {
    content: {
      'application/json': {},
      'application/vnd.fake+json': {},
      'application/x-www-form-urlencoded': form,
      'multipart/form-data': form,
      'text/plain': {},
      'application/pdf': {},
    },
  },
  responses: {
    200: { content: { 'application/json': {}, 'application/pdf': {} } },
    400: { content: { 'application/json': {} } },
  },
});

function operationOf(node: JsonObject): Operation {
  const schemas = { Scan: binary };
  const [read] = apiOf('things', {
    paths: { '/things/{id}': { post: node } },
    components: { schemas },
  }).operations;
  if (!read) throw new Error('There is no operation.');
  return read;
}

function build(inputs: RequestInputs, more: Partial<Options> = {}) {
  const path = { id: 1, ...inputs.path };
  const base = { operation, baseUrl: 'http://127.0.0.1:1/api', placed: [], mode: 'mock' as const };
  return buildRequest({ ...base, ...more, inputs: { ...inputs, path } });
}

describe('the address', () => {
  test.each<[name: string, inputs: RequestInputs, want: string]>([
    ['a path parameter', { path: { id: 'a/b ü' } }, '/things/a%2Fb%20%C3%BC'],
    ['a list', { query: { ids: [1, 'b&c'] } }, '/things/1?ids=1&ids=b%26c'],
    ['a list that is not exploded', { query: { flat: [1, 2] } }, '/things/1?flat=1,2'],
    ['a list with pipes', { query: { pipe: ['a', 'b'] } }, '/things/1?pipe=a%7Cb'],
    ['an object', { query: { deep: { a: 1, b: 2 } } }, '/things/1?deep%5Ba%5D=1&deep%5Bb%5D=2'],
    ['an empty text', { query: { ids: '' } }, '/things/1?ids='],
    ['what is not described', { query: { other: 'x' } }, '/things/1?other=x'],
  ])('%s', async (_, inputs, want) => {
    expect((await build(inputs)).url).toBe(`http://127.0.0.1:1/api${want}`);
  });

  test('a credential in the query comes last', async () => {
    const placed = [{ in: 'query', name: 'key', value: 'a b' } as const];
    const { url } = await build({ query: { ids: 1 } }, { placed });
    expect(url).toMatch(/\?ids=1&key=a%20b$/);
  });

  test.each(['..', '.', ''])('no value climbs or vanishes: "%s"', async (id) => {
    await expect(build({ path: { id } })).rejects.toThrow(CallError);
  });
});

describe('the fields', () => {
  test('every media type that the answers have is accepted, a list is one line, an object its pairs', async () => {
    const header = { 'X-List': [1, 'b'], 'X-Pairs': { R: 1, G: 2 }, 'X-Other': { a: 1 } };
    const { headers, method } = await build({ header, cookie: { sid: 'x', b: 'y' } });
    expect(method).toBe('POST');
    expect(headers).toEqual({
      accept: 'application/json, application/pdf',
      'x-list': '1,b',
      'x-pairs': 'R=1,G=2',
      'x-other': 'a,1',
      cookie: 'sid=x; b=y',
    });
  });

  test('of what has no answer anything is accepted', async () => {
    const { headers } = await build({}, { operation: operationOf({ responses: { 204: {} } }) });
    expect(headers).toEqual({ accept: '*/*' });
  });

  test('credentials go where they are placed', async () => {
    const placed = [
      { in: 'header', name: 'X-Key', value: 'k' },
      { in: 'cookie', name: 'sid', value: 's' },
    ] as const;
    expect((await build({}, { placed: [...placed] })).headers).toMatchObject({
      'x-key': 'k',
      cookie: 'sid=s',
    });
  });

  test.each([
    ['mock', 'code=404, example=one'],
    ['live', undefined],
  ] as const)('a wish goes to a mock only: %s', async (mode, want) => {
    const { headers } = await build({ prefer: { code: '404', example: 'one' } }, { mode });
    expect(headers.prefer).toBe(want);
  });

  test('a method and media types of its own', async () => {
    const { method, headers } = await build({ method: 'PATCH', accept: 'text/csv' });
    expect([method, headers.accept]).toEqual(['PATCH', 'text/csv']);
  });
});

describe('the body', () => {
  const textOf = (body?: Uint8Array) => new TextDecoder('latin1').decode(body);

  test.each<[type: string, body: RequestInputs['body'], want: string]>([
    ['application/json', { a: [1, null, 'ü'] }, '{"a":[1,null,"Ã¼"]}'],
    ['application/json', 'text', '"text"'],
    ['application/vnd.fake+json', [1], '[1]'],
    [
      'application/x-www-form-urlencoded',
      { name: 'a b&c', tags: ['x', 'y'], meta: { k: 1 } },
      'name=a+b%26c&tags=x&tags=y&meta=%7B%22k%22%3A1%7D',
    ],
    ['text/plain', 'ü', 'Ã¼'],
    ['application/pdf', '%PDF-\xff\x00', '%PDF-\xff\x00'],
  ])('%s', async (contentType, body = null, want) => {
    const request = await build({ contentType, body });
    expect(request.headers['content-type']).toBe(contentType);
    expect(textOf(request.body)).toBe(want);
  });

  test('multipart: a part per item, files with their bytes, JSON as text', async () => {
    const body = {
      name: 'ü',
      tags: ['x', 'y'],
      meta: { k: 1 },
      photo: '\xff\xd8',
      'scans[]': ['\x00a', '\x01b'],
    };
    const request = await build({ contentType: 'multipart/form-data', body });
    const sent = new Response(Buffer.from(request.body ?? []), { headers: request.headers });
    const parts = [...(await sent.formData())];
    const read = await Promise.all(
      parts.map(async ([name, value]) =>
        value instanceof File
          ? [name, value.name, Buffer.from(await value.arrayBuffer()).toString('latin1')]
          : [name, value],
      ),
    );
    expect(read).toEqual([
      ['name', 'ü'],
      ['tags', 'x'],
      ['tags', 'y'],
      ['meta', '{"k":1}'],
      ['photo', 'photo.bin', '\xff\xd8'],
      ['scans[]', 'scans-0.bin', '\x00a'],
      ['scans[]', 'scans-1.bin', '\x01b'],
    ]);
    expect(request.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  });

  test('no body, no media type', async () => {
    const request = await build({});
    expect('body' in request || 'content-type' in request.headers).toBe(false);
  });

  test('what a media type cannot carry is told', async () => {
    await expect(build({ contentType: 'text/plain', body: { a: 1 } })).rejects.toThrow(CallError);
    await expect(build({ contentType: 'multipart/form-data', body: 'x' })).rejects.toThrow(CallError);
  });
});
