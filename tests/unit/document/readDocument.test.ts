import { symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { readDocument } from '../../../scripts/document/readDocument.ts';
import { valueAt } from '../../../scripts/json/pointer.ts';
import { DocumentError } from '../../../scripts/model/errors.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';
import { documentOf, doubling } from './hostile.ts';
import { makeFiles } from './makeFiles.ts';

async function read(content: unknown, others: Record<string, unknown> = {}) {
  using files = await makeFiles({ 'root.json': content, ...others });
  const { document, unusable } = readDocument(files.file('root.json'));
  return { document, unusable, api: apiOf('root', document) };
}

/** What the schema of the one body becomes, read from a document of version 3.0 unless another is named. */
async function schemaOf(schema: unknown, openapi = '3.0.3') {
  const { document, unusable } = await read({ ...documentOf(schema), openapi });
  const at = '/paths/~1things/post/requestBody/content/application~1json/schema';
  const accepts = (value: Json) => validatorOf(document).errors(at, value).length === 0;
  return { schema: valueAt(document, at), unusable, accepts };
}

describe('a root that cannot be used is one message', () => {
  test.each<[what: string, content: unknown, message: RegExp]>([
    ['no JSON', '{\n "openapi": "3.1.0",\n "paths": {,}\n}', /^root\.json:3:12: it is not valid JSON\n/],
    ['no YAML', 'openapi: 3.1.0\npaths:\n  a: 1\n b: [', /^root\.json:\d+:\d+: it is not valid YAML/],
    ['no object', '[1]', /^root\.json: it is no object\n/],
    ['no OpenAPI', { paths: {} }, /has no field `openapi`/],
    ['Swagger 2.0', { swagger: '2.0', paths: {} }, /#\/swagger: it is a Swagger 2\.0 document\nConvert it/],
    [
      'another version',
      { openapi: '4.0.0' },
      /it is OpenAPI 4\.0\.0\nName a document of OpenAPI 3\.0 or 3\.1/,
    ],
    ['no UTF-8', '\ufffd', /is no object|not valid/],
    ['aliases without end', aliasBomb(), /^root\.json: it cannot be read: /],
  ])('%s', async (_, content, message) => {
    const error = await read(content).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(DocumentError);
    expect(error.message).toMatch(message);
  });

  test('a file that is not there', () => {
    expect(() => readDocument('/nowhere/fake.yaml')).toThrow(/it cannot be read \(ENOENT\)/);
  });
});

/** Nine lines, each nine times the one before. */
function aliasBomb(): string {
  const lines = [...'bcdefghij'].map(
    (name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]},`.repeat(9)}]`,
  );
  return ['openapi: 3.1.0', 'a: &a [x,x,x,x,x,x,x,x,x]', ...lines].join('\n');
}

describe('versions', () => {
  test('YAML, with an unquoted version, merge keys and a repeated key', async () => {
    const text = [
      'openapi: 3.0',
      'x-base: &base {description: Fine.}',
      'paths:',
      '  /a: {get: {operationId: first, operationId: getA, responses: {200: {<<: *base}}}}',
    ];
    const { api, document, unusable } = await read(text.join('\n'));
    expect(unusable).toEqual([]);
    expect(document.openapi).toBe('3.1.1');
    expect(api.operations.map(({ operationId }) => operationId)).toEqual(['getA']);
    expect(api.operations[0]?.responses).toMatchObject([{ status: '200', description: 'Fine.' }]);
  });

  test.each<[what: string, schema: object, accepted: Json[], refused: Json[]]>([
    ['nullable', { type: 'string', nullable: true }, ['a', null], [1]],
    ['nullable beside an enum', { type: 'string', enum: ['a'], nullable: true }, ['a', null], ['b']],
    ['nullable beside allOf', { nullable: true, allOf: [{ type: 'integer' }] }, [1, null], ['a']],
    [
      'nullable beside a type and allOf',
      { type: 'integer', nullable: true, allOf: [{ minimum: 2 }] },
      [2, null],
      [1],
    ],
    ['nullable beside oneOf', { nullable: true, oneOf: [{ type: 'integer' }] }, [1, null], ['a']],
    ['nullable: false', { type: 'integer', nullable: false }, [1], [null]],
    ['exclusiveMinimum: true', { type: 'integer', minimum: 1, exclusiveMinimum: true }, [2], [1]],
    ['exclusiveMaximum: false', { type: 'integer', maximum: 1, exclusiveMaximum: false }, [1], [2]],
    [
      'a property called nullable',
      { type: 'object', properties: { nullable: { type: 'string' } } },
      [{ nullable: 'a' }],
      [{ nullable: 1 }],
    ],
    [
      'a property called example',
      { type: 'object', properties: { example: { type: 'string' } } },
      [{ example: 'a' }],
      [{ example: 1 }],
    ],
    [
      'a property called __proto__, which Ajv leaves alone',
      JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}'),
      [JSON.parse('{"__proto__":"a"}')],
      [],
    ],
    ['a pattern with a plain brace', { type: 'string', pattern: '^{a}\\_$' }, ['{a}_'], ['a']],
    [
      'a default response',
      { type: 'object', properties: { default: { type: 'integer', nullable: true } } },
      [{ default: null }],
      [{ default: 'a' }],
    ],
  ])('of 3.0 and, as many write it, of 3.1: %s', async (_, schema, accepted, refused) => {
    for (const version of ['3.0.3', '3.1.0']) {
      const { accepts, unusable } = await schemaOf(schema, version);
      expect(unusable).toEqual([]);
      expect([accepted.map(accepts), refused.map(accepts)]).toEqual([
        accepted.map(() => true),
        refused.map(() => false),
      ]);
    }
  });

  test('examples keep their names, and bytes are bytes', async () => {
    const { api } = await read({
      openapi: '3.0.0',
      paths: {
        '/a': {
          put: {
            parameters: [
              { name: 'q', in: 'query', schema: { type: 'string' }, example: 'lone' },
              {
                name: 'r',
                in: 'query',
                schema: { type: 'string' },
                example: 'lone',
                examples: { k: { value: 1 } },
              },
            ],
            requestBody: { content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } },
            responses: {},
          },
        },
      },
    });
    const [operation] = api.operations;
    expect(operation?.parameters.map(({ examples }) => Object.values(examples))).toEqual([['lone'], [1]]);
    expect(operation?.requestBody?.content[0]?.schema?.schema).not.toHaveProperty('type');
  });
});

