import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../scripts/model/operation.ts';
import { createTracker, trackerOf } from '../../contract/coverage/coverageTracker.ts';
import { coverCase } from '../../contract/coverage/coverCase.ts';
import type { Exercise } from '../../contract/coverage/exercise.ts';
import { coverageOf } from '../../contract/reports/coverageOf.ts';
import { at, operationOf } from '../checks/answered.ts';
import { covered, exerciseOf, type Given, usagesOf } from './exercised.ts';

const text = { type: 'string' };
const json = (schema: object) => ({ 'application/json': { schema } });
const jsonBody = 'requestBody/content/application~1json';
const answer = (body: unknown, status = 200) => ({
  status,
  headers: { 'content-type': ['application/json; charset=utf-8'] },
  body: JSON.stringify(body),
});

const thing = operationOf({
  parameters: [
    { name: 'page', in: 'query', schema: { type: 'integer', minimum: 1 } },
    { name: 'X-Trace', in: 'header', required: true, content: json({ maxLength: 9 }) },
  ],
  security: [{ key: [] }, { key: [], token: [] }, {}],
  requestBody: {
    required: true,
    content: { ...json({ required: ['a'], properties: { a: text } }), 'text/plain': { schema: text } },
  },
  responses: {},
});

describe('what a request exercises', () => {
  test.each<[string, Given, string[]]>([
    ['the operation alone', {}, ['.', 'security/2']],
    [
      'a parameter',
      { inputs: { query: { page: 2 } } },
      ['.', 'parameters/0', 'parameters/0/schema/minimum', 'parameters/0/schema/type', 'security/2'],
    ],
    [
      'a parameter in a media type',
      { inputs: { header: { 'X-Trace': 'a' } } },
      [
        '.',
        'parameters/1',
        'parameters/1/content/application~1json/schema/maxLength',
        'parameters/1/required',
        'security/2',
      ],
    ],
    [
      'a body in the media type that it came in',
      { inputs: { contentType: 'text/plain', body: 'a' } },
      [
        '.',
        'requestBody',
        'requestBody/content/text~1plain',
        'requestBody/content/text~1plain/schema/type',
        'requestBody/required',
        'security/2',
      ],
    ],
    [
      'fields of a body',
      { inputs: { contentType: 'application/json', body: { a: 'x' } } },
      [
        '.',
        'requestBody',
        jsonBody,
        `${jsonBody}/schema/properties/a`,
        `${jsonBody}/schema/properties/a/type`,
        `${jsonBody}/schema/required/0`,
        'requestBody/required',
        'security/2',
      ],
    ],
    ['one alternative of the security', { credentials: () => ['key'] }, ['.', 'security/0']],
    ['several at once', { credentials: () => ['token', 'key'] }, ['.', 'security/0', 'security/1']],
    ['half of an alternative', { credentials: () => ['token'] }, ['.']],
    ['a resource that nobody owns', { expectation: { outcome: 'not-found' } }, ['.', 'security/2']],
    ['a status asked for', { expectation: { outcome: 'status', status: '500' } }, ['.', 'security/2']],
    ['nothing, by another method', { expectation: { outcome: 'method-not-allowed' } }, []],
    [
      'nothing, in an unknown media type',
      {
        expectation: { outcome: 'unsupported-media-type' },
        inputs: { contentType: 'application/json', body: {} },
      },
      [],
    ],
  ])('%s', (_, exercise, want) => {
    expect(covered(thing, [exerciseOf(exercise)])).toEqual({ reached: want.toSorted(), broken: [] });
  });

  test.each<[string, Exercise['expectation'], string[]]>([
    [
      'a keyword',
      { outcome: 'refused', breaks: `${at}/parameters/0/schema/minimum` },
      ['parameters/0/schema/minimum'],
    ],
    [
      'what is required',
      { outcome: 'refused', breaks: `${at}/requestBody/required` },
      ['requestBody/required'],
    ],
    ['the security', { outcome: 'unauthorized', breaks: `${at}/security/0` }, ['security/0']],
    ['what is stated nowhere', { outcome: 'refused', breaks: `${at}/requestBody/else` }, []],
  ])('a request that breaks %s meets nothing else', (_, expectation, want) => {
    const inputs = { query: { page: 0 }, header: { 'X-Trace': 'a' } };
    expect(covered(thing, [exerciseOf({ expectation, inputs })])).toEqual({ reached: [], broken: want });
  });

  test('a keyword that is broken where its schema is used again is broken where it is stated', () => {
    const place = { $ref: '#/components/schemas/Place' };
    const operation = operationOf(
      { requestBody: { content: json({ properties: { home: place, work: place } }) } },
      { components: { schemas: { Place: text } } },
    );
    const breaks = `${at}/${jsonBody}/schema/properties/work/type`;
    expect(covered(operation, [exerciseOf({ expectation: { outcome: 'refused', breaks } })]).broken).toEqual([
      `${jsonBody}/schema/properties/home/type`,
    ]);
  });

  test('that no credentials are needed, and a token in the path', () => {
    const token = { operationId: 'logIn', value: '$response.body#/token' };
    const parameters = [{ name: 'token', in: 'path', required: true, 'x-token': token, schema: text }];
    const operation = operationOf({ parameters, security: [], responses: {} });
    expect(covered(operation, [exerciseOf({})]).reached).toEqual([
      ...['.', 'parameters/0', 'parameters/0/required', 'parameters/0/schema/type', 'security'],
    ]);
  });

  test('only credentials that are set, and not spoiled, were sent', () => {
    const session = { lacking: (names: string[]) => names.filter((name) => name === 'token') };
    const cover = (inputs: Exercise['inputs']) =>
      usagesOf(thing, coverCase(session, thing, exerciseOf({ inputs })).reached);
    expect(cover({ security: ['key', 'token'] })).toEqual(['.', 'security/0']);
    expect(cover({ security: ['key'], spoiled: { key: 'nobody' } })).toEqual(['security/2']);
    expect(trackerOf(thing)).toBe(trackerOf(thing));
  });
});

