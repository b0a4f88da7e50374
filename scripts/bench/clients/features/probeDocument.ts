import type { JsonObject } from '../../../model/json.ts';

const json = (schema: JsonObject): JsonObject => ({
  description: 'Done.',
  content: { 'application/json': { schema } },
});
const thing: JsonObject = { type: 'object', properties: { name: { type: 'string' } } };
const failure: JsonObject = { type: 'object', properties: { reason: { type: 'string' } } };
const id: JsonObject = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** A small API with what the probes ask for: client credentials, an identifier in the path, a form with files, bytes. */
export const probeDocument: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Probe', version: '1.0.0' },
  servers: [{ url: 'https://probe.example.com' }],
  security: [{ oauth: [] }],
  paths: {
    '/token': {
      post: {
        operationId: 'createToken',
        security: [],
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                properties: {
                  grant_type: { type: 'string' },
                  client_id: { type: 'string' },
                  client_secret: { type: 'string' },
                },
              },
            },
          },
        },
        responses: { '200': json({ type: 'object', properties: { access_token: { type: 'string' } } }) },
      },
    },
    '/things': {
      post: {
        operationId: 'createThing',
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                properties: {
                  name: { type: 'string' },
                  'images[]': { type: 'array', items: { type: 'string', format: 'binary' } },
                },
              },
            },
          },
        },
        responses: { '201': json(thing) },
      },
    },
    '/things/{id}': {
      get: {
        operationId: 'getThing',
        parameters: [id],
        responses: { '200': json(thing), '404': json(failure) },
      },
    },
    '/things/{id}/report': {
      get: {
        operationId: 'getReport',
        parameters: [id],
        responses: { '200': { description: 'A PDF.', content: { 'application/pdf': {} } } },
      },
    },
  },
  components: {
    securitySchemes: {
      oauth: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: '/token', scopes: {} } },
        'x-token': { operationId: 'createToken', value: '$response.body#/access_token' },
      },
    },
  },
};