describe('names of operations', () => {
  const operation = (operationId?: unknown) => ({ operationId, responses: {} });

  test.each<[what: string, ids: unknown[], want: string[]]>([
    ['kept', ['a', 'b.c', 'd e', "f'g"], ['a', 'b.c', 'd e', "f'g"]],
    ['missing', [undefined, 'b'], ['GET /0', 'b']],
    ['repeated', ['a', 'a', 'a'], ['a', 'GET /1', 'GET /2']],
    ['no text', [7, null, ''], ['GET /0', 'GET /1', 'GET /2']],
    [
      'what no command line could name',
      ['a,b', 'a\nb', '\u001b[31m', ' a'],
      ['GET /0', 'GET /1', 'GET /2', 'GET /3'],
    ],
    ['one that is called like another without a name', ['GET /1', undefined], ['GET /1', 'GET /1 (2)']],
  ])('%s', async (_, ids, want) => {
    const paths = Object.fromEntries(ids.map((id, index) => [`/${index}`, { get: operation(id) }]));
    const { api } = await read({ openapi: '3.1.0', paths });
    expect(api.operations.map(({ operationId }) => operationId)).toEqual(want);
  });

  test('a path item that two paths share is two operations', async () => {
    const paths = {
      '/a': { get: operation('getIt') },
      '/b': { $ref: '#/paths/~1a' },
      '/c': { $ref: '#/paths/~1c' },
    };
    const { api, unusable } = await read({ openapi: '3.1.0', paths });
    expect(api.operations.map(({ operationId, path }) => [operationId, path])).toEqual([
      ['getIt', '/a'],
      ['GET /b', '/b'],
    ]);
    expect(unusable).toMatchObject([
      { pointer: '/paths/~1c', reason: expect.stringMatching(/round in a circle/) },
    ]);
  });
});