const headers = {
  'X-Count': { required: true, schema: { type: 'integer', minimum: 0 } },
  'X-Tags': { schema: { type: 'array', items: { maxLength: 9 } } },
};
const answering = operationOf(
  {
    responses: {
      200: {
        headers,
        content: { ...json({ properties: { a: text, b: text } }), 'text/*': { schema: text } },
      },
      '4XX': {
        content: {
          ...json({ $ref: '#/components/schemas/Error' }),
          'application/xml': { schema: { type: 'object' } },
        },
      },
      default: { content: json({ $ref: '#/components/schemas/Error' }) },
    },
  },
  { components: { schemas: { Error: { properties: { error: text } } } } },
);
const body200 = 'responses/200/content/application~1json';

describe('what an answer exercises', () => {
  test.each<[string, Given['response'], string[]]>([
    [
      'its status, and the header that it lacks',
      { status: 200 },
      ['responses/200', 'responses/200/headers/X-Count/required'],
    ],
    [
      'a header',
      { status: 200, headers: { 'x-count': ['0'] } },
      [
        'responses/200',
        ...['', '/required', '/schema/minimum', '/schema/type'].map(
          (one) => `responses/200/headers/X-Count${one}`,
        ),
      ],
    ],
    [
      'a header that is a list',
      { status: 200, headers: { 'x-tags': ['a, b', 'c'] } },
      [
        'responses/200',
        'responses/200/headers/X-Count/required',
        ...['', '/schema/items/maxLength', '/schema/type'].map((one) => `responses/200/headers/X-Tags${one}`),
      ],
    ],
    [
      'the fields that came',
      answer({ b: 'x' }),
      [
        'responses/200',
        body200,
        `${body200}/schema/properties/b`,
        `${body200}/schema/properties/b/type`,
        'responses/200/headers/X-Count/required',
      ],
    ],
    [
      'a field that is wrong as well',
      answer({ b: 1 }),
      [
        'responses/200',
        body200,
        `${body200}/schema/properties/b`,
        `${body200}/schema/properties/b/type`,
        'responses/200/headers/X-Count/required',
      ],
    ],
    [
      'no field of a body that is no JSON',
      { ...answer(''), body: '{' },
      ['responses/200', body200, 'responses/200/headers/X-Count/required'],
    ],
    [
      'a range of media types',
      { headers: { 'content-type': ['text/csv'] }, body: 'a' },
      [
        'responses/200',
        'responses/200/content/text~1*',
        'responses/200/content/text~1*/schema/type',
        'responses/200/headers/X-Count/required',
      ],
    ],
    [
      'a range of statuses',
      answer({ error: 'a' }, 404),
      [
        'responses/4XX',
        'responses/4XX/content/application~1json',
        'responses/4XX/content/application~1json/schema/properties/error',
        'responses/4XX/content/application~1json/schema/properties/error/type',
      ],
    ],
    [
      'a media type that no schema can judge',
      { status: 404, headers: { 'content-type': ['application/xml'] }, body: '<a/>' },
      ['responses/4XX', 'responses/4XX/content/application~1xml'],
    ],
    [
      'a media type that is not described',
      { status: 404, headers: { 'content-type': ['text/html'] }, body: 'a' },
      ['responses/4XX'],
    ],
    [
      'any other status',
      answer([], 500),
      ['responses/default', 'responses/default/content/application~1json'],
    ],
  ])('%s', (_, response, want) => {
    const { reached } = covered(answering, [exerciseOf({ response })]);
    expect(reached.filter((usage) => usage !== '.')).toEqual(want.toSorted());
  });

  test('to another method, no range', () => {
    const expectation = { outcome: 'method-not-allowed' } as const;
    expect(covered(answering, [exerciseOf({ expectation, response: { status: 405 } })]).reached).toEqual([]);
  });
});

