import { describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readApis } from '../../../scripts/apis/readApis.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { Operation, SchemaPlace } from '../../../scripts/model/operation.ts';
import { usageOfError } from '../../../scripts/validate/usageOfError.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';

/** An object with a member of this name looks like a promise to a linter. */
const consequence = 'then';

const document: JsonObject = {
  schemas: {
    Cat: { type: 'object', required: ['claws'], properties: { claws: { $ref: '#/schemas/Claws' } } },
    Claws: { type: 'object', properties: { count: { type: 'integer' } } },
    Dog: { type: 'object', required: ['bark', 'name'] },
    Pet: { oneOf: [{ $ref: '#/schemas/Cat' }, { $ref: '#/schemas/Dog' }] },
    Pets: { type: 'array', items: { $ref: '#/schemas/Pet' }, minItems: 1 },
    Both: { allOf: [{ $ref: '#/schemas/Cat' }, { $ref: '#/schemas/Dog' }] },
    Any: { anyOf: [{ type: 'string' }, { items: { $ref: '#/schemas/Any' }, type: 'array' }] },
    Not: { not: { $ref: '#/schemas/Cat' } },
    Named: { propertyNames: { pattern: '^a' }, additionalProperties: { type: 'integer' } },
    Some: { contains: { type: 'integer' }, minContains: 2 },
    Closed: { properties: { a: true, b: false }, additionalProperties: false },
    Sealed: { allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
    Rule: { if: { required: ['a'] }, [consequence]: { required: ['b'] }, else: false },
    Depends: { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] } } },
    Tuple: { prefixItems: [{ type: 'integer' }], items: false },
    Date: { type: 'string', format: 'date' },
    Odd: { type: 'string', format: 'fake-format', 'x-inferred': 'A guess.', example: 1 },
    Inherited: { required: ['constructor', 'toString'], maxProperties: 0 },
    'a/b~c %': { type: 'integer' },
    Cents: { multipleOf: 0.01 },
    Never: false,
  },
};

