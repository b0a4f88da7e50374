import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import {
  allParts,
  itemSchemas,
  memberSchemas,
  namedMember,
  unnamedMembers,
} from '../../../scripts/validate/memberSchemas.ts';
import { pointerIndex } from '../../../scripts/validate/pointerIndex.ts';
import {
  isBinary,
  propertiesOf,
  requiredOf,
  schemaParts,
  subschema,
  typesOf,
} from '../../../scripts/validate/schemaParts.ts';

const document: JsonObject = {
  schemas: {
    Named: { required: ['name'], properties: { name: { type: 'string' } } },
    Aged: {
      $ref: '#/schemas/Named',
      required: ['age', 'name'],
      properties: { age: {}, name: { maxLength: 3 } },
    },
    Loop: { allOf: [{ $ref: '#/schemas/Loop' }, { type: 'object' }] },
  },
};
const partsOf = (schema: Json) => schemaParts(document, { schema, pointer: '/s', usage: '/u' });
const pointers = (places: { pointer: string; usage: string }[]) =>
  places.map(({ pointer, usage }) => `${pointer} ${usage}`);

test.each<[name: string, schema: Json, ...want: string[]]>([
  ['a schema', { type: 'string' }, '/s /u'],
  ['a boolean', true],
  [
    'a $ref, with what stands beside it',
    { $ref: '#/schemas/Aged' },
    '/s /u',
    '/schemas/Aged /u',
    '/schemas/Named /u',
  ],
  [
    'all of several',
    { allOf: [{ type: 'object' }, { $ref: '#/schemas/Named' }] },
    '/s /u',
    '/s/allOf/0 /u/allOf/0',
    '/s/allOf/1 /u/allOf/1',
    '/schemas/Named /u/allOf/1',
  ],
  [
    'a circle',
    { $ref: '#/schemas/Loop' },
    '/s /u',
    '/schemas/Loop /u',
    '/schemas/Loop/allOf/0 /u/allOf/0',
    '/schemas/Loop/allOf/1 /u/allOf/1',
  ],
  ['branches are none', { oneOf: [{}, {}], if: {} }, '/s /u'],
  ['nowhere', { $ref: '#/schemas/Nobody' }, '/s /u'],
])('the parts of %s', (_, schema, ...want) => {
  expect(pointers(partsOf(schema))).toEqual(want);
});

test('properties and required names come from all parts, each once, the nearest first', () => {
  const parts = partsOf({ $ref: '#/schemas/Aged', properties: { id: {} }, required: ['id', 7] });
  expect([...propertiesOf(parts)].map(([name, { pointer }]) => `${name} ${pointer}`)).toEqual([
    'id /s/properties/id',
    'age /schemas/Aged/properties/age',
    'name /schemas/Aged/properties/name',
  ]);
  expect([...requiredOf(parts)].map(([name, { pointer, usage }]) => `${name} ${pointer} ${usage}`)).toEqual([
    'id /s/required/0 /u/required/0',
    'age /schemas/Aged/required/0 /u/required/0',
    'name /schemas/Aged/required/1 /u/required/1',
  ]);
});

test.each<[Json, string[]]>([
  [{ type: 'string' }, ['string']],
  [{ type: ['string', 'null'] }, ['string', 'null']],
  [{ allOf: [{}, { type: 'integer' }] }, ['integer']],
  [{}, []],
])('%j allows the types %j', (schema, want) => expect(typesOf(partsOf(schema))).toEqual(want));

test.each<[Json, boolean]>([
  [{ type: 'string', format: 'binary' }, true],
  [{ contentMediaType: 'image/png' }, true],
  [{ contentMediaType: 'image/png', contentEncoding: 'base64' }, false],
  [{ contentMediaType: 'application/vnd.fake+json' }, false],
  [{ contentMediaType: 'text/csv' }, false],
  [{ type: 'string' }, false],
])('%j is bytes: %s', (schema, want) => expect(isBinary(partsOf(schema))).toBe(want));

test('a subschema is an object or a boolean, and nothing inherited', () => {
  const [part] = partsOf({ properties: { a: {}, b: true, c: 'x' }, items: [] });
  if (!part) throw new Error('There is no part.');
  expect(subschema(part, 'properties', 'a')).toEqual({
    schema: {},
    pointer: '/s/properties/a',
    usage: '/u/properties/a',
  });
  expect(subschema(part, 'properties', 'b')?.schema).toBe(true);
  for (const name of ['c', 'constructor', 'd']) expect(subschema(part, 'properties', name)).toBeUndefined();
  expect(subschema(part, 'items')).toBeUndefined();
});

test('whatever may hold: every branch, each once', () => {
  const schema = {
    anyOf: [{ $ref: '#/schemas/Named' }, { $ref: '#/schemas/Named' }],
    else: { oneOf: [{ type: 'null' }] },
    dependentSchemas: { a: {} },
  };
  expect(allParts(document, [{ schema, pointer: '/s', usage: '/u' }]).map(({ pointer }) => pointer)).toEqual([
    '/s',
    '/s/else',
    '/s/anyOf/0',
    '/schemas/Named',
    '/s/anyOf/1',
    '/s/dependentSchemas/a',
    '/s/else/oneOf/0',
  ]);
});

test('whatever speaks of a member or an item', () => {
  const schema = {
    properties: { a: {} },
    patternProperties: { '^b': {} },
    additionalProperties: false,
    prefixItems: [{}, {}],
    items: {},
    unevaluatedItems: {},
  };
  const parts = partsOf(schema);
  expect(pointers(namedMember(parts, 'a'))).toEqual(['/s/properties/a /u/properties/a']);
  expect(namedMember(parts, 'toString')).toEqual([]);
  expect(unnamedMembers(parts).map(({ pointer }) => pointer)).toEqual([
    '/s/patternProperties/^b',
    '/s/additionalProperties',
  ]);
  expect([0, 1, 2].flatMap((index) => itemSchemas(parts, index).map(({ pointer }) => pointer))).toEqual([
    '/s/prefixItems/0',
    '/s/prefixItems/1',
    '/s/items',
  ]);
  expect(itemSchemas(partsOf({ unevaluatedItems: {} }), 0).map(({ pointer }) => pointer)).toEqual([
    '/s/unevaluatedItems',
  ]);
  expect(memberSchemas(parts, 'text', 'length')).toEqual([]);
  expect(memberSchemas(parts, [], '9').map(({ pointer }) => pointer)).toEqual(['/s/items']);
});

test('every object has its pointer', () => {
  const inner = { c: [{ d: {} }] };
  const whole = { 'a/b': inner, e: null };
  const index = pointerIndex(whole);
  expect([whole, inner, inner.c, inner.c[0], inner.c[0]?.d].map((one) => one && index.get(one))).toEqual([
    '',
    '/a~1b',
    '/a~1b/c',
    '/a~1b/c/0',
    '/a~1b/c/0/d',
  ]);
});