test('each exercise adds only what none before it did', () => {
  const take = createTracker(answering);
  const exercise = exerciseOf({ response: answer({ a: 'x' }) });
  expect(take(exercise).reached).not.toEqual([]);
  expect(take(exercise)).toEqual({ reached: [], broken: [] });
  const more = take(exerciseOf({ response: answer({ a: 'x', b: 'x' }) }));
  expect(usagesOf(answering, more.reached)).toEqual([
    `${body200}/schema/properties/b`,
    `${body200}/schema/properties/b/type`,
  ]);
});

describe('the coverage of an operation', () => {
  const coverage = (operation: Operation, exercises: Exercise[]) => {
    const statuses = exercises.map(({ response }) => String(response.status));
    return coverageOf({ operation, covered: exercises.map(createTracker(operation)), statuses });
  };

  test('in figures, and what was never exercised', () => {
    const requestBody = {
      required: true,
      content: json({ properties: { a: { type: 'string', minLength: 1 } } }),
    };
    const responses = {
      200: { content: json({ properties: { b: text } }) },
      500: { headers, content: json({ $ref: '#/components/schemas/Error' }) },
    };
    const operation = operationOf(
      { requestBody, responses },
      { components: { schemas: { Error: { properties: { error: text } } } } },
    );
    const inputs = { contentType: 'application/json', body: { a: 'x' } };
    const breaks = `${at}/${jsonBody}/schema/properties/a/minLength`;
    const missing = `${at}/requestBody/required`;
    expect(
      coverage(operation, [
        exerciseOf({ expectation: { outcome: 'refused', breaks }, response: answer({}, 404) }),
        exerciseOf({ expectation: { outcome: 'refused', breaks: missing }, response: answer({}, 400) }),
        exerciseOf({ response: answer({}) }),
      ]),
    ).toEqual({
      statuses: { documented: ['200', '500'], seen: ['200', '400', '404'] },
      requests: { total: 7, exercised: 3, met: 1, broken: 2 },
      responses: { total: 15, exercised: 2 },
      never: [
        { pointer: `${at}/requestBody` },
        { pointer: `${at}/${jsonBody}` },
        { pointer: `${at}/${jsonBody}/schema/properties/a` },
        { pointer: `${at}/${jsonBody}/schema/properties/a/type` },
        { pointer: `${at}/responses/200/content/application~1json/schema/properties/b` },
        { pointer: `${at}/responses/200/content/application~1json/schema/properties/b/type` },
        { pointer: `${at}/responses/500` },
      ],
    });
    expect(
      coverage(operation, [
        exerciseOf({ inputs }),
        exerciseOf({ expectation: { outcome: 'refused', breaks } }),
      ]).requests,
    ).toEqual({ total: 7, exercised: 7, met: 7, broken: 1 });
  });

  test('a statement that two answers share counts for each', () => {
    const { never, responses } = coverage(answering, [exerciseOf({ response: answer({}, 404) })]);
    expect(responses.exercised).toBe(2);
    expect(never).toContainEqual({
      pointer: '/components/schemas/Error/properties/error',
      usage: `${at}/responses/4XX/content/application~1json/schema/properties/error`,
    });
    expect(never.at(-1)).toEqual({ pointer: `${at}/responses/default` });
  });

  test('what only the other side writes is not counted', () => {
    const schema = {
      properties: {
        id: { $ref: '#/components/schemas/Id' },
        pin: { writeOnly: true, maxLength: 4 },
        note: { readOnly: false, writeOnly: false },
      },
    };
    const content = json(schema);
    const components = { schemas: { Id: { minLength: 1, readOnly: true } } };
    const operation = operationOf(
      { requestBody: { content }, responses: { 200: { content } } },
      { components },
    );
    const { requests, responses, never } = coverage(operation, []);
    const below = (one: string) =>
      never.flatMap(
        ({ pointer, usage = pointer }) => usage.split(`${at}/${one}/schema/properties/`)[1] ?? [],
      );
    // The operation, its body and the media type; the status and the media type.
    expect([requests.total, responses.total]).toEqual([3 + 6, 2 + 6]);
    expect(below(jsonBody)).toEqual([
      ...['pin', 'pin/writeOnly', 'pin/maxLength', 'note', 'note/readOnly', 'note/writeOnly'],
    ]);
    const inputs = { contentType: 'application/json', body: { id: 'a', pin: '1', note: 'a' } };
    expect(
      coverage(operation, [exerciseOf({ inputs, response: answer({ id: 'a', note: 'a' }) })]),
    ).toMatchObject({
      requests: { total: 9, exercised: 9 },
      responses: { total: 8, exercised: 8 },
      never: [],
    });
  });

  test('callbacks are not counted', () => {
    const callback = {
      post: { parameters: [{ name: 'a', in: 'query', schema: text }], responses: { 200: {} } },
    };
    const operation = operationOf({
      responses: { 200: {} },
      callbacks: { done: { '{$request.body#/url}': callback } },
    });
    expect(coverage(operation, [])).toEqual({
      statuses: { documented: ['200'], seen: [] },
      requests: { total: 1, exercised: 0, met: 0, broken: 0 },
      responses: { total: 1, exercised: 0 },
      never: [{ pointer: at }, { pointer: `${at}/responses/200` }],
    });
  });
});
