import type { JsonObject } from '../../scripts/model/json.ts';

const berth: JsonObject = {
  type: 'object',
  required: ['id', 'name'],
  properties: {
    id: { type: 'integer' },
    name: { type: 'string', maxLength: 20 },
    kind: { type: 'string', enum: ['pontoon', 'buoy'] },
    photo: { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/gif' },
    depth: { type: 'number', 'x-inferred': 'The page does not say how deep a berth may be called.' },
    harbour: { $ref: '#/components/schemas/Harbour' },
    formerly: {
      $ref: '#/components/schemas/Harbour',
      'x-inferred': 'Nobody knows whether a berth can move.',
    },
  },
};

const example = {
  id: 7,
  name: 'North 7',
  kind: 'buoy',
  photo: Buffer.from('GIF89a of nothing;').toString('base64'),
  depth: 2.5,
  harbour: { town: 'Fakeport' },
  formerly: { town: 'Oldfake' },
};

const ok = (schema: JsonObject, value: unknown): JsonObject => ({
  description: 'As asked.',
  headers: { 'X-Total': { $ref: '#/components/headers/X-Total' } },
  content: { 'application/json': { schema, examples: { north: { value } } as JsonObject } },
});

const refused: JsonObject = { description: 'Who is asking?' };

const id: JsonObject = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'integer' },
  examples: { north: { value: 7 } },
};

/** What none of the real documents has: required headers, a closed object, one component under two evidences. */
export const marinaDocument: JsonObject = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Fake marina', version: '1' },
  servers: [{ url: 'https://marina.example.com' }],
  security: [{ bearer: [] }],
  paths: {
    '/berths': {
      get: {
        operationId: 'listBerths',
        parameters: [
          { name: 'kind', in: 'query', required: true, schema: { $ref: '#/components/schemas/Kind' } },
          { name: 'deeper', in: 'query', schema: { type: 'integer' }, 'x-inferred': 'A guess.' },
        ],
        responses: {
          200: ok({ type: 'array', items: berth }, [example]),
          400: { description: 'No such kind.' },
          401: refused,
        },
      },
      post: {
        operationId: 'createBerth',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['name'],
                properties: { name: { type: 'string' }, kind: { $ref: '#/components/schemas/Kind' } },
              },
              examples: { north: { value: { name: 'North 7', kind: 'buoy' } } },
            },
          },
        },
        responses: { 201: ok(berth, example), 400: { description: 'Not like this.' }, 401: refused },
      },
    },
    '/berths/{id}': {
      get: {
        operationId: 'getBerth',
        parameters: [id],
        responses: {
          200: ok({ ...berth, additionalProperties: false }, example),
          401: refused,
          404: { description: 'There is no such berth.' },
        },
      },
      delete: {
        operationId: 'deleteBerth',
        'x-inferred': 'The page ends in the middle of a sentence.',
        parameters: [id],
        responses: {
          204: { description: 'It is gone.' },
          401: refused,
          404: { description: 'There is no such berth.' },
        },
      },
    },
  },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    headers: { 'X-Total': { required: true, schema: { type: 'integer', minimum: 0 }, example: 1 } },
    schemas: {
      Kind: { type: 'string', enum: ['pontoon', 'buoy'] },
      Harbour: {
        type: 'object',
        required: ['town'],
        properties: { town: { type: 'string' } },
      },
    },
  },
};
