import { expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { readResources } from '../../../scripts/resources/readResources.ts';

const boat = { type: 'object', properties: { number: { type: 'integer' }, name: { type: 'string' } } };
const json = (schema: JsonObject) => ({ description: 'Done.', content: { 'application/json': { schema } } });
const path = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const get = (operationId: string, schema: JsonObject, names: string[] = []) => ({
  operationId,
  parameters: names.map(path),
  responses: { 200: json(schema) },
});

function resourcesOf(paths: JsonObject) {
  return readResources(apiOf('marina', { openapi: '3.1.0', info: { title: 'Marina', version: '1' }, paths }));
}

test('links tell what is created, listed and named, whatever the paths are called', () => {
  const links = (pointer: string) => ({
    get: { operationId: 'getBoat', parameters: { 'path.boat': `$response.body#${pointer}` } },
    papers: {
      operationRef: '#/paths/~1papers~1{of}/get',
      parameters: { of: `$response.body#${pointer}` },
    },
  });
  const resources = resourcesOf({
    '/boats': {
      get: { operationId: 'listBoats', responses: { 200: { ...json({}), links: links('/items/0/number') } } },
    },
    '/register': {
      post: {
        operationId: 'registerBoat',
        responses: { 201: { ...json({}), links: links('/boat/number') } },
      },
    },
    '/login': { post: { operationId: 'logIn', responses: { 200: { ...json({}), links: links('/boat') } } } },
    '/boat/{boat}': { get: get('getBoat', boat, ['boat']), delete: get('deleteBoat', {}, ['boat']) },
    '/papers/{of}': { get: { parameters: [path('of')], responses: { 200: json({}) } } },
    '/boat/{id}/crew/': { put: get('updateCrew', {}, ['id']) },
  });
  expect(resources.all).toEqual([
    {
      name: '/boat/{}',
      places: [
        { operationId: 'getBoat', parameter: 'boat', method: 'read' },
        { operationId: 'deleteBoat', parameter: 'boat', method: 'delete' },
        { operationId: 'GET /papers/{of}', parameter: 'of', method: 'read' },
        { operationId: 'updateCrew', parameter: 'id' },
      ],
      // A login creates nothing: its status is another, and so is its path.
      creates: [{ operationId: 'registerBoat', status: '201', item: '/boat', identifier: '/number' }],
      lists: [{ operationId: 'listBoats', status: '200', list: '/items', item: '', identifier: '/number' }],
    },
  ]);
  expect(resources.named('updateCrew').map(({ parameter }) => parameter)).toEqual(['id']);
  expect(resources.ownPlace('updateCrew')).toBeUndefined();
  expect(resources.creates('registerBoat')?.resource.name).toBe('/boat/{}');
});

test('without links the paths tell, and names in the schemas', () => {
  const wrapped = { type: 'object', properties: { data: { $ref: '#/paths/~1boats/get/x-boat' } } };
  const resources = resourcesOf({
    '/boats': {
      get: { ...get('listBoats', { type: 'array', items: boat }), 'x-boat': boat },
      post: { operationId: 'createBoat', responses: { 200: json(wrapped) } },
    },
    '/boats/{number}': { get: get('getBoat', boat, ['number']) },
    '/boats/{number}/masts/': {
      get: get('listMasts', { type: 'array', items: { type: 'integer' } }, ['number']),
    },
    '/boats/{number}/masts/{mast}/': { delete: get('deleteMast', {}, ['number', 'mast']) },
    '/ports': { get: get('listPorts', { type: 'object', properties: { total: { type: 'integer' } } }) },
    '/ports/{port}': { get: get('getPort', {}, ['port']) },
  });
  const [boats, masts, ports] = resources.all;
  expect(boats?.lists).toEqual([
    { operationId: 'listBoats', status: '200', list: '', item: '', identifier: '/number' },
  ]);
  expect(boats?.creates).toEqual([
    { operationId: 'createBoat', status: '200', item: '/data', identifier: '/number' },
  ]);
  expect(masts?.lists).toEqual([
    { operationId: 'listMasts', status: '200', list: '', item: '', identifier: '' },
  ]);
  expect(resources.named('deleteMast').map(({ resource }) => resource.name)).toEqual([
    '/boats/{}',
    '/boats/{}/masts/{}',
  ]);
  expect(ports).toMatchObject({ name: '/ports/{}', creates: [], lists: [] });
});

test('a token in a path is no identifier', () => {
  const token = { ...path('token'), 'x-token': { operationId: 'logIn', value: '$response.body#/token' } };
  const resources = resourcesOf({
    '/{token}/boats/{id}': { get: { ...get('getBoat', boat, ['id']), parameters: [token, path('id')] } },
  });
  expect(resources.all.map(({ name }) => name)).toEqual(['/{}/boats/{}']);
});
