import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { gavelSchema } from '../../../scripts/dredd/gavelSchema.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';

const document: JsonObject = {
  components: {
    schemas: {
      Tree: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'integer' }, kids: { items: { $ref: '#/components/schemas/Tree' } } },
        'x-inferred': 'Only a test says so.',
      },
      'A/B': { enum: ['a', 'b'] },
    },
  },
};

/** What both drafts can say: the judgement must be the same. */
const table: { name: string; schema: Json; good: Json[]; bad: Json[] }[] = [
  { name: 'a type', schema: { type: ['integer', 'null'] }, good: [1, null], bad: ['1', 1.5] },
  { name: 'true', schema: true, good: [1, {}], bad: [] },
  { name: 'false', schema: false, good: [], bad: [1] },
  {
    name: 'recursion',
    schema: { $ref: '#/components/schemas/Tree' },
    good: [{ id: 1, kids: [{ id: 2, kids: [] }] }],
    bad: [{ id: 1, kids: [{ id: 2, kids: [{ id: '3' }] }] }, { kids: [] }],
  },
  {
    name: 'keywords beside a $ref, whose name is escaped',
    schema: { $ref: '#/components/schemas/A~1B', not: { const: 'b' } },
    good: ['a'],
    bad: ['b', 'c'],
  },
  {
    name: 'branches',
    // As text: an object with a `then` looks like a promise.
    schema: JSON.parse(
      '{ "if": { "properties": { "a": { "const": 1 } } }, "then": { "required": ["b"] }, "else": { "required": ["c"] } }',
    ),
    good: [
      { a: 1, b: 1 },
      { a: 2, c: 1 },
    ],
    bad: [{ a: 1 }, { a: 2, b: 1 }],
  },
  {
    name: 'tuples',
    schema: { prefixItems: [{ type: 'integer' }], items: { type: 'string' } },
    good: [[], [1], [1, 'a']],
    bad: [['a'], [1, 1]],
  },
  {
    name: 'dependent rules',
    schema: { dependentRequired: { a: ['b'] }, dependentSchemas: { a: { required: ['c'] } } },
    good: [{}, { b: 1 }, { a: 1, b: 1, c: 1 }],
    bad: [
      { a: 1, b: 1 },
      { a: 1, c: 1 },
    ],
  },
  {
    name: 'maps',
    schema: { properties: { type: { maxLength: 1 } }, patternProperties: { '^x': false }, minProperties: 1 },
    good: [{ type: 'a' }],
    bad: [{ type: 'ab' }, { type: 'a', x: 1 }, {}],
  },
  { name: 'lists', schema: { contains: { const: 1 }, maxItems: 2 }, good: [[2, 1]], bad: [[2], [1, 1, 1]] },
  { name: 'formats', schema: { format: 'date' }, good: ['2020-02-29'], bad: ['yesterday'] },
];

describe('judges as the bundle itself does', () => {
  const ajv = formats.default(
    new Ajv({ strict: true, strictTypes: false, strictTuples: false, strictRequired: false }),
  );

  test.each(table)('$name', ({ schema, good, bad }) => {
    const holder = { ...document, schema };
    const validate = ajv.compile(gavelSchema(holder, schema));
    const judge = (value: Json) => [
      validate(value),
      validatorOf(holder).errors('/schema', value).length === 0,
    ];
    expect(good.map(judge)).toEqual(good.map(() => [true, true]));
    expect(bad.map(judge)).toEqual(bad.map(() => [false, false]));
  });
});

test.each<{ name: string; schema: JsonObject }>([
  { name: 'a format that Ajv 6 does not know', schema: { format: 'int32' } },
  { name: 'a pattern that means something else without the flag u', schema: { pattern: '^\\p{L}+$' } },
  { name: 'a keyword that draft-07 has no word for', schema: { unevaluatedProperties: false } },
  { name: 'an empty contains', schema: { contains: { const: 1 }, minContains: 0 } },
  { name: 'an extension', schema: { 'x-sensitive': true } },
])('leaves out $name', ({ schema }) => {
  expect(gavelSchema(document, schema)).toEqual(gavelSchema(document, {}));
});

test('a $ref that leads nowhere judges nothing', () => {
  const schema = gavelSchema(document, { $ref: '#/components/schemas/None' });
  expect(schema).toMatchObject({ definitions: {}, allOf: [{ allOf: [true, {}] }] });
});
