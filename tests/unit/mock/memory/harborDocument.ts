import type { JsonObject } from '../../../../scripts/model/json.ts';

const text = { type: 'string' };
const integer = { type: 'integer' };
const object = (properties: JsonObject, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
});
const json = (schema: JsonObject, example: JsonObject[string]) => ({
  'application/json': { schema, examples: { first: { value: example } } },
});
const ok = (schema: JsonObject, example: JsonObject[string]) => ({
  description: 'Done.',
  content: json(schema, example),
});
const missing = {
  description: 'Unknown.',
  content: json(object({ message: text }), { message: 'No such boat.' }),
};
const parameter = (where: string, name: string, schema: JsonObject = text, example?: JsonObject[string]) => ({
  name,
  in: where,
  required: where === 'path',
  schema,
  ...(example !== undefined && { examples: { first: { value: example } } }),
});
const body = (schema: JsonObject, type = 'application/json') => ({
  required: true,
  content: { [type]: { schema } },
});

const boat = object(
  {
    id: integer,
    name: text,
    kind: { enum: ['sail', 'motor'] },
    length: { type: ['number', 'null'] },
    crew_size: integer,
    berth: object({ pier: text }),
    created_at: text,
    updated_at: { ...text, format: 'date-time' },
  },
  ['id', 'name', 'kind', 'length'],
);
const boatFields = object(
  {
    name: { type: 'string', maxLength: 40 },
    kind: { enum: ['sail', 'motor'] },
    length: { type: 'number' },
    crew_size: { type: ['integer', 'string'] },
    berth: object({ pier: text }),
    secret: text,
  },
  ['name'],
);
const alma = {
  id: 7,
  name: 'Alma',
  kind: 'sail',
  length: 9.5,
  crew_size: 3,
  berth: { pier: 'A' },
  created_at: '2026-01-02 03:04:05',
  updated_at: '2026-01-02T03:04:05Z',
};
const one = [parameter('path', 'id', integer, 7)];
const log = object({ key: { ...text, format: 'uuid' }, text }, ['key', 'text']);
const firstLog = { key: '5b6962dd-3f90-4c93-8f61-eabfa4a803e2', text: 'Left.' };
const sailor = object({ slug: text, name: text }, ['slug']);

/** A harbor without links: what it holds follows from its paths. */
export const harborDocument: JsonObject = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Harbor', version: '1' },
  paths: {
    '/boats': {
      get: {
        operationId: 'listBoats',
        parameters: [
          ...['limit', 'offset', 'page'].map((name) => parameter('query', name, integer)),
          ...['search', 'kind', 'sort'].map((name) => parameter('query', name)),
        ],
        responses: {
          200: ok(
            object({ total: integer, boats: { type: 'array', items: boat, maxItems: 50 } }, ['boats']),
            {
              total: 2,
              boats: [alma, { ...alma, id: 8, name: 'Bora', kind: 'motor' }],
            },
          ),
        },
      },
      post: {
        operationId: 'createBoat',
        requestBody: body(boatFields),
        responses: {
          201: {
            ...ok(boat, alma),
            headers: { Location: { schema: text, example: '/boats/7' } },
          },
        },
      },
    },
    '/boats/{id}': {
      parameters: one,
      get: { operationId: 'getBoat', responses: { 200: ok(boat, alma), 404: missing } },
      patch: {
        operationId: 'updateBoat',
        requestBody: body(object({ name: text, id: integer })),
        responses: { 200: ok(boat, alma), 404: missing },
      },
      delete: { operationId: 'deleteBoat', responses: { 204: { description: 'Gone.' }, 404: missing } },
    },
    '/boats/{id}/log': {
      parameters: one,
      get: { operationId: 'listLogs', responses: { 200: ok({ type: 'array', items: log }, [firstLog]) } },
      post: {
        operationId: 'createLog',
        requestBody: body(object({ text }, ['text'])),
        responses: { 201: ok(log, firstLog) },
      },
    },
    '/boats/{id}/log/{key}': {
      parameters: [...one, parameter('path', 'key', { ...text, format: 'uuid' }, firstLog.key)],
      get: { operationId: 'getLog', responses: { 200: ok(log, firstLog), 404: missing } },
    },
    '/sailors': {
      get: {
        operationId: 'listSailors',
        responses: {
          200: ok({ type: 'array', items: sailor }, [
            { slug: 'kim', name: 'Kim' },
            { slug: 'lee', name: 'Lee' },
          ]),
        },
      },
      post: {
        operationId: 'createSailor',
        requestBody: body(sailor),
        responses: { 201: ok(sailor, { slug: 'kim', name: 'Kim' }) },
      },
    },
    '/sailors/{slug}': {
      parameters: [parameter('path', 'slug', text, 'kim')],
      get: { operationId: 'getSailor', responses: { 200: ok(sailor, { slug: 'kim', name: 'Kim' }) } },
      delete: { operationId: 'deleteSailor', responses: { 204: { description: 'Gone.' } } },
    },
    '/boats/{id}/crew': {
      parameters: one,
      get: {
        operationId: 'listCrew',
        responses: {
          200: {
            ...ok({ type: 'array', items: sailor }, [{ slug: 'kim', name: 'Kim' }]),
            links: { sailor: { operationId: 'getSailor', parameters: { slug: '$response.body#/0/slug' } } },
          },
        },
      },
      ...Object.fromEntries(
        ['post', 'put', 'delete'].map((method) => [
          method,
          {
            operationId: `${method}Crew`,
            requestBody: { content: { 'application/json': { schema: object({ slug: text }) } } },
            responses: { 200: ok({ type: 'array', items: sailor }, [{ slug: 'kim', name: 'Kim' }]) },
          },
        ]),
      ),
    },
    '/papers': {
      post: {
        operationId: 'createPaper',
        requestBody: body(object({ file: { type: 'string', format: 'binary' } }), 'multipart/form-data'),
        responses: { 201: ok(object({ id: integer }), { id: 1 }) },
      },
    },
    '/papers/{id}': {
      parameters: [parameter('path', 'id', integer, 1)],
      delete: { operationId: 'deletePaper', responses: { 204: { description: 'Gone.' } } },
    },
    '/papers/{id}/file': {
      parameters: [parameter('path', 'id', integer, 1)],
      get: {
        operationId: 'getPaperFile',
        responses: {
          200: {
            description: 'The bytes.',
            content: {
              'application/octet-stream': {
                schema: { type: 'string', format: 'binary' },
                examples: { first: { value: 'paper' } },
              },
            },
          },
        },
      },
    },
    '/tides/{port}': {
      parameters: [parameter('path', 'port')],
      get: {
        operationId: 'getTide',
        responses: { 200: ok(object({ port: text }), { port: 'Example Bay' }) },
      },
    },
  },
};
