import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import type { Operation } from '../../../scripts/model/operation.ts';

const at = '/paths/~1things/post';

function operationOf(operation: object, rest: object = {}, pathItem: object = {}): Operation {
  const document = { paths: { '/things': { ...pathItem, post: operation } }, ...rest };
  const [read] = apiOf('things', JSON.parse(JSON.stringify(document)) as JsonObject).operations;
  if (!read) throw new Error('There is no operation.');
  return read;
}

/** `kind evidence usage`, relative to the operation. */
function statementsOf(operation: Operation): string[] {
  return operation.statements.map(
    ({ kind, evidence, usage }) => `${kind} ${evidence} ${usage.replace(at, '')}`,
  );
}

/** Of the schema of a request body; relative to it. */
function ofSchema(schema: object, rest: object = {}, marks: object = {}): string[] {
  const operation = operationOf({ ...marks, requestBody: { content: { 'a/b': { schema } } } }, rest);
  const prefix = '/requestBody/content/a~1b/schema';
  return statementsOf(operation)
    .filter((one) => one.includes(`${prefix}/`))
    .map((one) => one.replace(`${prefix}/`, ''));
}

const conflict = (where: string) => ({ at: where, sources: [], chosen: 'this', why: 'because' });
/** An object with a member of this name looks like a promise to a linter. */
const consequence = 'then';

test('everything that can be checked is a statement, and nothing else', () => {
  const operation = operationOf({
    summary: 'Not this.',
    tags: ['nor this'],
    parameters: [
      { name: 'a', in: 'query', required: true, description: 'Nor this.', schema: { type: 'string' } },
      { name: 'b', in: 'query', required: false, example: 1 },
    ],
    requestBody: { required: true, content: { 'a/b': { example: 1 } } },
    responses: {
      200: {
        description: 'Nor this.',
        headers: { 'X-A': { required: true, schema: { type: 'string' } } },
        content: { 'c/d': { schema: { default: 1, title: 'Nor this.' } } },
        links: { x: {} },
      },
    },
    security: [{ key: [] }, {}],
    servers: [{ url: '/' }],
  });
  expect(statementsOf(operation)).toEqual([
    'operation documented ',
    'parameter documented /parameters/0',
    'required documented /parameters/0/required',
    'keyword documented /parameters/0/schema/type',
    'parameter documented /parameters/1',
    'request-body documented /requestBody',
    'required documented /requestBody/required',
    'media-type documented /requestBody/content/a~1b',
    'response documented /responses/200',
    'header documented /responses/200/headers/X-A',
    'required documented /responses/200/headers/X-A/required',
    'keyword documented /responses/200/headers/X-A/schema/type',
    'media-type documented /responses/200/content/c~1d',
    'security documented /security/0',
    'security documented /security/1',
  ]);
});

