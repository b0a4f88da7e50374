import { describe, expect, test } from 'vitest';
import type { Json } from '../../../scripts/model/json.ts';
import { judgedBy, statedBy } from './exercised.ts';

/** An object with a member of this name looks like a promise to a linter. */
const consequence = 'then';
const text = { type: 'string' };
const number = { type: 'number' };
/** By its own property `kind`. */
const kind = (name: string) => ({ properties: { kind: { const: name }, [name]: true }, required: ['kind'] });
const address = { type: 'object', properties: { street: { type: 'string', maxLength: 9 } } };
const tree = { properties: { value: text, below: { items: { $ref: '#/components/schemas/Tree' } } } };

describe('the statements that judge a value', () => {
  test.each<[string, Json, Json, string[]]>([
    [
      'are those of its type',
      { minLength: 1, minimum: 1, maxItems: 1, maxProperties: 1 },
      'a',
      ['minLength'],
    ],
    [
      'a format may be a number’s',
      { format: 'int32', pattern: 'a', multipleOf: 1 },
      1,
      ['format', 'multipleOf'],
    ],
    [
      'of null only what is of any type',
      { type: ['string', 'null'], minLength: 1, enum: [null] },
      null,
      ['enum', 'type'],
    ],
    ['none, where all is allowed', true, 1, []],
    [
      'of a member that came',
      { properties: { a: text, b: text } },
      { a: 'x' },
      ['properties/a', 'properties/a/type'],
    ],
    ['a member of which nothing is said', { properties: { a: true } }, { a: 1 }, ['properties/a']],
    ['`required`, entry by entry', { required: ['a', 'b'] }, {}, ['required/0', 'required/1']],
    ['`required` of no object', { required: ['a'] }, ['a'], []],
    ['of items', { items: text, maxItems: 1 }, ['a', 'b'], ['items/type', 'maxItems']],
    ['of no item', { items: text, maxItems: 1 }, [], ['maxItems']],
    [
      'items after a prefix',
      { prefixItems: [text, text], items: number },
      ['a', 'b', 1],
      ['items/type', 'prefixItems/0/type', 'prefixItems/1/type'],
    ],
    ['a prefix alone', { prefixItems: [text, text], items: number }, ['a'], ['prefixItems/0/type']],
    ['the item that is to be there', { contains: { const: 1 } }, [2, 1], ['contains', 'contains/const']],
    ['the item that is not there', { contains: { const: 1 } }, [2], ['contains']],
    [
      'unevaluated items',
      { prefixItems: [text], unevaluatedItems: number },
      ['a', 1],
      ['prefixItems/0/type', 'unevaluatedItems', 'unevaluatedItems/type'],
    ],
    [
      'unevaluated items that may not be',
      { prefixItems: [text], unevaluatedItems: false },
      ['a'],
      ['prefixItems/0/type', 'unevaluatedItems'],
    ],
    [
      'other members',
      { properties: { a: true }, additionalProperties: number },
      { a: 1, b: 1 },
      ['additionalProperties', 'additionalProperties/type', 'properties/a'],
    ],
    [
      'no other member',
      { properties: { a: true }, additionalProperties: number },
      { a: 1 },
      ['properties/a'],
    ],
    ['other members that may not be', { additionalProperties: false }, {}, ['additionalProperties']],
    ['other members of any kind', { additionalProperties: true }, {}, []],
    [
      'unevaluated members',
      { allOf: [{ properties: { a: true } }], unevaluatedProperties: number },
      { a: 1, b: 1 },
      ['allOf/0/properties/a', 'unevaluatedProperties', 'unevaluatedProperties/type'],
    ],
    [
      'members by pattern',
      { patternProperties: { '^a': number, '^b': text }, additionalProperties: true },
      { ab: 1 },
      ['patternProperties/^a/type'],
    ],
    ['names', { propertyNames: { maxLength: 2 } }, { a: 1 }, ['propertyNames', 'propertyNames/maxLength']],
    ['no names', { propertyNames: { maxLength: 2 } }, {}, []],
    ['all of `allOf`', { allOf: [text, { minLength: 1 }] }, 'a', ['allOf/0/type', 'allOf/1/minLength']],
    [
      'of `oneOf`, the branch it obeys',
      { oneOf: [kind('cat'), kind('dog')] },
      { kind: 'dog', cat: 1 },
      ['oneOf', 'oneOf/1/properties/kind', 'oneOf/1/properties/kind/const', 'oneOf/1/required/0'],
    ],
    ['of `oneOf`, no branch', { oneOf: [kind('cat'), kind('dog')] }, { kind: 'cow' }, ['oneOf']],
    [
      'of `anyOf`, all branches it obeys',
      { anyOf: [{ minimum: 1 }, { minimum: 2 }, { minimum: 9 }] },
      3,
      ['anyOf', 'anyOf/0/minimum', 'anyOf/1/minimum'],
    ],
    ['what may not be', { not: { required: ['a'] } }, {}, ['not', 'not/required/0']],
    [
      'a condition that holds',
      { if: { required: ['a'] }, [consequence]: { required: ['b'] }, else: { required: ['c'] } },
      { a: 1, b: 1 },
      ['if', 'if/required/0', 'then/required/0'],
    ],
    [
      'a condition that does not',
      { if: { required: ['a'] }, [consequence]: { required: ['b'] }, else: { required: ['c'] } },
      { c: 1 },
      ['else/required/0', 'if', 'if/required/0'],
    ],
    [
      'a rule whose trigger came',
      { dependentRequired: { a: ['b'] }, dependentSchemas: { a: { required: ['c'] } } },
      { a: 1 },
      ['dependentRequired', 'dependentSchemas', 'dependentSchemas/a/required/0'],
    ],
    [
      'a rule whose trigger did not come',
      { dependentRequired: { a: ['b'] }, dependentSchemas: { a: { required: ['c'] } } },
      { b: 1 },
      [],
    ],
    [
      'members named like what objects inherit',
      { properties: { constructor: text }, dependentRequired: { toString: ['b'] } },
      {},
      [],
    ],
  ])('%s', (_, schema, value, want) => {
    expect(judgedBy(schema, value)).toEqual(want);
  });

  test('through references, what stands beside them too', () => {
    const schema = { $ref: '#/components/schemas/Home', maxProperties: 2 };
    expect(judgedBy(schema, { home: { street: 'a' } }, { Home: { properties: { home: address } } })).toEqual([
      ...['maxProperties', 'properties/home', 'properties/home/properties/street'],
      ...['properties/home/properties/street/maxLength', 'properties/home/properties/street/type'],
      'properties/home/type',
    ]);
  });

  test('a schema that is used twice is stated once, whichever use was made of it', () => {
    const place = { $ref: '#/components/schemas/Address' };
    const schema = { properties: { home: place, work: place } };
    const below = ['properties/street', 'properties/street/maxLength', 'properties/street/type', 'type'];
    expect(judgedBy(schema, { work: { street: 'a' } }, { Address: address })).toEqual([
      ...below.map((one) => `properties/home/${one}`),
      'properties/work',
    ]);
  });

  test('a recursive schema, as deep as the value goes', () => {
    const schema = { $ref: '#/components/schemas/Tree' };
    const deep = { below: [{ below: [{ value: 'a' }] }] };
    const leaf = ['properties/value', 'properties/value/type'];
    expect(judgedBy(schema, deep, { Tree: tree })).toEqual(['properties/below', ...leaf]);
    expect(judgedBy(schema, { below: [] }, { Tree: tree })).toEqual(['properties/below']);
  });

  test.each<[string, Record<string, Json>]>([
    ['that is itself', { A: { $ref: '#/components/schemas/A' } }],
    ['of all that is itself', { A: { type: 'object', allOf: [{ $ref: '#/components/schemas/A' }] } }],
    ['that leads nowhere', { A: { $ref: '#/components/schemas/B' } }],
  ])('a schema %s ends', (_, schemas) => {
    const types = JSON.stringify(schemas).includes('object') ? ['type'] : [];
    expect(judgedBy({ $ref: '#/components/schemas/A' }, {}, schemas)).toEqual(types);
  });
});

