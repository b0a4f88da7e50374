import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleDocument } from '../../../scripts/apis/bundleDocument.ts';
import { credentialNames } from '../../../scripts/apis/credentialNames.ts';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { apiOf, readApi, readApiFile } from '../../../scripts/apis/readApi.ts';
import { DocumentError, UsageError } from '../../../scripts/model/errors.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';

/** A temporary folder with these files; removed with `await using`. */
async function folderOf(files: Record<string, string>) {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'apis-')));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}

describe('an API', () => {
  test('of an empty document has nothing', () => {
    const document = {};
    expect(apiOf('a', document)).toEqual({
      ...{ name: 'a', title: 'a', version: '', serverUrl: '', document },
      ...{ operations: [], securitySchemes: [] },
    });
  });

  test.each([
    [{ url: 'https://example.com/v1' }, 'https://example.com/v1'],
    [
      { url: 'https://{host}/{v}/{x}', variables: { host: { default: 'example.com' }, v: { default: 2 } } },
      'https://example.com//{x}',
    ],
  ])('its address: %j', (server, want) => {
    expect(apiOf('a', { servers: [server, { url: '/other' }] as JsonObject[] }).serverUrl).toBe(want);
  });

  test('what is malformed is left out, what is there is read', () => {
    const api = apiOf('a', {
      paths: {
        'x-note': { get: {} },
        '/a': {
          get: { operationId: 'one' },
          GET: {},
          'x-get': {},
          head: { tags: ['T', 'U'] },
          parameters: 'none',
        },
        '/b': null,
        '/c': { $ref: '#/paths/~1a' },
        '/d': { $ref: '#/nowhere' },
      },
    });
    expect(
      api.operations.map(({ operationId, method, path, tag, pointer, usage }) => [
        operationId,
        method,
        path,
        tag,
        pointer,
        usage,
      ]),
    ).toEqual([
      ['one', 'GET', '/a', 'default', '/paths/~1a/get', '/paths/~1a/get'],
      ['HEAD /a', 'HEAD', '/a', 'T', '/paths/~1a/head', '/paths/~1a/head'],
      ['one', 'GET', '/c', 'default', '/paths/~1a/get', '/paths/~1c/get'],
      ['HEAD /c', 'HEAD', '/c', 'T', '/paths/~1a/head', '/paths/~1c/head'],
    ]);
  });

  test('parameters: those of the path that are not replaced, without the ignored ones', () => {
    const parameter = (name: string, where: string, more: JsonObject = {}) => ({ name, in: where, ...more });
    const [operation] = apiOf('a', {
      paths: {
        '/a': {
          parameters: [parameter('p', 'query', { style: 'pipeDelimited' }), parameter('q', 'query')],
          get: {
            parameters: [
              parameter('q', 'query', { required: true, example: 1, schema: { type: 'integer' } }),
              parameter('q', 'header', { explode: true }),
              parameter('Authorization', 'header'),
              parameter('', 'query'),
              parameter('x', 'body'),
              parameter('t', 'path', {
                'x-sensitive': true,
                'x-token': { operationId: 'o', value: '$v', endedBy: ['e', 1] },
              }),
              parameter('c', 'cookie', {
                content: { 'a/b': { schema: true, examples: { k: { value: 2 } } } },
              }),
            ],
          },
        },
      },
    }).operations;
    const read = operation?.parameters.map(({ pointer: _, usage: __, schema, ...rest }) => ({
      ...rest,
      schema: schema.schema,
    }));
    const base = { required: false, examples: {}, sensitive: false, schema: true };
    expect(read).toEqual([
      { ...base, name: 'p', in: 'query', style: 'pipeDelimited', explode: false },
      {
        ...base,
        name: 'q',
        in: 'query',
        style: 'form',
        explode: true,
        required: true,
        examples: { example: 1 },
        schema: { type: 'integer' },
      },
      { ...base, name: 'q', in: 'header', style: 'simple', explode: true },
      {
        ...base,
        name: 't',
        in: 'path',
        style: 'simple',
        explode: false,
        sensitive: true,
        token: expect.objectContaining({ operationId: 'o', value: '$v', endedBy: ['e'] }),
      },
      {
        ...base,
        name: 'c',
        in: 'cookie',
        style: 'form',
        explode: true,
        mediaType: 'a/b',
        examples: { k: 2 },
      },
    ]);
  });

  test('security: its own, or that of the document', () => {
    const { operations, securitySchemes } = apiOf('a', {
      security: [{ a: ['s', 1] }],
      paths: { '/a': { get: {}, put: { security: [{ b: [], c: [] }, {}, 7] } } },
      components: {
        securitySchemes: {
          a: { type: 'oauth2' },
          b: { type: 'http', scheme: 'basic' },
          c: { type: 'apiKey', in: 'header', name: 'Authorization', 'x-auth-scheme': 'Token' },
          d: { type: 'magic' },
        },
      },
    });
    expect(operations.map(({ security }) => security.map(({ schemes }) => schemes))).toEqual([
      [[{ name: 'a', scopes: ['s'] }]],
      [
        [
          { name: 'b', scopes: [] },
          { name: 'c', scopes: [] },
        ],
        [],
        [],
      ],
    ]);
    const at = '/components/securitySchemes';
    expect(securitySchemes).toEqual([
      { name: 'a', type: 'oauth2', pointer: `${at}/a` },
      { name: 'b', type: 'http', authScheme: 'basic', pointer: `${at}/b` },
      {
        name: 'c',
        type: 'apiKey',
        in: 'header',
        parameterName: 'Authorization',
        authScheme: 'Token',
        pointer: `${at}/c`,
      },
    ]);
  });
});

