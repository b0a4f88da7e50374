import { apiOf } from '../../../scripts/apis/readApi.ts';
import type { Api } from '../../../scripts/model/api.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { type Redactor, redactorFor } from '../../contract/redact.ts';

const document: JsonObject = {
  openapi: '3.1.0',
  paths: {
    '/doctors/{doctor}/patients/{patient}': {
      put: {
        operationId: 'updatePatient',
        tags: ['patients'],
        parameters: [
          { name: 'doctor', in: 'path', required: true, schema: {} },
          { name: 'patient', in: 'path', required: true, 'x-sensitive': true, schema: {} },
          {
            name: 'filter',
            in: 'query',
            style: 'deepObject',
            schema: { properties: { name: { 'x-sensitive': true } } },
          },
          { name: 'phone', in: 'query', schema: { $ref: '#/components/schemas/Phone' } },
          { name: 'X-Nurse', in: 'header', content: { 'text/plain': { schema: { 'x-sensitive': true } } } },
        ],
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Patient' } } },
        },
        responses: {
          200: {
            headers: { 'X-Initials': { schema: { 'x-sensitive': true } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Patient' } } },
          },
          409: {
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: '#/components/schemas/Phone' } },
              },
            },
          },
        },
      },
    },
    '/{session}/visits': {
      get: {
        operationId: 'listVisits',
        parameters: [
          {
            name: 'session',
            in: 'path',
            required: true,
            'x-sensitive': true,
            'x-token': { operationId: 'login', value: '$response.body#/token' },
            schema: {},
          },
        ],
        responses: { 200: {} },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    schemas: {
      Phone: { type: 'string', 'x-sensitive': true },
      Patient: {
        properties: {
          name: { 'x-sensitive': true },
          note: {},
          phone: { $ref: '#/components/schemas/Phone' },
          formerNames: { type: 'array', items: { 'x-sensitive': true } },
          address: { allOf: [{ properties: { street: { 'x-sensitive': true } } }] },
          relatives: { items: { $ref: '#/components/schemas/Patient' } },
          score: { type: 'integer', example: { secretive: { 'x-sensitive': true } } },
        },
      },
    },
  },
};

/** An invented clinic, of whose patients little may be told. */
export const clinic: Api = apiOf('clinic', JSON.parse(JSON.stringify(document)) as JsonObject);

export function operationCalled(id: string): Operation {
  const operation = clinic.operations.find(({ operationId }) => operationId === id);
  if (!operation) throw new Error(`The clinic has no operation ${id}.`);
  return operation;
}

export function redactor(
  secrets: Record<string, string> = {},
  headers: Record<string, string> = {},
): Redactor {
  return redactorFor({ api: clinic, session: { secrets: () => new Map(Object.entries(secrets)) }, headers });
}
