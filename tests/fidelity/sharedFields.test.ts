import { describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { apiOf, readApi } from '../../scripts/apis/readApi.ts';
import { readRegistry } from '../../scripts/apis/registry.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import { compareSharedFields } from './sharedFields.ts';

const root = findProjectRoot(import.meta.dirname);

describe('the fields of a body that several media types can carry', () => {
  test.each(readRegistry(root))('are the same in each: $name', async ({ name }) => {
    const { operations } = await readApi({ root, name });
    const shared = operations.flatMap(compareSharedFields);
    expect(shared.filter(({ different }) => different.length > 0)).toEqual([]);
  });

  test('are 28 in an optretina case', async () => {
    const { operations } = await readApi({ root, name: 'optretina' });
    const [shared, ...others] = operations.flatMap(compareSharedFields);
    expect(others).toEqual([]);
    expect(shared?.where).toBe('POST /cases multipart/form-data, application/json');
    expect(shared?.same).toHaveLength(28);
  });
});

describe('compareSharedFields', () => {
  const age = { type: 'number', description: 'In years.' };
  const file = { type: 'string', format: 'binary' };

  const cases: { title: string; json: JsonObject; same: string[]; different: string[] }[] = [
    { title: 'the same', json: { age }, same: ['age'], different: [] },
    { title: 'marked', json: { age: { ...age, 'x-inferred': 'a guess' } }, same: ['age'], different: [] },
    { title: 'another type', json: { age: { ...age, type: 'string' } }, same: [], different: ['age'] },
    { title: 'another description', json: { age: { type: 'number' } }, same: [], different: ['age'] },
    { title: 'missing', json: {}, same: [], different: ['age'] },
    { title: 'one more', json: { age, name: { type: 'string' } }, same: ['age'], different: ['name'] },
  ];
  test.each(cases)('tells fields apart: $title', ({ json, same, different }) => {
    const form = { age, photo: file, 'photos[]': { type: 'array', items: file } };
    expect(compare(form, json)).toEqual([
      { where: 'POST /things multipart/form-data, application/json', same, different },
    ]);
  });
});

function compare(form: JsonObject, json: JsonObject) {
  const content = {
    'multipart/form-data': { schema: { type: 'object', properties: form } },
    'application/json': { schema: { $ref: '#/components/schemas/Thing' } },
  };
  const { operations } = apiOf('things', {
    paths: { '/things': { post: { requestBody: { content } } } },
    components: { schemas: { Thing: { properties: json } } },
  });
  return operations.flatMap(compareSharedFields);
}
