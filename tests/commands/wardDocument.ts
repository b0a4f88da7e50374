import type { JsonObject } from '../../scripts/model/json.ts';

const json = (schema: object) => ({ 'application/json': { schema } });
const patient = { $ref: '#/components/schemas/Patient' };
const fault = {
  description: 'No.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Fault' } } },
};
const answers = (schema: object) => ({ 200: { description: 'Done.', content: json(schema) }, '4XX': fault });
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' }, example: 4711 };
const body = {
  required: true,
  content: {
    'application/json': { schema: patient, example: { name: 'Sample', ward: 'B12', status: 'in' } },
  },
};

/** An invented ward, which asks for credentials of every kind and says of little that it is sensitive. */
export const wardDocument = {
  openapi: '3.1.0',
  info: { title: 'Ward', version: '1' },
  paths: {
    '/login': {
      post: {
        operationId: 'login',
        security: [],
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                required: ['client_id', 'client_secret'],
                properties: {
                  client_id: { type: 'string' },
                  client_secret: { type: 'string', format: 'password' },
                },
              },
              example: { client_id: 'fake-id', client_secret: 'fake-secret' },
            },
          },
        },
        responses: answers({ type: 'object', properties: { access_token: { type: 'string' } } }),
      },
    },
    '/sessions': {
      get: {
        operationId: 'openSession',
        security: [{ headerKey: [] }],
        responses: answers({ type: 'object', properties: { session: { type: 'string' } } }),
      },
    },
    '/patients': {
      get: {
        operationId: 'listPatients',
        security: [{ login: [] }],
        parameters: [
          { name: 'name', in: 'query', schema: { type: 'string' }, example: 'Sample' },
          { name: 'X-Ward', in: 'header', schema: { type: 'string' }, example: 'B12' },
        ],
        responses: answers({ type: 'array', items: patient }),
      },
      post: {
        operationId: 'createPatient',
        security: [{ basic: [] }],
        requestBody: body,
        responses: answers(patient),
      },
    },
    '/patients/{id}': {
      get: {
        operationId: 'getPatient',
        security: [{ queryKey: [] }],
        parameters: [id],
        responses: answers(patient),
      },
      put: {
        operationId: 'updatePatient',
        security: [{ cookieKey: [] }],
        parameters: [id],
        requestBody: body,
        responses: answers(patient),
      },
    },
    '/{session}/notes': {
      get: {
        operationId: 'listNotes',
        security: [{ bearer: [] }],
        parameters: [
          {
            ...{ name: 'session', in: 'path', required: true, schema: { type: 'string' } },
            'x-token': { operationId: 'openSession', value: '$response.body#/session' },
          },
        ],
        responses: answers({ type: 'object', additionalProperties: patient }),
      },
    },
  },
  components: {
    securitySchemes: {
      login: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'https://ward.example/login', scopes: {} } },
        'x-token': { operationId: 'login', value: '$response.body#/access_token' },
      },
      headerKey: { type: 'apiKey', in: 'header', name: 'X-Ward-Key' },
      queryKey: { type: 'apiKey', in: 'query', name: 'ward_key' },
      cookieKey: { type: 'apiKey', in: 'cookie', name: 'ward_sid' },
      basic: { type: 'http', scheme: 'basic' },
      bearer: { type: 'http', scheme: 'bearer' },
    },
    schemas: {
      Patient: {
        type: 'object',
        required: ['name'],
        properties: {
          id: { type: 'integer' },
          name: { type: 'string' },
          birth_date: { type: 'string', format: 'date' },
          phone: { type: 'string' },
          file_number: { type: 'string', 'x-sensitive': true },
          ward: { type: 'string' },
          note: { type: 'string' },
          beds: { type: 'integer', maximum: 9 },
          status: { type: 'string', enum: ['in', 'out'] },
        },
      },
      Fault: {
        type: 'object',
        required: ['title'],
        properties: {
          title: { type: 'string', 'x-sensitive': false },
          detail: { type: 'string' },
          code: { type: 'string' },
        },
      },
    },
  },
} as unknown as JsonObject;