describe('schemas', () => {
  test.each<[name: string, schema: object, ...want: string[]]>([
    [
      'keywords, one each',
      {
        type: ['string', 'null'],
        enum: ['a', 'b'],
        minLength: 1,
        pattern: '^a',
        format: 'date',
        readOnly: true,
        'x-equals': 'b',
        deprecated: true,
        $comment: 'x',
      },
      ...['type', 'enum', 'minLength', 'pattern', 'format', 'readOnly', 'x-equals'].map(
        (one) => `keyword documented ${one}`,
      ),
    ],
    [
      'required, one for each name',
      { required: ['a', 'b'] },
      'required documented required/0',
      'required documented required/1',
    ],
    [
      'properties, and what is in them',
      { properties: { 'a/b': { type: 'string' }, c: true } },
      'property documented properties/a~1b',
      'keyword documented properties/a~1b/type',
      'property documented properties/c',
    ],
    ['items are stated by what is in them', { items: { type: 'string' } }, 'keyword documented items/type'],
    [
      'a closed object',
      { additionalProperties: false, unevaluatedProperties: { type: 'string' } },
      'keyword documented additionalProperties',
      'keyword documented unevaluatedProperties',
      'keyword documented unevaluatedProperties/type',
    ],
    [
      'branches, and what is in them',
      { oneOf: [{ type: 'string' }], allOf: [{ minLength: 1 }] },
      'keyword documented oneOf',
      'keyword documented oneOf/0/type',
      'keyword documented allOf/0/minLength',
    ],
    [
      'a condition',
      { if: { required: ['a'] }, [consequence]: { required: ['b'] }, else: false },
      'keyword documented if',
      'required documented if/required/0',
      'required documented then/required/0',
    ],
    [
      'others',
      {
        not: {},
        contains: {},
        propertyNames: { maxLength: 3 },
        dependentRequired: { a: ['b'] },
        dependentSchemas: { a: {} },
      },
      'keyword documented not',
      'keyword documented contains',
      'keyword documented propertyNames',
      'keyword documented propertyNames/maxLength',
      'keyword documented dependentRequired',
      'keyword documented dependentSchemas',
    ],
    [
      'a property called like a keyword',
      { properties: { type: { const: 1 }, required: {} } },
      'property documented properties/type',
      'keyword documented properties/type/const',
      'property documented properties/required',
    ],
  ])('%s', (_, schema, ...want) => expect(ofSchema(schema)).toEqual(want));

  const schemas = {
    Name: { type: 'string', maxLength: 5 },
    Long: { $ref: '#/components/schemas/Name', minLength: 2, 'x-inferred': { minLength: 'A guess.' } },
    Tree: { type: 'object', properties: { left: { $ref: '#/components/schemas/Tree' } } },
    Guess: { 'x-inferred': 'A guess.', type: 'string' },
  };
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const within = (schema: object) => ofSchema(schema, { components: { schemas } });

  test.each<[name: string, schema: object, ...want: string[]]>([
    [
      'through a $ref, as seen from there',
      { properties: { a: ref('Name') } },
      'property documented properties/a',
      'keyword documented properties/a/type',
      'keyword documented properties/a/maxLength',
    ],
    [
      'through one after the other, and what stands beside them',
      { items: { ...ref('Long'), pattern: 'a' } },
      'keyword documented items/pattern',
      'keyword inferred items/minLength',
      'keyword documented items/type',
      'keyword documented items/maxLength',
    ],
    ['recursion ends', ref('Tree'), 'keyword documented type', 'property documented properties/left'],
    [
      'what is used twice is listed once',
      { properties: { a: ref('Name'), b: ref('Name') } },
      'property documented properties/a',
      'keyword documented properties/a/type',
      'keyword documented properties/a/maxLength',
      'property documented properties/b',
    ],
    [
      'a property has the marks of what it leads to',
      { properties: { a: ref('Guess') } },
      'property inferred properties/a',
      'keyword inferred properties/a/type',
    ],
    ['nowhere', { properties: { a: ref('Nobody') } }, 'property documented properties/a'],
  ])('%s', (_, schema, ...want) => expect(within(schema)).toEqual(want));
});

