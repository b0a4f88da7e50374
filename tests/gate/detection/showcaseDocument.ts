import type { JsonObject } from '../../../scripts/model/json.ts';
import { problem } from './problemResponse.ts';

const pdf = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

const chart: JsonObject = {
  type: 'object',
  required: ['id', 'kind', 'layers'],
  properties: {
    id: { type: 'integer', minimum: 1, maximum: 99 },
    kind: { enum: ['sea', 'river'] },
    version: { const: 3 },
    title: { type: 'string', minLength: 3, maxLength: 12, pattern: '^[A-Z]' },
    scale: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 10, multipleOf: 0.25 },
    printed: { type: 'string', format: 'date' },
    layers: { type: 'array', minItems: 1, maxItems: 3, uniqueItems: true, items: { type: 'string' } },
    notes: { type: 'object', minProperties: 1, additionalProperties: { type: 'string' } },
    key: { type: 'string', writeOnly: true },
    area: { $ref: '#/components/schemas/Area' },
    shape: { oneOf: [{ $ref: '#/components/schemas/Area' }, { type: 'string' }] },
  },
};

const sample = {
  id: 7,
  kind: 'sea',
  version: 3,
  title: 'Fake Sound',
  scale: 2.5,
  printed: '2024-01-31',
  layers: ['depth'],
  notes: { north: 'fake' },
  area: { town: 'Fakeport' },
  shape: { town: 'Oldfake' },
};

/** In one document what every fault of the catalogue needs, to be seen to apply. */
export const showcaseDocument: JsonObject = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Fake charts', version: '1' },
  servers: [{ url: 'https://charts.example.com' }],
  security: [{ bearer: [] }],
  paths: {
    '/charts/{id}': {
      get: {
        operationId: 'getChart',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer' }, example: 7 },
          { name: 'size', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 5 }, example: 2 },
        ],
        responses: {
          200: {
            description: 'As asked.',
            headers: { 'X-Total': { required: true, schema: { type: 'integer' }, example: 1 } },
            content: { 'application/json': { schema: chart, example: sample } },
          },
          400: problem,
          401: problem,
          404: problem,
        },
      },
      put: {
        operationId: 'changeChart',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' }, example: 7 }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['title'],
                additionalProperties: false,
                properties: {
                  title: { type: ['string', 'null'], minLength: 3, maxLength: 12 },
                  kind: { enum: ['sea', 'river'] },
                  layers: { type: 'array', minItems: 1, maxItems: 2, items: { type: 'string' } },
                  shape: { oneOf: [{ type: 'string' }, { type: 'integer', minimum: 3, maximum: 9 }] },
                },
              },
              example: { title: 'Fake', kind: 'sea' },
            },
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                required: ['title'],
                properties: { title: { type: 'string', minLength: 2 }, note: { type: 'string' } },
              },
              example: { title: 'Fake', note: 'fake' },
            },
          },
        },
        responses: { 204: { description: 'It is changed.' }, 400: problem, 401: problem, 404: problem },
      },
    },
    '/charts/{id}/print': {
      get: {
        operationId: 'printChart',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' }, example: 7 }],
        responses: {
          200: { description: 'To be printed.', content: { 'application/pdf': { example: pdf } } },
          202: { description: 'Not yet.' },
          400: problem,
          401: problem,
          404: problem,
        },
      },
    },
    '/{token}/charts': {
      get: {
        operationId: 'listCharts',
        parameters: [
          {
            ...{ name: 'token', in: 'path', required: true, schema: { type: 'string' } },
            'x-token': { operationId: 'createToken', value: '$response.body#/token' },
          },
        ],
        responses: {
          200: {
            description: 'All of them.',
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: '#/components/schemas/Area' } },
                example: [{ town: 'Fakeport' }],
              },
            },
          },
          401: problem,
        },
      },
    },
    '/token': {
      post: {
        operationId: 'createToken',
        security: [],
        responses: {
          200: {
            description: 'A token.',
            content: {
              'application/json': {
                schema: { type: 'object', properties: { token: { type: 'string' } } },
                example: { token: 'fake-token-1' },
              },
            },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Area: {
        type: 'object',
        required: ['town'],
        properties: { town: { type: 'string' } },
        additionalProperties: false,
      },
    },
  },
};
