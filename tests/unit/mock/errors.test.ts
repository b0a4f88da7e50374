import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mock, startMock } from '../../../scripts/mock/startMock.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';

const text = { type: 'string' };
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});
const mapOfLists = { type: 'object', additionalProperties: { type: 'array', items: text } };
const list = (items: JsonObject): JsonObject => ({ type: 'array', items });

/** Shapes of errors that are met in the wild, each with an example of its own. */
const shapes: Record<string, { schema: JsonObject; example: JsonObject }> = {
  map: {
    schema: object({ message: text, errors: mapOfLists }),
    example: { message: 'No slug.', errors: { slug: ['No slug.'] } },
  },
  texts: {
    schema: object({ errors: { type: 'object', additionalProperties: text } }),
    example: { errors: { slug: 'No slug.' } },
  },
  oauth: {
    schema: object({ error: text, error_description: text }),
    example: { error: 'invalid_request', error_description: 'No slug.' },
  },
  items: {
    schema: object({ errors: list(object({ field: text, message: text, code: text })) }),
    example: { errors: [{ field: 'slug', message: 'No slug.', code: 'required' }] },
  },
  pointers: {
    schema: object({ title: text, errors: list(object({ pointer: text, detail: text })) }),
    example: { title: 'invalid', errors: [{ pointer: '/slug', detail: 'No slug.' }] },
  },
  places: {
    schema: object({ detail: text, errors: list(object({ loc: list(text), msg: text })) }),
    example: { detail: 'No slug.', errors: [{ loc: ['slug'], msg: 'No slug.' }] },
  },
  inner: {
    schema: object({ error: object({ code: text, message: text, field: text }) }),
    example: { error: { code: 'x1', message: 'No slug.', field: 'slug' } },
  },
  word: { schema: object({ error: text }), example: { error: 'invalid' } },
  sentence: { schema: object({ error: text }), example: { error: 'It has no slug.' } },
  strict: {
    schema: object({ message: { enum: ['No slug.'] } }),
    example: { message: 'No slug.' },
  },
  narrow: {
    schema: object({ errors: object({ slug: list(text) }, { additionalProperties: false }) }),
    example: { errors: { slug: ['No slug.'] } },
  },
};

const body = object(
  {
    name: { type: 'string', minLength: 3 },
    age: { type: 'integer' },
    meta: object({ tone: { enum: ['a', 'b'] } }, { required: ['tone'] }),
    again: { 'x-equals': 'name', type: 'string' },
    either: { oneOf: [text, { type: 'boolean' }] },
  },
  { required: ['name'], additionalProperties: false },
);

const documented: JsonObject = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Errors', version: '1' },
  components: {
    responses: Object.fromEntries(
      Object.entries(shapes).map(([name, media]) => [
        name,
        { description: name, content: { 'application/json': { ...media } } },
      ]),
    ) as JsonObject,
  },
  paths: Object.fromEntries(
    Object.keys(shapes).map((name) => [
      `/${name}`,
      {
        post: {
          parameters: [{ name: 'size', in: 'query', schema: { type: 'integer' } }],
          requestBody: { content: { 'application/json': { schema: body } } },
          responses: { 204: { description: 'x' }, 422: { $ref: `#/components/responses/${name}` } },
        },
      },
    ]),
  ),
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ apis: [{ name: 'errors', document: documented }] });
});
afterAll(() => mock.close());

async function refused(path: string, given: unknown): Promise<unknown> {
  const content = typeof given === 'string' ? given : JSON.stringify(given);
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${mock.url}/errors/${path}`, { method: 'POST', headers, body: content });
  expect([response.status, response.headers.get('content-type')]).toEqual([422, 'application/json']);
  return response.json();
}

const tooShort = 'The field name must not have fewer than 3 characters.';

test.each<[string, unknown]>([
  ['map', { message: tooShort, errors: { name: [tooShort] } }],
  ['texts', { errors: { name: tooShort } }],
  ['oauth', { error: 'invalid_request', error_description: tooShort }],
  ['items', { errors: [{ field: 'name', message: tooShort, code: 'required' }] }],
  ['pointers', { title: 'invalid', errors: [{ pointer: '/name', detail: tooShort }] }],
  ['places', { detail: tooShort, errors: [{ loc: ['name'], msg: tooShort }] }],
  ['inner', { error: { code: 'x1', message: tooShort, field: 'name' } }],
  ['word', shapes.word?.example],
  ['sentence', { error: tooShort }],
  ['strict', shapes.strict?.example],
  ['narrow', shapes.narrow?.example],
])('an error in the shape of %s', async (path, want) => {
  expect(await refused(path, { name: 'xy' })).toEqual(want);
});

const secret = 'secret-7f3a';
const allowed = 'must be equal to one of the allowed values: a, b.';

test.each<[string, unknown, string, string]>([
  ['missing', {}, 'name', 'The field name is required.'],
  ['a wrong type', { name: 'long', age: secret }, 'age', 'The field age must be an integer.'],
  ['not described', { name: 'long', other: secret }, 'other', 'The field other is not described.'],
  ['no name at all', { name: 'long', [`my ${secret}!`]: 1 }, '…', 'The field … is not described.'],
  ['inside', { name: 'long', meta: { tone: secret } }, 'meta.tone', `The field meta.tone ${allowed}`],
  ['missing inside', { name: 'long', meta: {} }, 'meta.tone', 'The field meta.tone is required.'],
  ['not equal', { name: 'long', again: secret }, 'again', 'The field again must be equal to name.'],
  [
    'no branch',
    { name: 'long', either: [secret] },
    'either',
    'The field either has none of the forms that are described.',
  ],
])('%s: the field and a sentence, and no value of the request', async (_, given, field, sentence) => {
  const answer = await refused('map', given);
  expect(answer).toEqual({ message: sentence, errors: { [field]: [sentence] } });
  expect(JSON.stringify(answer)).not.toContain(secret);
});

test('several fields', async () => {
  const age = 'The field age must be an integer.';
  expect(await refused('map', { name: 'xy', age: 'old' })).toEqual({
    message: `${tooShort} (and 1 more error)`,
    errors: { name: [tooShort], age: [age] },
  });
  expect(await refused('oauth', { name: 'xy', age: 'old' })).toEqual({
    error: 'invalid_request',
    error_description: `${tooShort} ${age}`,
  });
});

test('a parameter', async () => {
  const sentence = 'The query parameter size must be an integer.';
  expect(await refused('map?size=big', { name: 'long' })).toMatchObject({ errors: { size: [sentence] } });
});

test('no field at all', async () => {
  const answer = await refused('map', `{"name": ${secret}}`);
  expect(answer).toEqual({ message: expect.stringContaining('The body is not JSON'), errors: {} });
  expect(JSON.stringify(answer)).not.toContain(secret);
});
