import { expect, test } from 'vitest';
import { documentOf, type Files, operationAt, problemsOf, type Said } from './problemsOf.ts';

const bodyAt = `${operationAt}/requestBody/content/application~1json`;
const answerAt = `${operationAt}/responses/200/content/application~1json`;

function requestWith(mediaType: object): Files {
  return documentOf({ requestBody: { content: { 'application/json': mediaType } } });
}

function responseWith(mediaType: object): Files {
  return documentOf({
    responses: { 200: { description: 'ok', content: { 'application/json': mediaType } } },
  });
}

const table: { name: string; files: Files; want: Said[] }[] = [
  { name: 'an example', files: requestWith({ example: { a: 1 } }), want: [] },
  { name: 'an example that is null', files: requestWith({ example: null }), want: [] },
  {
    name: 'examples',
    files: responseWith({ examples: { one: { value: 1 }, none: { value: null } } }),
    want: [],
  },
  {
    name: 'examples in files',
    files: {
      ...responseWith({ examples: { one: { $ref: 'One.yaml' } } }),
      'One.yaml': { summary: 'One', value: 1 },
    },
    want: [],
  },
  {
    name: 'an example that is a file',
    files: {
      ...responseWith({ examples: { one: { $ref: 'examples/One.yaml' } } }),
      'examples/One.yaml': { externalValue: 'report.pdf' },
      'examples/report.pdf': 'bytes',
    },
    want: [],
  },
  {
    name: 'a file that is not there',
    files: responseWith({ examples: { one: { externalValue: 'nowhere.pdf' } } }),
    want: [[`${answerAt}/examples/one`, 'There is no file nowhere.pdf.']],
  },
  { name: 'none in a request', files: requestWith({}), want: [[bodyAt, 'The media type has no example.']] },
  {
    name: 'none in a response',
    files: responseWith({}),
    want: [[answerAt, 'The media type has no example.']],
  },
  {
    name: 'no entry',
    files: responseWith({ examples: {} }),
    want: [[answerAt, 'The media type has no example.']],
  },
  {
    name: 'both kinds',
    files: responseWith({ example: 1, examples: { one: { value: 1 } } }),
    want: [[`${answerAt}/example`, 'exclude each other']],
  },
  {
    name: 'an entry without a value',
    files: responseWith({ examples: { one: { summary: 'One' } } }),
    want: [[`${answerAt}/examples/one`, 'neither `value` nor `externalValue`']],
  },
];

test.each(table)('examples: $name', async ({ files, want }) => {
  const got = await problemsOf('care/media-type-example', files);
  expect(got).toEqual(want.map(([at, says]) => [at, expect.stringContaining(says)]));
});

/** Redocly's own rule, which we rely on: it must know JSON Schema 2020-12, and look at each media type. */
const schemas: { name: string; schema: object; good: unknown; bad: unknown }[] = [
  { name: 'type', schema: { type: 'integer' }, good: 1, bad: '1' },
  { name: 'a list of types', schema: { type: ['string', 'null'] }, good: null, bad: 1 },
  { name: 'const', schema: { const: 'x' }, good: 'x', bad: 'y' },
  { name: 'format', schema: { type: 'string', format: 'date' }, good: '2024-02-29', bad: '2023-02-29' },
  { name: 'an undescribed property', schema: { properties: { a: {} } }, good: { a: 1 }, bad: { b: 1 } },
  {
    name: 'dependentRequired',
    schema: { properties: { a: {}, b: {} }, dependentRequired: { a: ['b'] } },
    good: { a: 1, b: 1 },
    bad: { a: 1 },
  },
  {
    name: 'unevaluatedProperties',
    schema: { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
    good: { a: 1 },
    bad: { b: 1 },
  },
  { name: 'prefixItems', schema: { prefixItems: [{ type: 'string' }] }, good: ['a'], bad: [1] },
  { name: 'minContains', schema: { contains: { const: 1 }, minContains: 2 }, good: [1, 1], bad: [1, 2] },
  {
    name: 'if and else',
    schema: {
      properties: { a: {}, b: {} },
      if: { properties: { a: { const: 2 } } },
      else: { required: ['b'] },
    },
    good: { a: 2 },
    bad: { a: 1 },
  },
  {
    name: 'a $ref into another file',
    schema: { $ref: 'dir_{id}/Thing.yaml' },
    good: { id: 1 },
    bad: { id: 'x' },
  },
];

const thing = {
  'dir_{id}/Thing.yaml': { type: 'object', properties: { id: { $ref: '../Id.yaml' } } },
  'Id.yaml': { type: 'integer' },
};

test.each(schemas)('an example must obey $name', async ({ schema, good, bad }) => {
  const examples = { good: { value: good }, bad: { value: bad } };
  const content = { 'text/plain': { schema: {}, example: 'x' }, 'application/json': { schema, examples } };
  const responses = {
    200: { description: 'ok', content: { 'text/plain': { example: 'x' } } },
    400: { content },
  };
  const files = { ...documentOf({ responses }), ...thing };
  const places = (await problemsOf('no-invalid-media-type-examples', files)).map(([at]) => at);
  expect(places.length).toBeGreaterThan(0);
  const badAt = `${operationAt}/responses/400/content/application~1json/examples/bad/value`;
  expect(places.filter((at) => !at.startsWith(badAt))).toEqual([]);
});
