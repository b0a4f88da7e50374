import { describe, expect, test } from 'vitest';
import { sample, sampleChoices } from '../../../scripts/cases/sample.ts';
import { samplePattern } from '../../../scripts/cases/samplePattern.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';

/** An object with a member of this name looks like a promise to a linter. */
const consequence = 'then';
const text = { type: 'string' };

const schemas: JsonObject = {
  Tree: {
    type: 'object',
    required: ['next'],
    properties: { next: { oneOf: [{ $ref: '#/schemas/Tree' }, { type: 'null' }] } },
  },
  Wide: {
    properties: Object.fromEntries(['a', 'b', 'c'].map((name) => [name, { $ref: '#/schemas/Wider' }])),
  },
  Wider: {
    properties: Object.fromEntries(['a', 'b', 'c'].map((name) => [name, { $ref: '#/schemas/Widest' }])),
  },
  Widest: { properties: { again: { $ref: '#/schemas/Wide' } } },
  Cat: { type: 'object', required: ['kind'], properties: { kind: text, lives: { type: 'integer' } } },
};

function sampled(schema: unknown, extent: 'minimal' | 'maximal' = 'minimal') {
  const document = JSON.parse(JSON.stringify({ schema, schemas })) as JsonObject;
  const place = { schema: document.schema as Json, pointer: '/schema', usage: '/schema' };
  const value = sample(document, place, extent);
  const errors = value === undefined ? ['nothing'] : validatorOf(document).errors('/schema', value);
  return { value, errors, choices: sampleChoices(document, place) };
}

test.each<[name: string, schema: unknown, want?: unknown]>([
  ['a list of types', { type: ['null', 'integer'], minimum: 5 }, 5],
  [
    'bounds from several schemas',
    {
      allOf: [
        { type: 'number', minimum: 2 },
        { type: 'integer', minimum: 3.5 },
      ],
    },
    4,
  ],
  [
    'lengths from several',
    {
      allOf: [
        { ...text, minLength: 2 },
        { minLength: 6, maxLength: 7 },
      ],
    },
    'fakexx',
  ],
  ['a type that is only hinted at', { minItems: 1, items: { minLength: 5 } }, ['fakex']],
  ['an enumeration, of which not all go', { enum: ['a', 'bb'], minLength: 2 }, 'bb'],
  ['an example that breaks its own schema', { type: 'integer', example: 'x', default: 3 }, 3],
  ['a pattern', { ...text, pattern: '^[A-Z]{3}-\\d{4}$' }, 'XXX-1111'],
  ['a pattern and a length', { ...text, pattern: '^x+y$', minLength: 4 }, 'xxxy'],
  ['a pattern that looks ahead', { ...text, pattern: '^(?=.*\\d)(?=.*[a-z]).{8,}$' }, 'Fake-1-Fake-2-'],
  ['not', { ...text, not: { enum: ['fake'] } }],
  ['places of a list', { prefixItems: [text, { type: 'integer' }], items: false, minItems: 2 }, ['fake', 1]],
  [
    'what a list contains',
    { items: { type: ['string', 'integer'] }, contains: { const: 7 }, minItems: 3 },
    ['fake', 'fake', 7],
  ],
  [
    'different items',
    { items: { type: 'object', required: ['n'], properties: { n: text } }, minItems: 2, uniqueItems: true },
  ],
  [
    'members that are required and not described',
    { required: ['a'], additionalProperties: { type: 'integer' } },
    { a: 1 },
  ],
  ['so many members', { minProperties: 2, properties: { a: text } }, { a: 'fake', extra_1: 'fake' }],
  ['a branch that another schema goes with', { anyOf: [{ type: 'integer' }, text], type: 'string' }, 'fake'],
  [
    'the second branch',
    { oneOf: [{ required: ['a'] }, { required: ['b'] }], properties: { a: false, b: text } },
    { b: 'fake' },
  ],
  [
    'a rule',
    {
      type: 'object',
      if: { properties: { a: {} } },
      [consequence]: { required: ['b'], properties: { b: text } },
    },
    { b: 'fake' },
  ],
  [
    'one member that asks for another',
    { required: ['a'], properties: { a: text, b: text }, dependentRequired: { a: ['b'] } },
    { a: 'fake', b: 'fake' },
  ],
  ['a schema that holds itself', { $ref: '#/schemas/Tree' }],
  ['an address of a length', { ...text, format: 'email', minLength: 20 }, 'xxxxxxxx@example.com'],
  [
    'a discriminator',
    {
      oneOf: [{ $ref: '#/schemas/Cat' }],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/schemas/Cat' } },
    },
    { kind: 'cat' },
  ],
])('%s', (_, schema, want) => {
  const { value, errors } = sampled(schema);
  expect(errors).toEqual([]);
  if (want !== undefined) expect(value).toEqual(want);
});

test('what no value obeys is made all the same, for the report', () => {
  expect(sampled({ type: 'integer', minimum: 3, maximum: 2 })).toMatchObject({
    value: expect.any(Number),
    errors: [expect.anything()],
    choices: [],
  });
  expect(sampled(false).value).toBeUndefined();
});

test('schemas that use each other in many ways are filled in within a bound', () => {
  const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
  const deep = Object.fromEntries(
    names.map((name, index) => {
      const next = { $ref: `#/schema/$defs/s${index + 1}` };
      return [name, index === 39 ? text : { properties: { a: next, b: next } }];
    }),
  );
  const started = performance.now();
  expect(sampled({ $defs: deep, $ref: '#/schema/$defs/s0' }, 'maximal').errors).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('one value of each branch', () => {
  const branch = (kind: string) => ({ required: ['kind'], properties: { kind: { const: kind } } });
  expect(sampled({ oneOf: [branch('a'), branch('b')] }).choices).toEqual([{ kind: 'a' }, { kind: 'b' }]);
});

describe('a pattern', () => {
  test.each<[pattern: string, length: number | undefined, want: string | undefined]>([
    ['^\\+?[1-9]\\d{1,14}$', undefined, '11'],
    ['^\\+?[1-9]\\d{1,14}$', 6, '+11111'],
    ['^(foo|bar)?x*$', 8, 'fooxxxxx'],
    ['[a-z]+@[a-z]+\\.com', 9, 'xxx@x.com'],
    ['^#(?:[0-9a-f]{3}){1,2}$', 9, '#111111'],
    ['^\\p{Lu}\\S{2,}$', undefined, 'Xxx'],
    ['^\\u00e9[é]$', undefined, 'éé'],
    ['b', 3, 'bbb'],
    ['(', undefined, undefined],
    ['(a)\\1', undefined, undefined],
    [`${'('.repeat(300)}a${')'.repeat(300)}`, undefined, 'a'],
    ['((((a{999}){999}){999}){999})', undefined, undefined],
    ['a'.repeat(2000), undefined, undefined],
  ])('%s of %s characters', (pattern, length, want) => {
    expect(samplePattern(pattern, length)).toBe(want);
  });
});
