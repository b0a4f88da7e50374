import { describe, expect, test } from 'vitest';
import { difference } from '../../../scripts/cases/difference.ts';
import { applyChange } from '../../../scripts/json/applyChange.ts';
import type { CasePlan, RequestInputs } from '../../../scripts/model/case.ts';
import { caseCalled, planOf, plansOf, titlesOf } from './plans.ts';

function planFor(
  operation: object,
  { method = 'get', path = '/things', paths = {}, rest = {} } = {},
): CasePlan {
  const { plans } = plansOf({ [path]: { [method]: { responses: {}, ...operation } }, ...paths }, rest);
  return plans[0] as CasePlan;
}

const inputsOf = (plan: CasePlan, title: string) => applyChange(plan.base, caseCalled(plan, title).change);

describe('example', () => {
  const parameters = [
    {
      name: 'day',
      in: 'query',
      required: true,
      schema: { type: 'string' },
      examples: { one: { value: 'Mo' }, two: { value: 'Tu' } },
    },
    { name: 'size', in: 'query', schema: { type: 'integer' }, examples: { two: { value: 2 } } },
  ];

  test('a story for each key: what the examples of that key say, together', () => {
    const plan = planFor({ parameters });
    expect(plan.base).toEqual({ query: { day: 'Mo' } });
    expect(titlesOf(plan, 'example')).toEqual(['one', 'two']);
    expect(inputsOf(plan, 'example two')).toEqual({ query: { day: 'Tu', size: 2 } });
  });

  test('body and parameters of one story; what a story does not tell is taken from the first', () => {
    const examples = { two: { value: { a: 2 } }, three: { value: { a: 3 } } };
    const plan = planFor(
      { parameters, requestBody: { content: { 'application/json': { schema: {}, examples } } } },
      { method: 'post' },
    );
    expect(titlesOf(plan, 'example')).toEqual(['two', 'three', 'one']);
    expect(inputsOf(plan, 'example two')).toMatchObject({ query: { day: 'Tu', size: 2 }, body: { a: 2 } });
    expect(inputsOf(plan, 'example three')).toMatchObject({ query: { day: 'Mo' }, body: { a: 3 } });
    expect(inputsOf(plan, 'example one')).toMatchObject({ query: { day: 'Mo' }, body: { a: 2 } });
  });

  test('keys that are called like what every object has', () => {
    const examples = { constructor: { value: { a: 1 } }, toString: { value: { a: 2 } } };
    const plan = planFor(
      { parameters, requestBody: { content: { 'application/json': { schema: {}, examples } } } },
      { method: 'post' },
    );
    expect(plan.base).toEqual({ query: { day: 'Mo' }, contentType: 'application/json', body: { a: 1 } });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  test('a mock is asked for the answer of the same story', () => {
    const examples = { one: { value: 1 }, two: { value: 2 } };
    const plan = planFor({
      parameters,
      responses: { 404: {}, 200: { content: { 'application/json': { examples } } } },
    });
    expect(caseCalled(plan, 'example one').change).toEqual({});
    expect(inputsOf(plan, 'example two').prefer).toEqual({ code: '200', example: 'two' });
  });

  test.each<[name: string, schema: object, want: unknown]>([
    ['an example', { example: 1, default: 2 }, 1],
    ['examples', { examples: [3, 4], example: 1 }, 3],
    ['a default', { default: 2, enum: [5, 2] }, 2],
    ['a constant', { const: 'c', examples: ['e'] }, 'c'],
    ['an enumeration', { enum: ['x', 'y'] }, 'x'],
    ['an integer', { type: 'integer', minimum: 7 }, 7],
    ['an exclusive bound', { type: 'integer', exclusiveMinimum: 7 }, 8],
    ['bounds below one', { type: 'integer', maximum: -3 }, -3],
    ['a multiple', { type: 'integer', minimum: 7, multipleOf: 5 }, 10],
    ['a number', { type: 'number', exclusiveMaximum: 0.5, minimum: 0.25 }, 0.25],
    ['a number above', { type: 'number', exclusiveMinimum: 1.5 }, 2.5],
    ['a number below', { type: 'number', exclusiveMaximum: -1.5 }, -2.5],
    ['a number in between', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.5 }, 0.25],
    ['a number up to', { type: 'number', exclusiveMinimum: 0, maximum: 0.5 }, 0.5],
    ['no bounds', { type: 'number' }, 1],
    ['a date', { type: 'string', format: 'date' }, '2024-01-31'],
    ['a short text', { type: 'string', maxLength: 2 }, 'fa'],
    ['a long text', { type: 'string', minLength: 6 }, 'fakexx'],
    ['base64', { type: 'string', contentEncoding: 'base64' }, 'ZmFrZQ=='],
    ['a boolean', { type: 'boolean' }, true],
    ['null', { type: 'null' }, null],
    ['a list', { type: 'array', items: { type: 'integer' } }, []],
    ['a list of some', { type: 'array', items: { type: 'integer' }, minItems: 2 }, [1, 1]],
    ['required members', { required: ['a'], properties: { a: { type: 'string' }, b: {} } }, { a: 'fake' }],
    [
      'all of several',
      {
        allOf: [
          { required: ['a'], properties: { a: { type: 'integer' } } },
          { required: ['b'], properties: { b: { type: 'boolean' } } },
        ],
      },
      { a: 1, b: true },
    ],
    ['the first branch', { oneOf: [{ type: 'integer' }, { type: 'string' }] }, 1],
    ['nullable', { type: ['string', 'null'] }, 'fake'],
  ])('where the document has none, one is made of the schema: %s', (_, schema, want) => {
    const { plan } = planOf(schema);
    expect(titlesOf(plan, 'example')).toEqual(['sample']);
    expect(plan.base.body).toEqual(want);
    expect(caseCalled(plan, 'example sample').skip).toBeUndefined();
  });

  test('a recursive schema is filled in once', () => {
    const schemas = {
      Tree: {
        type: 'object',
        properties: { size: { type: 'integer' }, left: { $ref: '#/components/schemas/Tree' } },
      },
    };
    const { plan } = planOf({ $ref: '#/components/schemas/Tree' }, { rest: { components: { schemas } } });
    expect(inputsOf(plan, 'maximal').body).toEqual({ size: 1, left: { size: 1 } });
  });
});

describe('minimal and maximal', () => {
  const schema = {
    type: 'object',
    required: ['name', 'who'],
    properties: {
      name: { type: 'string' },
      note: { type: 'string' },
      who: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'integer' }, more: { type: 'integer' } },
      },
      list: { type: 'array', items: { required: ['a'], properties: { a: {}, b: {} } } },
    },
  };
  const parameters = [
    { name: 'day', in: 'query', required: true, schema: { type: 'string' }, example: 'Mo' },
    { name: 'size', in: 'query', schema: { type: 'integer' }, example: 3 },
    { name: 'X-A', in: 'header', schema: { type: 'boolean' } },
  ];
  const body = (value: unknown, required = true) => ({
    requestBody: { required, content: { 'application/json': { schema, examples: { example: { value } } } } },
    parameters,
  });

  test('minimal leaves out whatever may be', () => {
    const plan = planFor(
      body({ name: 'n', note: 'x', who: { id: 1, more: 2 }, list: [{ a: 1, b: 2 }], other: 1 }),
      { method: 'post' },
    );
    expect(inputsOf(plan, 'minimal')).toEqual({
      query: { day: 'Mo' },
      contentType: 'application/json',
      body: { name: 'n', who: { id: 1 } },
    });
  });

  test('a body that may be absent is', () => {
    const plan = planFor(body({ name: 'n', who: { id: 1 } }, false), { method: 'post' });
    expect(inputsOf(plan, 'minimal')).toEqual({ query: { day: 'Mo' } });
  });

  test('maximal has whatever is described', () => {
    const plan = planFor(body({ name: 'n', who: { id: 1 } }), { method: 'post' });
    expect(inputsOf(plan, 'maximal')).toEqual({
      query: { day: 'Mo', size: 3 },
      header: { 'X-A': true },
      contentType: 'application/json',
      body: { name: 'n', note: 'fake', who: { id: 1, more: 1 }, list: [{ a: 'fake', b: 'fake' }] },
    });
  });

  test('there is none where nothing can be left out, or added', () => {
    const plan = planFor({ parameters: parameters.slice(0, 1) });
    expect([titlesOf(plan, 'minimal'), titlesOf(plan, 'maximal')]).toEqual([[], []]);
  });

  test('nor where a rule asks for one of what could be', () => {
    const { plan } = planOf(
      { anyOf: [{ required: ['a'] }, { required: ['b'] }], properties: { a: {}, b: {} } },
      { media: { example: { a: 1 } } },
    );
    expect(titlesOf(plan, 'minimal')).toEqual([]);
  });

  test('nor where everything at once is not valid', () => {
    const { plan } = planOf(
      { properties: { a: {}, b: {} }, maxProperties: 1 },
      { media: { example: { a: 1 } } },
    );
    expect(titlesOf(plan, 'maximal')).toEqual([]);
  });

  test('hostile names are names', () => {
    const { plan } = planOf(
      { properties: { a: {}, constructor: { type: 'string' }, toString: { type: 'string' } } },
      { media: { example: { a: 1 } } },
    );
    expect(inputsOf(plan, 'maximal').body).toEqual({ a: 1, constructor: 'fake', toString: 'fake' });
  });
});

