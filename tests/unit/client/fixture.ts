import type { JsonObject } from '../../../scripts/model/json.ts';

const ok = (name: string, schema: JsonObject = {}): JsonObject => ({
  responses: { '200': { description: 'Done.', content: { [name]: { schema } } } },
});
const okJson = ok('application/json');
const described = (schema: JsonObject): JsonObject => ({
  description: 'It.',
  content: { 'application/json': { schema } },
});

const session = {
  name: 'session',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  'x-token': { operationId: 'getSession', value: '$response.header.X-Session', endedBy: ['endSession'] },
};

const thing = {
  type: 'object',
  required: ['id', 'name'],
  properties: {
    id: { type: 'integer', readOnly: true },
    name: { type: 'string' },
    secret: { type: 'string', writeOnly: true },
    scan: { type: ['string', 'null'], contentMediaType: 'image/png' },
    thumbnail: { type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' },
  },
};

/** An API that has every kind of credential, token, encoding and answer that a client must know. */
export const fixture: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Fixture', version: '1.0.0' },
  servers: [{ url: 'https://fixture.example.com/v1' }],
  security: [{ oauth: [] }],
  paths: {
    '/token': {
      post: {
        operationId: 'createToken',
        security: [],
        requestBody: { content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } } },
        ...okJson,
      },
    },
    '/things': {
      get: {
        operationId: 'listThings',
        parameters: [
          { name: 'ids', in: 'query', explode: false, schema: { type: 'array', items: { type: 'integer' } } },
          { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
          { name: 'theme', in: 'cookie', schema: { type: 'string' } },
        ],
        ...okJson,
      },
      post: {
        operationId: 'createThing',
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/Thing' } },
            'multipart/form-data': {
              schema: { $ref: '#/components/schemas/Thing' },
              encoding: { tags: { contentType: 'application/json' } },
            },
          },
        },
        ...ok('application/json', { $ref: '#/components/schemas/Thing' }),
      },
    },
    '/session': { get: { operationId: 'getSession', security: [{ key: [] }], ...okJson } },
    '/{session}/items/{id}': {
      parameters: [session, { name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: { operationId: 'getItem', security: [{ key: [] }], ...okJson },
    },
    '/{session}': {
      parameters: [session],
      delete: {
        operationId: 'endSession',
        security: [{ key: [] }],
        responses: { '204': { description: 'Gone.' } },
      },
    },
    '/either': { get: { operationId: 'getEither', security: [{ basic: [] }, { queryKey: [] }], ...okJson } },
    '/maybe': { get: { operationId: 'getMaybe', security: [{}, { cookieKey: [] }], ...okJson } },
    '/file': {
      get: {
        operationId: 'getFile',
        security: [],
        responses: { '200': { description: 'A file.', content: { 'application/pdf': {} } } },
      },
    },
    '/mixed': {
      get: {
        operationId: 'getMixed',
        security: [],
        responses: { '200': { description: 'It.', content: { 'application/json': {}, 'image/png': {} } } },
      },
    },
    '/picky': {
      get: {
        operationId: 'getPicky',
        security: [],
        responses: {
          '200': described({ type: 'object', required: ['a'], properties: { a: { type: 'number' } } }),
          '202': described({ type: 'object', required: ['b'], properties: { b: { type: 'number' } } }),
          '409': described({
            type: 'object',
            required: ['reason'],
            properties: { reason: { type: 'string' } },
          }),
          '4XX': described({
            type: 'object',
            required: ['fields'],
            properties: { fields: { type: 'array' } },
          }),
        },
      },
    },
    '/text': { get: { operationId: 'getText', security: [], ...ok('text/plain', { type: 'string' }) } },
    '/upload': {
      put: {
        operationId: 'putUpload',
        security: [],
        requestBody: { content: { 'application/octet-stream': {} } },
        responses: { '204': { description: 'Stored.' } },
      },
    },
  },
  components: {
    schemas: { Thing: thing },
    securitySchemes: {
      oauth: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: '/token', scopes: {} } },
        'x-token': {
          operationId: 'createToken',
          value: '$response.body#/access_token',
          expires: '$response.body#/expires_in',
        },
      },
      key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
      basic: { type: 'http', scheme: 'basic' },
      queryKey: { type: 'apiKey', in: 'query', name: 'query_key' },
      cookieKey: { type: 'apiKey', in: 'cookie', name: 'sid' },
    },
  },
};