describe('evidence', () => {
  const schema = { type: 'object', required: ['a', 'b'], properties: { a: { type: 'string', enum: ['x'] } } };

  test.each<[name: string, schema: object, marks: object, ...inferred: string[]]>([
    [
      'a blanket covers all below it',
      { ...schema, 'x-inferred': 'A guess.' },
      {},
      'type',
      'required/0',
      'required/1',
      'properties/a',
      'properties/a/type',
      'properties/a/enum',
    ],
    [
      'from the operation as well',
      schema,
      { 'x-inferred': 'A guess.' },
      'type',
      'required/0',
      'required/1',
      'properties/a',
      'properties/a/type',
      'properties/a/enum',
    ],
    [
      'a map covers exactly what it names',
      { ...schema, 'x-inferred': { 'properties/a': 'A guess.' } },
      {},
      'properties/a',
    ],
    [
      'and entries, if it names their keyword',
      { ...schema, 'x-inferred': { required: 'A guess.', 'properties/a/enum': 'A guess.' } },
      {},
      'required/0',
      'required/1',
      'properties/a/enum',
    ],
    ['or one entry', { ...schema, 'x-inferred': { 'required/1': 'A guess.' } }, {}, 'required/1'],
    [
      'from the operation, through the body',
      schema,
      { 'x-inferred': { 'requestBody/content/a~1b/schema/type': 'A guess.' } },
      'type',
    ],
    [
      'a map on the way does not end a blanket above',
      { ...schema, 'x-inferred': { type: 'A guess.' } },
      { 'x-inferred': 'A guess.' },
      'type',
      'required/0',
      'required/1',
      'properties/a',
      'properties/a/type',
      'properties/a/enum',
    ],
  ])('%s', (_, given, marks, ...want) => {
    const inferred = ofSchema(given, {}, marks).filter((one) => one.includes(' inferred '));
    expect(inferred.map((one) => one.split(' ').at(-1))).toEqual(want);
  });

  test('conflicts cover exactly what they name, and entries, and win', () => {
    const marked = {
      ...schema,
      'x-inferred': 'A guess.',
      'x-conflict': [conflict('required'), conflict('properties/a/type')],
    };
    expect(ofSchema(marked)).toEqual([
      'keyword inferred type',
      'required conflict required/0',
      'required conflict required/1',
      'property inferred properties/a',
      'keyword conflict properties/a/type',
      'keyword inferred properties/a/enum',
    ]);
  });

  test('the node itself may be in conflict, and more than once', () => {
    const operation = operationOf({ 'x-conflict': [conflict(''), { ...conflict(''), why: 'also' }] });
    const [first] = operation.statements;
    expect(first?.evidence).toBe('conflict');
    expect(first?.conflicts?.map(({ why }) => why)).toEqual(['because', 'also']);
  });

  test('reasons come along, the nearest first', () => {
    const operation = operationOf({
      'x-inferred': 'far',
      requestBody: {
        'x-inferred': { required: 'exact' },
        required: true,
        content: { 'a/b': { 'x-inferred': 'near', schema: {} } },
      },
    });
    expect(operation.statements.map(({ usage, reason }) => [usage.replace(at, ''), reason])).toEqual([
      ['', 'far'],
      ['/requestBody', 'far'],
      ['/requestBody/required', 'exact'],
      ['/requestBody/content/a~1b', 'near'],
    ]);
  });

  test('security: alternatives, those of the document, and that there is none', () => {
    const inferred = { 'x-inferred': { 'security/0': 'A guess.' } };
    const of = (operation: object, rest: object = {}) =>
      operationOf(operation, rest)
        .statements.filter(({ kind }) => kind === 'security')
        .map(({ evidence, pointer, usage }) => [evidence, pointer, usage]);
    expect(of({ security: [{ a: [] }, { b: [] }], ...inferred })).toEqual([
      ['inferred', `${at}/security/0`, `${at}/security/0`],
      ['documented', `${at}/security/1`, `${at}/security/1`],
    ]);
    expect(of(inferred, { security: [{ a: [] }] })).toEqual([
      ['inferred', '/security/0', `${at}/security/0`],
    ]);
    expect(of({ security: [], 'x-inferred': { security: 'A guess.' } }, { security: [{ a: [] }] })).toEqual([
      ['inferred', `${at}/security`, `${at}/security`],
    ]);
    expect(of({})).toEqual([]);
  });

  test('a mark on the path holds for its operations, and a component has the marks of its use', () => {
    const responses = { A: { description: 'A', content: { 'a/b': {} } } };
    const parameters = [{ $ref: '#/components/parameters/P' }];
    const operation = operationOf(
      {
        'x-inferred': { 'responses/200/content/a~1b': 'A guess.' },
        responses: { 200: { $ref: '#/components/responses/A' }, 400: { $ref: '#/components/responses/A' } },
      },
      {
        components: {
          responses,
          parameters: {
            P: { name: 'p', in: 'query', required: true, 'x-inferred': { required: 'A guess.' } },
          },
        },
      },
      { parameters, 'x-conflict': [conflict('post/responses/400')] },
    );
    expect(
      operation.statements.map(({ kind, evidence, pointer }) => `${kind} ${evidence} ${pointer}`),
    ).toEqual([
      `operation documented ${at}`,
      'parameter documented /components/parameters/P',
      'required inferred /components/parameters/P/required',
      'response documented /components/responses/A',
      'media-type inferred /components/responses/A/content/a~1b',
      'response conflict /components/responses/A',
      'media-type documented /components/responses/A/content/a~1b',
    ]);
  });

  test('callbacks are listed with the operation', () => {
    const callback = { '{$request.body#/url}': { post: { responses: { 204: {} } } } };
    const operation = operationOf({
      callbacks: { done: { 'x-note': {}, ...callback } },
      'x-inferred': 'A guess.',
    });
    expect(statementsOf(operation)).toEqual([
      'operation inferred ',
      'operation inferred /callbacks/done/{$request.body#~1url}/post',
      'response inferred /callbacks/done/{$request.body#~1url}/post/responses/204',
    ]);
  });
});

