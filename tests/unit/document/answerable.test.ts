import { describe, expect, test } from 'vitest';
import { answerable } from '../../../scripts/contract/answerable.ts';
import { unfoldSchema } from '../../../scripts/contract/unfoldSchema.ts';
import { startMock } from '../../../scripts/mock/startMock.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';
import { within } from '../../../scripts/validate/within.ts';
import { documentOf, doubling, everyOther } from './hostile.ts';

describe('a document without end has a mock within a bound', () => {
  test.each<[what: string, document: JsonObject]>([
    ['schemas that use each other', everyOther(30)],
    ['properties that double themselves', doubling('properties')],
    ['a hundred uses of a large schema', manyUses()],
  ])('%s', async (_, document) => {
    const startedAt = performance.now();
    const mock = await startMock({ apis: [{ name: 'fake', document: answerable(document) }] });
    const post = (body: string) =>
      fetch(`${mock.url}/fake/things`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    const statuses = [(await post('{}')).status, (await post('"no object"')).status];
    await mock.close();
    expect(statuses).toEqual([200, 422]);
    expect(performance.now() - startedAt).toBeLessThan(30_000);
  });
});

function manyUses(): JsonObject {
  const properties = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [`property_${index}`, { type: 'string' }]),
  );
  const schemas = { Large: { type: 'object', properties } };
  const document = documentOf({ $ref: '#/components/schemas/Large' }, { components: { schemas } });
  const paths = document.paths as JsonObject;
  for (let index = 0; index < 100; index += 1) paths[`/things/${index}`] = paths['/things'] ?? {};
  return document;
}

describe('a schema is written out', () => {
  const document = documentOf(true, {
    components: {
      schemas: {
        Tree: {
          type: 'object',
          properties: { name: { type: 'string' }, first: { $ref: '#/components/schemas/Tree' } },
        },
        Round: { $ref: '#/components/schemas/Round' },
      },
    },
  });
  const tree = { $ref: '#/components/schemas/Tree' };

  test.each<[what: string, most: number, first: unknown]>([
    [
      'the nearest first',
      5,
      { type: 'object', properties: { name: { type: 'string' }, first: { type: 'object' } } },
    ],
    ['where there is room', 4, { type: 'object' }],
  ])('%s', (_, most, first) => {
    expect(unfoldSchema(document, tree, most)).toEqual({
      type: 'object',
      properties: { name: { type: 'string' }, first },
    });
  });

  test('what refers to nothing but itself is not known', () => {
    expect(unfoldSchema(document, { items: { $ref: '#/components/schemas/Round' } }, 9)).toEqual({
      items: true,
    });
  });

  test('the document stays as it is', () => {
    const before = JSON.stringify(document);
    unfoldSchema(document, tree, 100);
    expect(JSON.stringify(document)).toBe(before);
  });
});

test('who gives up waiting for a schema to be compiled can ask again', () => {
  const document = everyOther(60);
  const pointer = '/components/schemas/S0';
  const patience = [1, 2, 4, 8, 16, 32];
  const given = patience.map((most) => within(most, () => validatorOf(document).errors(pointer, 1).length));
  expect(given[0]).toBeUndefined();
  expect(validatorOf(document).errors(pointer, 1)).toHaveLength(1);
});
