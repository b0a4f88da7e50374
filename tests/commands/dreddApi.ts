/** An API with every way to send and to answer that Dredd stumbles over when left alone. */
import { apiOf } from '../../scripts/apis/readApi.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { Json, JsonObject } from '../../scripts/model/json.ts';

const answer = (description: string, content?: JsonObject): JsonObject => ({
  description,
  ...(content && { content }),
});
const json = (schema: string, value: Json): JsonObject => ({
  'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, examples: { one: { value } } },
});
const problem = answer('Refused.', json('Problem', { message: 'visibly fake' }));

const thing = { id: 1, label: null, parts: [{ id: 2, parts: [{ id: 3 }] }] };

const idParameter: JsonObject = {
  name: 'thing-id',
  in: 'path',
  required: true,
  schema: { type: 'integer' },
  examples: { one: { value: 7 } },
};

export const thingsDocument: JsonObject = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Things', version: '1.0.0' },
  servers: [{ url: 'http://127.0.0.1/things' }],
  security: [{ bearer: [] }],
  paths: {
    '/things': {
      get: {
        operationId: 'listThings',
        parameters: [
          { name: 'page[size]', in: 'query', required: true, schema: { type: 'integer' }, example: 10 },
        ],
        responses: {
          200: answer('Things.', {
            ...json('Things', [thing]),
            'text/csv': { schema: { type: 'string' }, example: 'id,label' },
            'image/*': { example: 'fake pixels' },
          }),
          '4XX': problem,
          default: problem,
        },
      },
      post: {
        operationId: 'createThing',
        requestBody: { required: true, content: json('Thing', thing) },
        responses: {
          201: {
            description: 'Made.',
            headers: {
              Location: { required: true, schema: { type: 'string' }, example: '/things/1' },
              'X-Note': { schema: { type: 'string' } },
            },
          },
          401: problem,
        },
      },
    },
    '/things/{thing-id}/report': {
      parameters: [idParameter],
      get: {
        operationId: 'getReport',
        responses: {
          200: answer('A PDF.', {
            'application/pdf': {
              schema: { contentMediaType: 'application/pdf' },
              example: '%PDF-1.4 visibly fake \u00ff',
            },
          }),
          404: answer('No such thing.'),
        },
      },
      head: { operationId: 'checkReport', responses: { 200: answer('There.', json('Thing', thing)) } },
    },
    '/token': {
      post: {
        operationId: 'createToken',
        security: [],
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': {
              schema: { type: 'object', properties: { user: { type: 'string' } }, required: ['user'] },
              example: { user: 'Ana Example' },
            },
          },
        },
        responses: { 200: answer('A token.', json('Token', { token: 'fake-token-0001' })), 401: problem },
      },
    },
    '/images': {
      post: {
        operationId: 'createImages',
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['images[]'],
                properties: {
                  'images[]': { type: 'array', items: { contentMediaType: 'image/png' }, minItems: 2 },
                },
              },
              example: { 'images[]': ['fake one', 'fake two'] },
            },
          },
        },
        responses: { 204: answer('Kept.'), 401: problem },
      },
    },
  },
  components: {
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        'x-token': { operationId: 'createToken', value: '$response.body#/token' },
      },
    },
    schemas: {
      Things: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
      Thing: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'integer', format: 'int32' },
          label: { type: ['string', 'null'] },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Thing', description: 'A part.' } },
        },
      },
      Token: { type: 'object', required: ['token'], properties: { token: { type: 'string' } } },
      Problem: { type: 'object', required: ['message'], properties: { message: { type: 'string' } } },
    },
  },
};

export const things: Api = apiOf('things', thingsDocument);