describe('statementAt', () => {
  const schemas = {
    Address: { required: ['street'], properties: { street: { type: 'string' } } },
    Alias: { $ref: '#/components/schemas/Address', properties: { floor: { type: 'integer' } } },
  };
  const ref = { $ref: '#/components/schemas/Address' };
  const properties = {
    home: ref,
    work: { ...ref, 'x-inferred': 'A guess.' },
    old: { ...ref, 'x-conflict': [conflict('required/0')] },
    alias: { $ref: '#/components/schemas/Alias', 'x-inferred': { 'properties/floor/type': 'A guess.' } },
  };
  const operation = operationOf(
    { requestBody: { content: { 'a/b': { schema: { properties } } } } },
    { components: { schemas } },
    {
      parameters: [
        {
          name: 'p',
          in: 'query',
          schema: { properties: { a: ref, b: { ...ref, 'x-inferred': 'A guess.' } } },
        },
      ],
    },
  );
  const body = `${at}/requestBody/content/a~1b/schema/properties`;

  test.each([
    ['the first usage', `${body}/home/required/0`, 'documented', '/components/schemas/Address/required/0'],
    ['the second', `${body}/work/required/0`, 'inferred', '/components/schemas/Address/required/0'],
    [
      'the third, in conflict',
      `${body}/old/required/0`,
      'conflict',
      '/components/schemas/Address/required/0',
    ],
    [
      'its other statements are not',
      `${body}/old/properties/street/type`,
      'documented',
      '/components/schemas/Address/properties/street/type',
    ],
    [
      'beside a $ref in a component',
      `${body}/alias/properties/floor/type`,
      'inferred',
      '/components/schemas/Alias/properties/floor/type',
    ],
    ['behind it', `${body}/alias/required/0`, 'documented', '/components/schemas/Address/required/0'],
    [
      'in a parameter of the path',
      '/paths/~1things/parameters/0/schema/properties/b/required/0',
      'inferred',
      '/components/schemas/Address/required/0',
    ],
    ['what is not there', `${at}/nowhere/0`, 'documented', `${at}/nowhere/0`],
  ])('%s', (_, usage, evidence, pointer) => {
    expect(operation.statementAt(usage)).toMatchObject({ evidence, pointer, usage });
  });

  test('agrees with the list', () => {
    for (const { kind: _, ...statement } of operation.statements)
      expect(operation.statementAt(statement.usage)).toMatchObject(statement);
  });
});
