import type { JsonObject } from '../../../scripts/model/json.ts';

/** A PDF in so far as its bytes are not all ASCII, and it is not UTF-8. */
export const reportBytes = '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n%%EOF\n';

const json = (example: JsonObject | JsonObject[]): JsonObject => ({ 'application/json': { example } });
const refused = (says: string): JsonObject => ({ description: says, content: json({ error: says }) });

const scanFields: JsonObject = {
  type: 'object',
  required: ['eye', 'images[]'],
  properties: {
    eye: { type: 'string', enum: ['OD', 'OS'] },
    age: { type: 'integer', minimum: 0 },
    urgent: { type: 'boolean' },
    reason: { type: 'string' },
    'images[]': { type: 'array', minItems: 1, items: { type: 'string', format: 'binary' } },
  },
  // As text, because an object literal with a `then` looks like a promise.
  ...JSON.parse(
    '{"if": {"properties": {"urgent": {"const": true}}, "required": ["urgent"]}, "then": {"required": ["reason"]}}',
  ),
};

/** A small invented API with every encoding, and every kind of security, that the mock knows. */
export const clinicDocument: JsonObject = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Clinic', version: '1' },
  servers: [{ url: 'https://clinic.example/v1' }],
  security: [{ token: [] }],
  components: {
    securitySchemes: {
      token: { type: 'apiKey', in: 'header', name: 'Authorization', 'x-auth-scheme': 'Token' },
    },
    schemas: {
      Step: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' }, next: { $ref: '#/components/schemas/Step' } },
        dependentRequired: { next: ['name'] },
        unevaluatedProperties: false,
      },
    },
  },
  paths: {
    '/scans': {
      post: {
        operationId: 'createScan',
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': { schema: scanFields },
            'application/json': {
              schema: { type: 'object', required: ['url'], properties: { url: { type: 'string' } } },
            },
          },
        },
        responses: {
          201: { description: 'Created', content: json({ id: 7 }) },
          400: refused('not valid'),
          401: refused('who are you'),
          413: refused('too large'),
        },
      },
      get: {
        operationId: 'listScans',
        security: [{}, { token: [] }],
        parameters: [
          { name: 'ids', in: 'query', schema: { type: 'array', items: { type: 'integer' } } },
          { name: 'session', in: 'cookie', schema: { type: 'integer' } },
          { name: 'Accept', in: 'header', required: true, schema: { const: 'nothing' } },
        ],
        responses: {
          200: {
            description: 'All',
            headers: {
              'X-Count': { schema: { type: 'integer' }, example: 1 },
              'Content-Length': { schema: { type: 'integer' }, example: 9999 },
              'Transfer-Encoding': { schema: { type: 'string' }, example: 'chunked' },
            },
            content: {
              'application/json': { examples: { one: { value: [{ id: 7 }] }, none: { value: [] } } },
            },
          },
        },
      },
    },
    '/scans/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 5 } }],
      get: {
        operationId: 'getScan',
        deprecated: true,
        responses: {
          200: { description: 'The scan', content: json({ id: 'from the template' }) },
          404: {
            description: 'None',
            content: {
              'application/json': {
                examples: {
                  unknownScan: { value: { error: 'unknown scan' } },
                  deletedScan: { value: { error: 'deleted scan' } },
                },
              },
            },
          },
        },
      },
      delete: { operationId: 'deleteScan', responses: { 204: { description: 'Gone' } } },
    },
    '/scans/latest': {
      get: {
        operationId: 'getLatestScan',
        responses: { 200: { description: 'The scan', content: json({ id: 'from the literal path' }) } },
      },
    },
    '/scans/{id}/report': {
      get: {
        operationId: 'getReport',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: {
          200: {
            description: 'The report',
            content: {
              'application/pdf': { schema: { type: 'string', format: 'binary' }, example: reportBytes },
            },
          },
          404: refused('no report'),
          406: refused('PDF only'),
        },
      },
    },
    '/tokens': {
      post: {
        operationId: 'createToken',
        security: [],
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                required: ['grant'],
                properties: {
                  grant: { const: 'client_credentials' },
                  hours: { type: 'number', maximum: 24 },
                  scopes: { type: 'array', items: { type: 'string' }, maxItems: 2 },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: { 200: { description: 'The token', content: json({ token: 'fake-token' }) } },
      },
    },
    '/alarm': {
      put: {
        operationId: 'switchAlarm',
        requestBody: { required: true, content: { 'application/json': { schema: { type: 'boolean' } } } },
        responses: { 204: { description: 'Switched' }, 400: refused('on or off') },
      },
    },
    '/plans': {
      put: {
        operationId: 'replacePlan',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Step' } } } },
        responses: {
          200: { description: 'Replaced', content: json({ name: 'first' }) },
          422: refused('no plan'),
        },
      },
    },
  },
};