describe('references', () => {
  const things = (reference: string) => documentOf({ $ref: reference });

  test('to files below the folder are followed, and theirs as well', async () => {
    const { document, unusable, api } = await read(
      {
        openapi: '3.1.0',
        paths: { '/a': { $ref: 'paths/a.yaml' } },
        components: { schemas: { Leaf: { type: 'string' } } },
      },
      {
        'paths/a.yaml':
          'get: {parameters: [{$ref: "../parts.json#/q"}], responses: {200: {$ref: "../parts.json#/ok"}}}',
        'parts.json': {
          q: { name: 'q', in: 'query', schema: { $ref: '#/Leaf' } },
          ok: { description: 'Fine.', content: { 'application/json': { schema: { $ref: 'Tree.json' } } } },
          Leaf: { type: 'integer' },
        },
        'Tree.json': {
          type: 'object',
          properties: { below: { $ref: '#' }, leaf: { $ref: 'root.json#/components/schemas/Leaf' } },
        },
      },
    );
    expect(unusable).toEqual([]);
    const [operation] = api.operations;
    expect(valueAt(document, '/components/schemas/Leaf_2')).toEqual({ type: 'integer' });
    const schema = operation?.responses[0]?.content[0]?.schema?.pointer ?? '';
    const errors = validatorOf(document).errors(schema, { below: { below: { leaf: 1 } } });
    expect(errors).toMatchObject([{ keyword: 'type', valuePointer: '/below/below/leaf' }]);
  });

  test.each([
    ['http://127.0.0.1:9/fake.json', /another host or scheme/],
    ['//127.0.0.1/fake.json', /another host or scheme/],
    ['file:///etc/hosts', /another host or scheme/],
    ['/etc/hosts', /an absolute path/],
    ['../outside.json', /out of the document's folder|no such file/],
    ['link.json', /out of the document's folder/],
    ['%2e%2e/%2e%2e/etc/hosts', /out of the document's folder|no such file/],
    ['missing.json', /no such file/],
    ['broken.json', /not valid JSON/],
    ['#/nowhere', /there is nothing/],
    ['#anchor', /no JSON pointer/],
  ])('%s costs what refers to it alone', async (reference, reason) => {
    using files = await makeFiles({
      'a/root.json': {
        ...things(reference),
        paths: {
          ...(things(reference).paths as JsonObject),
          '/fine': { get: { responses: { 200: { description: '' } } } },
        },
      },
      'a/broken.json': '{',
      'outside.json': { type: 'integer' },
    });
    symlinkSync('/etc/hosts', files.file('a/link.json'));
    const { document, unusable } = readDocument(files.file('a/root.json'));
    const { operations } = apiOf('a', document);
    expect(unusable).toContainEqual({
      pointer: '/paths/~1things/post/requestBody/content/application~1json/schema',
      reason: expect.stringMatching(reason),
    });
    // Its body is not known, so nothing can be asked of it; of the other, everything.
    expect(unusable).toContainEqual({ pointer: operations[0]?.pointer, reason: 'a valid body is not known' });
    expect(unusable.map(({ pointer }) => pointer)).not.toContain(operations[1]?.pointer);
  });

  test('that examples write are data, and never followed', async () => {
    const { document, unusable } = await read(
      documentOf(
        { type: 'object', default: { $ref: 'file:///etc/hosts' } },
        { info: { title: { $ref: 'http://127.0.0.1:9' } } },
      ),
    );
    expect(unusable.map(({ pointer }) => pointer)).toContain('/info');
    expect(JSON.stringify(document)).not.toMatch(/file:|127\.0\.0\.1/);
  });
});

describe('schemas', () => {
  test.each<[what: string, schema: object, pointer: string, reason: RegExp]>([
    ['a type that is none', { type: 'int' }, '/type', /"int" is no type/],
    ['required as a flag', { type: 'object', required: true }, '/required', /no list of names/],
    ['an empty enum', { enum: [] }, '/enum', /no list of values/],
    ['a bound that is a text', { minimum: '1' }, '/minimum', /no number/],
    ['a pattern of another language', { pattern: '(?i)a' }, '/pattern', /no regular expression/],
    ['a catastrophic pattern', { pattern: '^(a+)+$' }, '/pattern', /time without end/],
    [
      'a catastrophic pattern of names',
      { patternProperties: { '^(([a-z])+.)+[A-Z]$': {} } },
      '/patternProperties',
      /time without end/,
    ],
    [
      'an identifier',
      { $id: 'http://json-schema.org/draft-07/schema', type: 'string' },
      '/$id',
      /not supported/,
    ],
    ['what would run later', { $async: true }, '/$async', /not supported/],
    ['items as a list', { type: 'array', items: [{}] }, '/items', /no schema/],
  ])('%s is left out', async (_, schema, pointer, reason) => {
    const { unusable, accepts } = await schemaOf(schema, '3.1.0');
    const at = '/paths/~1things/post/requestBody/content/application~1json/schema';
    expect(unusable).toContainEqual({ pointer: at + pointer, reason: expect.stringMatching(reason) });
    expect(accepts('a'.repeat(40))).toBeTypeOf('boolean');
  });

  test('that go round in a circle are cut, that come back to themselves further down are not', async () => {
    const schemas = {
      A: { $ref: '#/components/schemas/B' },
      B: { $ref: '#/components/schemas/A' },
      C: { allOf: [{ $ref: '#/components/schemas/C' }, { type: 'object' }] },
      Tree: { type: 'object', properties: { below: { $ref: '#/components/schemas/Tree' } } },
    };
    const { document, unusable } = await read(documentOf({}, { components: { schemas } }));
    expect(unusable.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/components/schemas/A/$ref', '/components/schemas/C/allOf']),
    );
    expect(unusable.map(({ pointer }) => pointer).join()).not.toContain('Tree');
    const judge = (name: string, value: Json) =>
      validatorOf(document).errors(`/components/schemas/${name}`, value);
    expect(['A', 'B', 'C'].map((name) => judge(name, {}))).toEqual([[], [], []]);
    expect(judge('C', 1)).toMatchObject([{ keyword: 'type' }]);
    expect(judge('Tree', { below: { below: 1 } })).toMatchObject([{ valuePointer: '/below/below' }]);
  });

  test('a base that lists its variants is one, though each of them builds on it', async () => {
    const schemas = {
      Pet: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { type: 'string' } },
        oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
        discriminator: { propertyName: 'kind' },
      },
      Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { required: ['claws'] }] },
      Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { required: ['bark'] }] },
    };
    const { document, unusable } = await read(documentOf({}, { components: { schemas } }));
    const judge = (name: string, value: Json) =>
      validatorOf(document)
        .errors(`/components/schemas/${name}`, value)
        .map(({ keyword }) => keyword);
    expect(unusable).toEqual([]);
    expect(judge('Pet', { kind: 'a', claws: 1 })).toEqual([]);
    expect(judge('Pet', { kind: 'a' })).toEqual(['oneOf']);
    expect(judge('Cat', { claws: 1 })).toEqual(['required']);
  });

  test('that double themselves forty times are judged at once, or cut', async () => {
    const { document, unusable } = await read(doubling('allOf'));
    expect(unusable[0]?.reason).toMatch(/unfolds into more than 10000 schemas/);
    expect(validatorOf(document).errors('/components/schemas/L40', 'a')).toEqual([]);
  });

  test('nested without end are cut', async () => {
    const depth = 50_000;
    const schema = `${'{"items":'.repeat(depth)}{}${'}'.repeat(depth)}`;
    const { unusable } = await read(JSON.stringify(documentOf('SCHEMA')).replaceAll('"SCHEMA"', schema));
    expect(unusable[0]?.reason).toMatch(/more than 200 levels deep/);
  });
});

