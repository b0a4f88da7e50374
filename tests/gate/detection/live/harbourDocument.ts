import type { JsonObject } from '../../../../scripts/model/json.ts';
import { problem } from '../problemResponse.ts';

const pdf = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

const json = (schema: JsonObject, example: JsonObject | JsonObject[]) => ({
  'application/json': { schema, example },
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const refusals = { 400: problem, 401: problem, 404: problem };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' }, example: 7 };
const newBoat = { name: 'Fake Gull', kind: 'ferry', length: 12.5 };
const boat = { id: 7, ...newBoat };
const body = { required: true, content: json(ref('NewBoat'), newBoat) };

/** A small API that a live server can lie about in every way: in what it answers, in what it holds, and in whom it knows. */
export const harbourDocument: JsonObject = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Fake harbour', version: '1' },
  servers: [{ url: 'https://harbour.example.com' }],
  security: [{ bearer: [] }],
  paths: {
    '/login': {
      post: {
        operationId: 'logIn',
        security: [],
        requestBody: {
          required: true,
          content: json(ref('Login'), { username: 'fake-dana', password: 'fake-password' }),
        },
        responses: {
          200: {
            description: 'A token.',
            content: json(
              { type: 'object', required: ['token'], properties: { token: { type: 'string' } } },
              { token: 'fake-token-1' },
            ),
          },
          ...refusals,
        },
      },
    },
    '/logout': {
      post: {
        operationId: 'logOut',
        'x-ends-session': true,
        responses: { 204: { description: 'Good bye.' }, ...refusals },
      },
    },
    '/boats': {
      get: {
        operationId: 'listBoats',
        responses: {
          200: {
            description: 'All of them.',
            headers: { 'X-Total': { required: true, schema: { type: 'integer' }, example: 1 } },
            content: json({ type: 'array', items: ref('Boat') }, [boat]),
          },
          ...refusals,
        },
      },
      post: {
        operationId: 'createBoat',
        requestBody: body,
        responses: { 201: { description: 'Here it is.', content: json(ref('Boat'), boat) }, ...refusals },
      },
    },
    '/boats/{id}': {
      parameters: [id],
      get: {
        operationId: 'getBoat',
        responses: { 200: { description: 'Here it is.', content: json(ref('Boat'), boat) }, ...refusals },
      },
      put: {
        operationId: 'changeBoat',
        requestBody: body,
        responses: { 200: { description: 'Changed.', content: json(ref('Boat'), boat) }, ...refusals },
      },
      delete: {
        operationId: 'deleteBoat',
        responses: { 204: { description: 'It is gone.' }, ...refusals },
      },
    },
    '/boats/{id}/papers': {
      parameters: [id],
      get: {
        operationId: 'getPapers',
        responses: {
          200: { description: 'To be printed.', content: { 'application/pdf': { example: pdf } } },
          ...refusals,
        },
      },
    },
  },
  components: {
    securitySchemes: {
      bearer: {
        ...{ type: 'http', scheme: 'bearer' },
        'x-token': { operationId: 'logIn', value: '$response.body#/token', endedBy: ['logOut'] },
      },
    },
    schemas: {
      Login: {
        type: 'object',
        required: ['username', 'password'],
        properties: {
          username: { type: 'string', 'x-sensitive': true },
          password: { type: 'string', 'x-sensitive': true },
        },
      },
      NewBoat: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', maxLength: 40 },
          kind: { enum: ['ferry', 'barge'] },
          length: { type: 'number', exclusiveMinimum: 0 },
        },
      },
      Boat: {
        type: 'object',
        required: ['id', 'name'],
        properties: {
          id: { type: 'integer' },
          name: { type: 'string' },
          kind: { enum: ['ferry', 'barge'] },
          length: { type: 'number' },
        },
      },
    },
  },
};