describe('difference', () => {
  test.each<[name: string, base: RequestInputs, wanted: RequestInputs, want: object]>([
    ['none', { path: { a: 1 } }, { path: { a: 1 } }, {}],
    ['another order is none', { query: { a: 1, b: 2 } }, { query: { b: 2, a: 1 } }, {}],
    [
      'a member, where that is shorter',
      { body: { a: 'long enough', b: 'long enough' } },
      { body: { a: 'long enough', b: 'x' } },
      { set: { '/body/b': 'x' } },
    ],
    [
      'the whole, where that is',
      { query: { a: 1, b: 2 } },
      { query: { c: 3 } },
      { set: { '/query': { c: 3 } } },
    ],
    ['what is gone', { contentType: 'a/b', body: 1 }, {}, { remove: ['/contentType', '/body'] }],
    ['what is new', {}, { query: { 'a/b': 1 } }, { set: { '/query': { 'a/b': 1 } } }],
    ['a hostile name', { body: {} }, { body: { constructor: 1 } }, { set: { '/body/constructor': 1 } }],
  ])('%s', (_, base, wanted, want) => {
    const change = difference(base, wanted);
    expect(change).toEqual(want);
    expect(applyChange(base, change)).toEqual(wanted);
  });
});

describe('no-credentials', () => {
  test.each<[name: string, security: object[] | undefined, ...want: [string, object][]]>([
    ['nothing stated', undefined],
    ['none needed', []],
    ['one scheme', [{ a: [] }], ['no-credentials a', { remove: ['/security'] }]],
    [
      'two together',
      [{ a: [], b: [] }],
      ['no-credentials a', { set: { '/security': ['b'] } }],
      ['no-credentials b', { set: { '/security': ['a'] } }],
    ],
    [
      'where the other is enough by itself',
      [{ a: [], b: [] }, { b: [] }],
      ['no-credentials b', { set: { '/security': ['a'] } }],
    ],
  ])('%s', (_, security, ...want) => {
    const plan = planFor({ ...(security && { security }) });
    expect(
      plan.cases.filter(({ kind }) => kind === 'no-credentials').map(({ title, change }) => [title, change]),
    ).toEqual(want);
  });

  test('an alternative without any cannot be denied', () => {
    const plan = planFor({ security: [{ a: [] }, {}] });
    expect(caseCalled(plan, 'no-credentials').skip).toBe(
      'one alternative of the security asks for no credentials',
    );
  });

  test('it breaks the first alternative, also of the whole document', () => {
    const plan = planFor({}, { rest: { security: [{ a: [] }] } });
    expect(caseCalled(plan, 'no-credentials a').expectation).toEqual({
      outcome: 'unauthorized',
      breaks: 'security/0',
    });
  });
});