describe('operations', () => {
  const get = (more: object) => ({
    openapi: '3.1.0',
    paths: { '/a/{id}': { get: { responses: {}, ...more } } },
  });
  const id = { name: 'id', in: 'path', schema: { type: 'integer' } };

  test.each<[what: string, document: object, reasons: RegExp[]]>([
    ['a path parameter is required, whether it is said or not', get({ parameters: [id] }), []],
    ['a path parameter that nothing describes', get({}), [/no parameter describes \{id\}/]],
    [
      'a parameter in no place',
      get({ parameters: [id, { name: 'b', in: 'body' }] }),
      [/this one is in "body"/],
    ],
    [
      'a required one in no place',
      get({ parameters: [id, { name: 'b', in: 'body', required: true }] }),
      [/this one is in "body"/, /one of its parameters is not known/],
    ],
    ['a path without a slash', { openapi: '3.1.0', paths: { a: { get: {} } } }, [/a path begins with \//]],
    ['a path that climbs', { openapi: '3.1.0', paths: { '/../a': { get: {} } } }, [/climbs/]],
    [
      'a path that is no URL',
      { openapi: '3.1.0', paths: { '/a b': { get: {} } } },
      [/characters that no URL has/],
    ],
    ['an interim response', get({ parameters: [id], responses: { 100: {}, 200: {} } }), [/interim/]],
  ])('%s', async (_, document, reasons) => {
    const { unusable } = await read(document);
    expect(unusable.map(({ reason }) => reason)).toEqual(reasons.map((one) => expect.stringMatching(one)));
  });

  test('a body of any type is JSON, and what only the server sends is none of ours', async () => {
    const { api } = await read({
      openapi: '3.1.0',
      webhooks: { event: { post: {} } },
      paths: {
        '/a': {
          post: {
            requestBody: { content: { '*/*': { schema: { type: 'object' } } } },
            responses: { 200: { description: '', content: { '*/*': {} } } },
            callbacks: { event: { '{$request.body#/url}': { post: { responses: {} } } } },
          },
        },
      },
    });
    const [operation] = api.operations;
    expect(operation?.requestBody?.content.map(({ name }) => name)).toEqual(['application/json']);
    expect(operation?.responses[0]?.content.map(({ name }) => name)).toEqual(['*/*']);
    expect(operation?.callbacks).toEqual([]);
  });

  test('everything counts as documented: our marks are nobody else’s', async () => {
    const marked = {
      'x-inferred': 'A guess.',
      'x-conflict': [{ at: '', sources: [], chosen: '', why: '' }],
      'x-token': { operationId: 'createThing', value: '$response.body#/a' },
      type: 'object',
      'x-equals': 7,
      properties: { 'x-inferred': { type: 'string' } },
    };
    const document = documentOf(marked, { 'x-inferred': 'All of it.' });
    const { api } = await read(document);
    const statements = api.operations.flatMap((operation) => operation.statements);
    expect(statements.length).toBeGreaterThan(5);
    expect(statements.filter(({ evidence }) => evidence !== 'documented')).toEqual([]);
    expect(statements.map(({ usage }) => usage).join()).toContain('properties/x-inferred');
  });
});
