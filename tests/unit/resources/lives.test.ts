import { expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { livesOf } from '../../../scripts/resources/lives.ts';

const boat = { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' } } };
const id = (name = 'id') => ({ name, in: 'path', required: true, schema: { type: 'integer' } });
const json = (schema: JsonObject, links: JsonObject = {}) => ({
  description: 'Done.',
  content: { 'application/json': { schema } },
  links,
});
const toBoat = (pointer: string) => ({
  boat: { operationId: 'getBoat', parameters: { id: `$response.body#${pointer}` } },
});
const done = { responses: { 204: { description: 'Done.' } } };

function told(paths: JsonObject) {
  const document = { openapi: '3.1.0', info: { title: 'Marina', version: '1' }, paths };
  const { operations } = apiOf('marina', JSON.parse(JSON.stringify(document)) as JsonObject);
  const lives = livesOf(operations);
  return lives.resources.all.map((resource) => ({
    name: resource.name,
    lives: lives
      .of(resource)
      .map(({ maker, reader, listing, deleter }) =>
        [maker, reader, listing?.operation, deleter].map((one) => one?.operationId ?? '-').join(' '),
      ),
    lists: lives.listings(resource).map(({ operation }) => operation.operationId),
  }));
}

const boats = {
  '/boats/{id}': {
    get: { operationId: 'getBoat', parameters: [id()], responses: { 200: json(boat) } },
    delete: { operationId: 'deleteBoat', parameters: [id()], ...done },
  },
};

test('a maker at the path of the collection comes before another one, whatever their order', () => {
  const paths = {
    ...boats,
    '/register': {
      post: { operationId: 'registerBoat', responses: { 201: json(boat, toBoat('/id')) } },
    },
    '/boats/owned': {
      get: {
        operationId: 'listOwned',
        responses: { 200: json({ type: 'array', items: boat }, toBoat('/0/id')) },
      },
    },
    '/boats': {
      post: { operationId: 'createBoat', responses: { 201: json(boat) } },
      get: { operationId: 'listBoats', responses: { 200: json({ type: 'array', items: boat }) } },
    },
  };
  expect(told(paths)).toEqual([
    {
      name: '/boats/{}',
      lives: ['createBoat getBoat listBoats deleteBoat', 'registerBoat getBoat listBoats deleteBoat'],
      lists: ['listBoats', 'listOwned'],
    },
  ]);
});

test('what is only given to another resource was not made by that, and must not be deleted for it', () => {
  const paths = {
    ...boats,
    '/owners/{owner}/boats': {
      post: {
        operationId: 'createOwnerBoat',
        parameters: [id('owner')],
        responses: { 201: json(boat, toBoat('/id')) },
      },
    },
  };
  expect(told(paths).map(({ lives }) => lives)).toEqual([[], []]);
});

test.each(['200', '201'])(
  'what an answer of %s only refers to was not made by it; what its own path names was',
  (status) => {
    const sailor = { ...boat, properties: { ...boat.properties, boatId: { type: 'integer' } } };
    const paths = {
      ...boats,
      '/sailors': {
        post: { operationId: 'createSailor', responses: { [status]: json(sailor, toBoat('/boatId')) } },
      },
      '/sailors/{id}': {
        get: {
          operationId: 'getSailor',
          parameters: [id()],
          responses: { 200: json(sailor, toBoat('/boatId')) },
        },
        delete: { operationId: 'deleteSailor', parameters: [id()], ...done },
      },
    };
    expect(told(paths).map(({ name, lives }) => [name, lives])).toEqual([
      ['/boats/{}', []],
      ['/sailors/{}', ['createSailor getSailor - deleteSailor']],
    ]);
  },
);

test('nothing is looked for below itself', () => {
  const paths = {
    ...boats,
    '/boats/{id}/tenders': {
      get: {
        operationId: 'listTenders',
        parameters: [id()],
        responses: { 200: json({ type: 'array', items: boat }, toBoat('/0/id')) },
      },
    },
  };
  expect(told(paths)).toEqual([{ name: '/boats/{}', lives: [], lists: [] }]);
});

test('a number in the path is no name in the answer', () => {
  const named = { type: 'object', properties: { name: { type: 'string' } } };
  const paths = {
    ...boats,
    '/boats': { post: { operationId: 'createBoat', responses: { 201: json(named) } } },
  };
  expect(told(paths).map(({ lives }) => lives)).toEqual([[]]);
});