describe('protocol', () => {
  const id = (schema: object, name = 'id') => ({ name, in: 'path', required: true, schema });

  test('methods that a path does not have, once a path, with nobody’s identifier and without a body', () => {
    const parameters = [id({ type: 'integer' })];
    const requestBody = { content: { 'application/json': { schema: {}, example: 1 } } };
    const { operation, plans } = plansOf({
      '/a/{id}': { put: { parameters, requestBody, responses: {} }, get: { parameters, responses: {} } },
    });
    const plan = plans[0] as CasePlan;
    expect(operation.method).toBe('PUT');
    expect(titlesOf(plan, 'undocumented-method')).toEqual(['POST', 'PATCH', 'DELETE']);
    expect(caseCalled(plan, 'undocumented-method DELETE').change).toEqual({
      set: { '/method': 'DELETE', '/path/id': 999_999_937 },
      remove: ['/contentType', '/body'],
    });
    expect(
      titlesOf(planFor({ parameters }, { path: '/a/{id}', method: 'get' }), 'undocumented-method'),
    ).toEqual(['POST', 'PUT', 'PATCH', 'DELETE']);
  });

  test.each<[name: string, schema: object, want: unknown]>([
    ['a number', { type: 'integer' }, 999_999_937],
    ['a text', { type: 'string' }, 'nobody-owns-this'],
    ['a UUID', { type: 'string', format: 'uuid' }, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
    ['anything', {}, 999_999_937],
  ])('a resource that nobody owns: %s', (_, schema, want) => {
    const plan = planFor({ parameters: [id(schema)] }, { path: '/a/{id}' });
    expect(inputsOf(plan, 'unknown-resource').path).toEqual({ id: want });
  });

  test('where no identifier is surely nobody’s, nothing is asked that could do harm', () => {
    const plan = planFor({ parameters: [id({ enum: ['us', 'them'] })] }, { path: '/a/{id}' });
    const reason = 'no identifier was found that obeys its schema and that surely nobody owns';
    expect(caseCalled(plan, 'unknown-resource').skip).toBe(reason);
    expect(caseCalled(plan, 'undocumented-method DELETE').skip).toBe(reason);
  });

  test('a mock is asked for the 404, where the document has one', () => {
    const parameters = [id({ type: 'integer' })];
    const with404 = planFor({ parameters, responses: { 404: {} } }, { path: '/a/{id}' });
    expect(inputsOf(with404, 'unknown-resource').prefer).toEqual({ code: '404' });
    expect(inputsOf(planFor({ parameters }, { path: '/a/{id}' }), 'unknown-resource').prefer).toBeUndefined();
  });

  test('the identifier is the last that is no token; a path of tokens has none', () => {
    const token = { ...id({ type: 'string' }, 'token'), 'x-token': { operationId: 'o', value: '$v' } };
    const two = planFor(
      { parameters: [id({ type: 'integer' }, 'a'), id({ type: 'integer' }, 'b'), token] },
      { path: '/{a}/{b}/{token}' },
    );
    expect(inputsOf(two, 'unknown-resource').path).toEqual({ a: 1, b: 999_999_937 });
    expect(titlesOf(planFor({ parameters: [token] }, { path: '/{token}' }), 'unknown-resource')).toEqual([]);
  });
});

test('every documented status is asked for; a range names none', () => {
  const plan = planFor({ responses: { 200: {}, 404: {}, '5XX': {}, default: {} } });
  expect(
    plan.cases
      .filter(({ kind }) => kind === 'documented-status')
      .map(({ title, change, skip }) => [title, change, skip]),
  ).toEqual([
    ['documented-status 200', { set: { '/prefer': { code: '200' } } }, undefined],
    ['documented-status 404', { set: { '/prefer': { code: '404' } } }, undefined],
    [
      'documented-status 5XX',
      { set: { '/prefer': { code: '5XX' } } },
      '5XX names no single status to ask for',
    ],
    [
      'documented-status default',
      { set: { '/prefer': { code: 'default' } } },
      'default names no single status to ask for',
    ],
  ]);
});