describe('a long value takes no long time', () => {
  test('a list repeats itself: its beginning is looked at', () => {
    const list = Array.from({ length: 200_000 }, (_, index) => (index === 150_000 ? 1 : { a: [{}] }));
    const startedAt = performance.now();
    expect(
      judgedBy({ items: { minimum: 1, properties: { a: { items: { type: 'object' } } } } }, list),
    ).toEqual(['items/properties/a', 'items/properties/a/items/type']);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  test('members of members of members', () => {
    const wide = (depth: number): Json =>
      depth === 0
        ? 1
        : Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`a${index}`, wide(depth - 1)]));
    const value = wide(3);
    const below = { additionalProperties: { $ref: '#/components/schemas/A' }, minProperties: 1 };
    const startedAt = performance.now();
    expect(judgedBy({ $ref: '#/components/schemas/A' }, value, { A: below })).toContain('minProperties');
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  test('a value deeper than any stack', () => {
    let value: Json = 'a';
    for (let depth = 0; depth < 9000; depth += 1) value = { below: [value] };
    expect(judgedBy({ $ref: '#/components/schemas/Tree' }, value, { Tree: tree })).toEqual([
      'properties/below',
    ]);
  });

  test('branches within branches, each of which takes as long as may be', () => {
    const below = { properties: { a: { $ref: '#/components/schemas/A' } } };
    const branch = { ...below, required: ['b'] };
    let value: Json = {};
    for (let depth = 0; depth < 40; depth += 1) value = { a: value };
    const startedAt = performance.now();
    judgedBy({ $ref: '#/components/schemas/A' }, value, { A: { oneOf: [branch, branch, below] } });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  test('twice as many ways at each step', () => {
    const doubled = {
      allOf: [
        { properties: { a: { $ref: '#/components/schemas/B' } } },
        { properties: { a: { $ref: '#/components/schemas/A' } } },
      ],
    };
    let value: Json = {};
    for (let depth = 0; depth < 60; depth += 1) value = { a: value };
    expect(judgedBy({ $ref: '#/components/schemas/A' }, value, { A: doubled, B: doubled })).toHaveLength(4);
  });
});

test('every keyword that can be stated is judged by some value', () => {
  const schema = {
    properties: {
      any: {
        type: 'string',
        enum: ['a'],
        const: 'a',
        'x-equals': 'twin',
        readOnly: false,
        writeOnly: true,
        not: number,
        if: text,
        [consequence]: { minLength: 1 },
        else: { maximum: 9 },
        anyOf: [text],
        oneOf: [text],
      },
      number: {
        maximum: 9,
        minimum: 0,
        exclusiveMaximum: 9,
        exclusiveMinimum: 0,
        multipleOf: 1,
        format: 'int32',
      },
      text: {
        maxLength: 9,
        minLength: 0,
        pattern: 'a',
        contentEncoding: 'base64',
        contentMediaType: 'text/plain',
      },
      list: {
        maxItems: 9,
        minItems: 0,
        uniqueItems: true,
        contains: number,
        maxContains: 9,
        minContains: 0,
        items: number,
      },
      tuple: { prefixItems: [number], unevaluatedItems: number },
      object: {
        maxProperties: 9,
        minProperties: 0,
        required: ['a'],
        dependentRequired: { a: ['b'] },
        dependentSchemas: { a: { minProperties: 1 } },
        propertyNames: text,
        patternProperties: { b: number },
        additionalProperties: number,
      },
      closed: { unevaluatedProperties: number },
    },
  };
  const values: Json[] = [
    { any: 'a', number: 1, text: 'a', list: [1], tuple: [1, 1], object: { a: 1, b: 1 }, closed: { a: 1 } },
    { any: 1 },
  ];
  const judged = new Set(values.flatMap((value) => judgedBy(schema, value)));
  expect([...judged].sort()).toEqual(statedBy(schema));
});