test('what ends a session says so itself, or the token does', () => {
  const { operations } = apiOf('museum', {
    paths: {
      '/a': { post: { operationId: 'logIn' }, get: { operationId: 'logOut', 'x-ends-session': true } },
      '/b': { post: { operationId: 'confirmCode' }, put: { operationId: 'changePassword' } },
    },
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          'x-token': {
            operationId: 'logIn',
            value: '$response.body#/token',
            endedBy: ['changePassword'],
            replacedBy: [{ operationId: 'confirmCode', value: '$response.body#/token' }],
          },
        },
      },
    },
  });
  const ending = operations.filter(({ endsSession }) => endsSession).map(({ operationId }) => operationId);
  expect(ending.sort()).toEqual(['changePassword', 'confirmCode', 'logOut']);
});

test('credentials are called by their standards, and their variables after the API', () => {
  const securitySchemes = {
    oauth2: {
      type: 'oauth2',
      flows: { clientCredentials: {} },
      'x-token': { operationId: 'o', value: '$v' },
    },
    basic: { type: 'http', scheme: 'Basic' },
    key: { type: 'apiKey', in: 'header', name: 'X-Api.Key' },
    mine: { type: 'apiKey', in: 'header', name: 'Authorization' },
    bearer: { type: 'http', scheme: 'bearer' },
    tls: { type: 'mutualTLS' },
  };
  expect(
    credentialNames(apiOf('my-api', { components: { securitySchemes } })).map(
      ({ scheme, variable }) => `${scheme} ${variable}`,
    ),
  ).toEqual([
    'oauth2 MY_API_CLIENT_ID',
    'oauth2 MY_API_CLIENT_SECRET',
    'basic MY_API_USERNAME',
    'basic MY_API_PASSWORD',
    'key MY_API_X_API_KEY',
    'mine MY_API_MINE_TOKEN',
    'bearer MY_API_BEARER_TOKEN',
  ]);
});

describe('a bundle that cannot be read names itself and the repair', () => {
  test.each([
    [
      'is missing',
      undefined,
      'generated/things/openapi.json: the bundle cannot be read\nWrite it with `npm run generate`.',
    ],
    [
      'is no JSON',
      '{',
      'generated/things/openapi.json: the bundle is not valid JSON\nWrite it anew with `npm run generate`.',
    ],
    [
      'is no object',
      '[]',
      'generated/things/openapi.json: the bundle is no JSON object\nWrite it anew with `npm run generate`.',
    ],
  ])('it %s', async (_, text, want) => {
    await using folder = await folderOf(text === undefined ? {} : { 'generated/things/openapi.json': text });
    const error = await readApi({ root: folder.root, name: 'things' }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(DocumentError);
    expect((error as Error).message).toBe(want);
  });

  test('also when it is read at once', () => {
    expect(() => readApiFile('things', '/nowhere/openapi.json')).toThrow(DocumentError);
  });
});

describe('the project is the nearest folder with a registry', () => {
  test('from a folder below it', async () => {
    await using folder = await folderOf({ 'redocly.yaml': '', 'a/b/c': '' });
    expect(findProjectRoot(join(folder.root, 'a', 'b'))).toBe(folder.root);
  });

  test('there is none', async () => {
    await using folder = await folderOf({});
    expect(() => findProjectRoot(folder.root)).toThrow(UsageError);
  });
});

describe('bundling', () => {
  const document = (schema: string) => `
openapi: 3.1.0
info: { title: Things, version: '1' }
paths:
  /things:
    get:
      responses:
        '200': { description: Things., content: { application/json: { schema: { $ref: ${schema} } } } }
`;
  const bundle = async (files: Record<string, string>) => {
    await using folder = await folderOf(files);
    return await bundleDocument(join(folder.root, 'openapi.yaml'), folder.root);
  };

  test('brings the files together, and what they say stays', async () => {
    const bundled = await bundle({
      'openapi.yaml': document('schemas/Thing.yaml'),
      'schemas/Thing.yaml':
        'type: object\nx-inferred: A guess.\nproperties: { when: { const: 2024-01-31 } }\n',
    });
    expect(bundled.components).toEqual({
      schemas: {
        Thing: { type: 'object', 'x-inferred': 'A guess.', properties: { when: { const: '2024-01-31' } } },
      },
    });
  });

  test.each([
    [
      'a missing file',
      document('schemas/Nobody.yaml'),
      /^openapi\.yaml:8:\d+ #\/paths\/~1things\/get\/responses\/200\/content\/application~1json\/schema: Can't resolve \$ref: ENOENT: no such file or directory 'schemas\/Nobody\.yaml'\nCorrect the `\$ref`, or add the file that it names\.$/,
    ],
    [
      'a pointer to nowhere',
      document("'#/components/schemas/Nobody'"),
      /^openapi\.yaml:8:\d+ #\/paths\/.*\/schema: Can't resolve \$ref\nCorrect the `\$ref`/,
    ],
    ['another host', document('http://127.0.0.1:1/schema.yaml'), /is no file\. Keep a copy below openapi\//],
  ])('%s', async (_, text, message) => {
    const error = await bundle({ 'openapi.yaml': text }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(DocumentError);
    expect((error as Error).message).toMatch(message);
  });
});
