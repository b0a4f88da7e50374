import { expect, test } from 'vitest';
import { requestErrors } from '../../../scripts/cases/requestErrors.ts';
import { uniqueText } from '../../../scripts/cases/uniqueText.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';

function uniqueOf(schema: JsonObject, value: Json, token = '1xa3f09cx01') {
  const document: JsonObject = { components: { schemas: { Key: schema } } };
  const place = { schema, pointer: '/components/schemas/Key', usage: '/components/schemas/Key' };
  const unique = uniqueText({ document, schema: place, value, token });
  return { unique, errors: unique === undefined ? [] : requestErrors(document, place, unique) };
}

test.each<[JsonObject, Json, Json]>([
  [{ type: 'string' }, 'maps', 'maps-1xa3f09cx01'],
  [{ type: 'string', pattern: '^[a-z]+$' }, 'maps', 'mapsbxadfajcxab'],
  [{ type: 'string', pattern: '^[A-Z]+$' }, 'MAPS', 'MAPSBXADFAJCXAB'],
  [{ type: 'string', maxLength: 12 }, 'old-town-map', 'o1xa3f09cx01'],
  [{ type: 'string', maxLength: 6 }, 'maps', '9cx01'.padStart(6, '0')],
  [{ type: 'string', format: 'email' }, 'ana@example.com', 'ana-1xa3f09cx01@example.com'],
  [{ type: 'string', enum: ['a', 'b'] }, 'a', undefined as unknown as Json],
])('%j like %j', (schema, value, want) => {
  const { unique, errors } = uniqueOf(schema, value);
  expect(errors).toEqual([]);
  expect(unique).toEqual(want);
});

test.each<[JsonObject, Json]>([
  [{ type: 'string', format: 'uuid' }, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
  [{ type: 'integer' }, 7],
  [{ type: 'integer', maximum: 99999 }, 7],
  [{ type: 'string', pattern: '^\\d{6}$' }, '123456'],
])('%j differs by token', (schema, value) => {
  const [one, other] = ['1xa3f09cx01', '1xa3f09cx02'].map((token) => uniqueOf(schema, value, token));
  expect([one?.errors, other?.errors]).toEqual([[], []]);
  expect(one?.unique).toBeDefined();
  expect(one?.unique).not.toEqual(other?.unique);
});
