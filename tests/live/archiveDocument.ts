import type { JsonObject } from '../../scripts/model/json.ts';

const json = (schema: JsonObject) => ({ 'application/json': { schema } });
const answer = (schema: JsonObject) => ({ description: 'Done.', content: json(schema) });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const list = (name: string) => answer({ type: 'array', items: ref(name) });
const refusals = {
  400: { description: 'Refused.' },
  404: { description: 'Not there.' },
  405: { description: 'No such method.' },
  415: { description: 'No such media type.' },
};
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' }, example: 77 };
const key = { name: 'key', in: 'path', required: true, schema: { type: 'string' }, example: 'summary' };
const body = (name: string, example: JsonObject) => ({
  required: true,
  content: { 'application/json': { schema: ref(name), example } },
});

const folder = { title: 'Letters of 1912', shelf: 4, opened: '2024-05-01', box: null };
const note = { key: 'summary', text: 'Mostly about the weather.' };

/** An archive of folders with notes in them, and of labels, which no operation takes away. */
export const archiveDocument: JsonObject = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Archive', version: '1' },
  servers: [{ url: 'https://archive.example.com' }],
  paths: {
    '/folders': {
      get: { operationId: 'listFolders', responses: { 200: list('Folder'), ...refusals } },
      post: {
        operationId: 'createFolder',
        requestBody: body('NewFolder', folder),
        responses: { 201: answer(ref('Folder')), ...refusals },
      },
    },
    '/folders/{id}': {
      parameters: [id],
      get: { operationId: 'getFolder', responses: { 200: answer(ref('Folder')), ...refusals } },
      put: {
        operationId: 'updateFolder',
        requestBody: body('NewFolder', folder),
        responses: { 200: answer(ref('Folder')), ...refusals },
      },
      delete: { operationId: 'deleteFolder', responses: { 204: { description: 'Gone.' }, ...refusals } },
    },
    '/folders/{id}/notes': {
      parameters: [id],
      get: { operationId: 'listNotes', responses: { 200: list('Note'), ...refusals } },
      post: {
        operationId: 'createNote',
        requestBody: body('Note', note),
        responses: { 201: answer(ref('Note')), 409: { description: 'There already.' }, ...refusals },
      },
    },
    '/folders/{id}/notes/{key}': {
      parameters: [id, key],
      get: { operationId: 'getNote', responses: { 200: answer(ref('Note')), ...refusals } },
      put: {
        operationId: 'updateNote',
        requestBody: body('Note', note),
        responses: { 200: answer(ref('Note')), ...refusals },
      },
      delete: { operationId: 'deleteNote', responses: { 204: { description: 'Gone.' }, ...refusals } },
    },
    '/folders/{id}/seal': {
      parameters: [id],
      put: { operationId: 'updateSeal', responses: { 204: { description: 'Sealed.' }, ...refusals } },
    },
    '/labels': {
      post: {
        operationId: 'createLabel',
        requestBody: body('NewLabel', { word: 'Fragile' }),
        responses: { 201: answer(ref('Label')), ...refusals },
      },
    },
    '/labels/{id}': {
      parameters: [id],
      get: { operationId: 'getLabel', responses: { 200: answer(ref('Label')), ...refusals } },
    },
    '/visitors/{id}': {
      parameters: [id],
      get: { operationId: 'getVisitor', responses: { 200: answer(ref('Visitor')), ...refusals } },
      delete: { operationId: 'deleteVisitor', responses: { 204: { description: 'Gone.' }, ...refusals } },
    },
  },
  components: {
    schemas: {
      NewFolder: {
        type: 'object',
        required: ['title'],
        additionalProperties: false,
        properties: {
          title: { type: 'string', maxLength: 60 },
          shelf: { type: 'integer', minimum: 1 },
          opened: { type: 'string', format: 'date' },
          box: { type: ['integer', 'null'] },
        },
      },
      Folder: {
        type: 'object',
        required: ['id', 'title'],
        properties: {
          id: { type: 'integer' },
          title: { type: 'string' },
          shelf: { type: ['string', 'integer', 'null'] },
          opened: { type: ['string', 'null'], format: 'date-time' },
          box: { type: ['integer', 'null'] },
        },
      },
      Note: {
        type: 'object',
        required: ['key', 'text'],
        additionalProperties: false,
        properties: {
          key: { type: 'string', pattern: '^[a-z0-9-]+$', maxLength: 24 },
          text: { type: 'string' },
        },
      },
      NewLabel: {
        type: 'object',
        required: ['word'],
        additionalProperties: false,
        properties: { word: { type: 'string' } },
      },
      Label: {
        type: 'object',
        required: ['id', 'word'],
        properties: { id: { type: 'integer' }, word: { type: 'string' } },
      },
      Visitor: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    },
  },
};
