import type { JsonObject } from '../../../scripts/model/json.ts';

/** An object with a member of this name looks like a promise to a linter. */
const consequence = 'then';

/** What travels as text everywhere. */
const scalars: Record<string, JsonObject> = {
  word: { type: 'string', minLength: 2, maxLength: 5 },
  code: { type: 'string', pattern: '^[A-Z]{2}-\\d+$', maxLength: 8 },
  kind: { type: 'string', enum: ['a', 'b c', 'true'] },
  age: { type: 'integer', minimum: 0, maximum: 130 },
  open: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 2.5 },
  even: { type: 'integer', multipleOf: 2, maximum: 10 },
  half: { type: 'number', multipleOf: 0.5 },
  flag: { type: 'boolean' },
  level: { enum: [1, 2, 3] },
  fixed: { const: 'v1' },
  small: { type: 'integer', format: 'int32' },
  either: { type: ['integer', 'string'], minimum: 5, minLength: 1 },
};

const formats = [
  ...['date', 'date-time', 'time', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uri', 'uri-reference'],
  ...['uuid', 'json-pointer', 'regex'],
];

const formatted = Object.fromEntries(
  formats.map((format) => [format.replaceAll('-', '_'), { type: 'string', format }]),
);

const lists: Record<string, JsonObject> = {
  tags: { type: 'array', items: { type: 'string', maxLength: 4 }, minItems: 2, maxItems: 3 },
  ids: { type: 'array', items: { type: 'integer' }, uniqueItems: true },
};

const inJson: Record<string, JsonObject> = {
  pair: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 2 },
  some: { type: 'array', contains: { type: 'integer' }, minContains: 2 },
  maybe: { type: ['string', 'null'], minLength: 3 },
  sized: { type: 'object', minProperties: 1, maxProperties: 2, additionalProperties: { type: 'integer' } },
  both: {
    allOf: [
      { type: 'integer', minimum: 1 },
      { minimum: 5, maximum: 7 },
    ],
  },
  not: { type: 'string', not: { enum: ['fake', 'x'] } },
  tree: { $ref: '#/components/schemas/Tree' },
  pet: { $ref: '#/components/schemas/Pet' },
  closed: {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'integer', readOnly: true }, name: { type: 'string' } },
    additionalProperties: false,
  },
  sealed: {
    allOf: [{ type: 'object', required: ['a'], properties: { a: { type: 'string', maxLength: 3 } } }],
    properties: { b: { type: 'string' } },
    unevaluatedProperties: false,
  },
};

const rules: JsonObject = {
  type: 'object',
  properties: {
    role: { type: 'string' },
    licence: { type: 'string', minLength: 3 },
    street: { type: 'string' },
    town: { type: 'string' },
    secret: { type: 'string', minLength: 4, maxLength: 6, 'x-equals': 'again' },
    again: { type: 'string', minLength: 4, maxLength: 6 },
    mail: { type: 'string' },
    phone: { type: 'string' },
  },
  dependentRequired: { street: ['town'] },
  if: { properties: { role: { const: 'doctor' } }, required: ['role'] },
  [consequence]: { required: ['licence'] },
  anyOf: [{ required: ['mail'] }, { required: ['phone'] }],
};

const schemas: JsonObject = {
  Tree: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', maxLength: 10 },
      children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
    },
  },
  Pet: {
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName: 'species', mapping: { cat: '#/components/schemas/Cat' } },
  },
  Cat: {
    type: 'object',
    required: ['species', 'lives'],
    properties: { species: { type: 'string', const: 'cat' }, lives: { type: 'integer', maximum: 9 } },
  },
  Dog: {
    type: 'object',
    required: ['species', 'tricks'],
    properties: {
      species: { type: 'string', const: 'dog' },
      tricks: { type: 'array', items: { type: 'string' } },
    },
  },
};

const responses: JsonObject = {
  200: {
    description: 'Done.',
    content: {
      'application/json': { schema: {}, examples: { one: { value: {} } } },
      'text/csv': { schema: { type: 'string' }, examples: { one: { value: 'a,b' } } },
    },
  },
  400: { description: 'No.' },
  401: { description: 'Who?' },
};

type Parameters = { name: string; in: string; required?: boolean; schema: JsonObject }[];

const placed = (location: string, fields: Record<string, JsonObject>, required = false): Parameters =>
  Object.entries(fields).map(([name, schema]) => ({
    name: `${location}_${name}`,
    in: location,
    required,
    schema,
  }));

const body = (mediaType: string, schema: JsonObject, required = true): JsonObject => ({
  required,
  content: { [mediaType]: { schema } },
});

const all = { ...scalars, ...formatted };
const form: JsonObject = {
  type: 'object',
  required: ['word', 'tags'],
  properties: { ...all, ...lists, file: { type: 'string', format: 'binary' } },
};
const { file: _, ...noFile } = form.properties as Record<string, JsonObject>;

const written = JSON.stringify({
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Every keyword', version: '1' },
  security: [{ bearer: [] }, { key: [] }],
  paths: {
    '/query': {
      get: { operationId: 'askQuery', parameters: placed('query', { ...all, ...lists }), responses },
    },
    '/needed': {
      get: {
        operationId: 'askNeeded',
        parameters: placed('query', { word: { type: 'string', minLength: 1 }, tags: lists.tags ?? {} }, true),
        responses,
      },
    },
    '/header': { get: { operationId: 'askHeader', parameters: placed('header', all), responses } },
    '/cookie': { get: { operationId: 'askCookie', parameters: placed('cookie', all), responses } },
    ...Object.fromEntries(
      Object.entries(all).map(([name, schema]) => [
        `/${name}/{path_${name}}`,
        {
          get: {
            operationId: `ask_${name}`,
            parameters: placed('path', { [name]: schema }, true),
            responses,
          },
        },
      ]),
    ),
    '/json': {
      post: {
        operationId: 'sendJson',
        security: [{ basic: [] }],
        requestBody: body('application/json', {
          type: 'object',
          required: ['word', 'pet'],
          properties: { ...all, ...lists, ...inJson },
        }),
        responses,
      },
    },
    '/rules': {
      post: {
        operationId: 'sendRules',
        security: [{ cookie: [] }],
        requestBody: body('application/json', rules),
        responses,
      },
    },
    '/list': {
      post: {
        operationId: 'sendList',
        security: [{ query: [] }, {}],
        requestBody: body(
          'application/json',
          { type: 'array', items: form, minItems: 1, maxItems: 2 },
          false,
        ),
        responses,
      },
    },
    '/multipart': {
      post: { operationId: 'sendMultipart', requestBody: body('multipart/form-data', form), responses },
    },
    '/urlencoded': {
      post: {
        operationId: 'sendUrlencoded',
        security: [{ query: [] }],
        requestBody: body('application/x-www-form-urlencoded', { ...form, properties: noFile }),
        responses,
      },
    },
    '/text': {
      put: {
        operationId: 'sendText',
        requestBody: body('text/plain', { type: 'string', maxLength: 9 }),
        responses,
      },
    },
    '/bytes': {
      put: { operationId: 'sendBytes', requestBody: body('application/octet-stream', {}), responses },
    },
  },
  components: {
    schemas,
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      basic: { type: 'http', scheme: 'basic' },
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      cookie: { type: 'apiKey', in: 'cookie', name: 'key' },
      query: { type: 'apiKey', in: 'query', name: 'key' },
    },
  },
});

/** Every keyword that a request's schema may have, in every place of a request; no examples at all. */
export const keywordsDocument = JSON.parse(written) as JsonObject;