const errorsOf = (name: string, value: Json) =>
  validatorOf(document)
    .errors(`/schemas/${name}`, value)
    .map(({ documentPointer, valuePointer }) => [documentPointer.replace(/^\/schemas\//, ''), valuePointer]);

test.each<[name: string, value: Json, ...want: string[][]]>([
  ['Cat', { claws: { count: 1 } }],
  ['Cat', {}, ['Cat/required/0', '']],
  ['Cat', { claws: { count: 'x' } }, ['Claws/properties/count/type', '/claws/count']],
  ['Dog', {}, ['Dog/required/0', ''], ['Dog/required/1', '']],
  ['Pet', { claws: { count: 'x' } }, ['Pet/oneOf', '']],
  ['Pet', { claws: {}, bark: 1, name: 2 }, ['Pet/oneOf', '']],
  ['Pets', [{ bark: 1, name: 2 }, 7, {}], ['Pet/oneOf', '/1'], ['Pet/oneOf', '/2']],
  ['Pets', [], ['Pets/minItems', '']],
  ['Both', { claws: {} }, ['Dog/required/0', ''], ['Dog/required/1', '']],
  ['Any', [['a', [1]]], ['Any/anyOf', '']],
  ['Not', { claws: {} }, ['Not/not', '']],
  ['Named', { b: 1 }, ['Named/propertyNames', '']],
  ['Named', { a: 'x' }, ['Named/additionalProperties/type', '/a']],
  ['Some', [1, 'a'], ['Some/contains', '']],
  ['Closed', { a: 1, b: 2 }, ['Closed/properties/b', '/b']],
  ['Closed', { c: 3 }, ['Closed/additionalProperties', '']],
  ['Sealed', { a: 1, c: 3 }, ['Sealed/unevaluatedProperties', '']],
  ['Rule', { a: 1 }, ['Rule/then/required/0', '']],
  ['Rule', { b: 1 }, ['Rule/else', '']],
  ['Depends', { a: 1 }, ['Depends/dependentRequired', '']],
  ['Depends', { c: 1 }, ['Depends/dependentSchemas/c/required/0', '']],
  ['Tuple', ['x'], ['Tuple/prefixItems/0/type', '/0']],
  ['Tuple', [1, 2], ['Tuple/items', '']],
  ['Date', '2024-02-30', ['Date/format', '']],
  ['Odd', 'what its example says is no matter'],
  ['Inherited', {}, ['Inherited/required/0', ''], ['Inherited/required/1', '']],
  ['a~1b~0c %', 'x', ['a~1b~0c %/type', '']],
  ['Cents', 0.07],
  ['Cents', 0.075, ['Cents/multipleOf', '']],
  ['Never', 1, ['Never', '']],
])('%s and %j', (name, value, ...want) => {
  expect(errorsOf(name, value)).toEqual(want);
});

test('a pointer that leads to no schema asks for nothing', () => {
  expect(errorsOf('Nowhere', 1)).toEqual([]);
});

test('a message asks, and does not repeat the value', () => {
  const enumerated: JsonObject = { s: { enum: ['a', 1], const: 'b' } };
  expect(
    validatorOf(enumerated)
      .errors('/s', 'Ana')
      .map(({ message }) => message),
  ).toEqual(['must be "b"', 'must be one of ["a",1]']);
});

describe('usageOfError finds the way by which a keyword came to hold', () => {
  const place = (schema: Json): [JsonObject, SchemaPlace] => {
    const whole: JsonObject = { root: schema, schemas: document.schemas as Json };
    return [whole, { schema, pointer: '/root', usage: '/use' }];
  };

  test.each<[name: string, schema: Json, value: Json, ...want: string[]]>([
    ['here', { type: 'integer' }, 'x', '/use/type'],
    ['behind a $ref', { $ref: '#/schemas/Claws' }, { count: 'x' }, '/use/properties/count/type'],
    [
      'in two members',
      { properties: { a: { $ref: '#/schemas/Dog' }, b: { $ref: '#/schemas/Dog' } } },
      { b: {} },
      '/use/properties/b/required/0',
      '/use/properties/b/required/1',
    ],
    [
      'in an item',
      { items: { $ref: '#/schemas/Claws' } },
      [{}, { count: 'x' }],
      '/use/items/properties/count/type',
    ],
    [
      'in a tuple',
      { prefixItems: [true, { type: 'integer' }], items: { type: 'string' } },
      [1, 'x', 2],
      '/use/prefixItems/1/type',
      '/use/items/type',
    ],
    [
      'in what others are like',
      { additionalProperties: { $ref: '#/schemas/Claws' } },
      { x: { count: 'x' } },
      '/use/additionalProperties/properties/count/type',
    ],
    [
      'in a pattern',
      { patternProperties: { '^x': { type: 'integer' } } },
      { x: 'x' },
      '/use/patternProperties/^x/type',
    ],
    [
      'in one of all',
      { allOf: [{}, { $ref: '#/schemas/Claws' }] },
      { count: 'x' },
      '/use/allOf/1/properties/count/type',
    ],
    ['of a condition', { if: {}, [consequence]: { required: ['b'] } }, {}, '/use/then/required/0'],
    [
      'of a dependent schema',
      { dependentSchemas: { a: { required: ['b'] } } },
      { a: 1 },
      '/use/dependentSchemas/a/required/0',
    ],
    ['of what must not be', { properties: { a: { items: false } } }, { a: [1] }, '/use/properties/a/items'],
    ['of a branch as a whole', { items: { $ref: '#/schemas/Pet' } }, [7], '/use/items/oneOf'],
    ['of a recursive schema', { $ref: '#/schemas/Any' }, 7, '/use/anyOf'],
  ])('%s', (_, schema, value, ...want) => {
    const [whole, at] = place(schema);
    const errors = validatorOf(whole).errors('/root', value);
    expect(errors.map((error) => usageOfError({ document: whole, place: at, value }, error))).toEqual(want);
  });

  test('no way leads to a keyword that stands elsewhere', () => {
    const [whole, at] = place({});
    const error = { keyword: 'type', documentPointer: '/schemas/Date/type', valuePointer: '/a', message: '' };
    expect(usageOfError({ document: whole, place: at, value: { a: 1 } }, error)).toBeUndefined();
    expect(usageOfError({ document: whole, place: at, value: 1 }, error)).toBeUndefined();
  });
});

/** Prism and our own validator skip in silence, or break, what they cannot compile. */
test('every schema of every bundle can be compiled', async () => {
  const root = findProjectRoot();
  const apis = await readApis(root);
  for (const { document: bundle, operations } of apis) {
    const places = operations.flatMap(schemasOf);
    expect(places.length).toBeGreaterThan(0);
    for (const { pointer } of places) expect(() => validatorOf(bundle).errors(pointer, null)).not.toThrow();
  }
});

function schemasOf(operation: Operation): SchemaPlace[] {
  const { parameters, requestBody, responses, callbacks } = operation;
  const content = [...(requestBody?.content ?? []), ...responses.flatMap((one) => one.content)];
  const headers = responses.flatMap((one) => one.headers);
  return [
    ...[...parameters, ...content, ...headers].flatMap(({ schema }) => schema ?? []),
    ...callbacks.flatMap(schemasOf),
  ];
}
