import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../scripts/json/applyChange.ts';
import type { Case } from '../../../scripts/model/case.ts';
import type { Json } from '../../../scripts/model/json.ts';
import { planOf } from './plans.ts';

/** The value of `it` in each case of a kind, by the end of its title; the whole body where it is no object. */
function valuesOf(kind: Case['kind'], schema: object, options = {}): Record<string, unknown> {
  const { plan } = planOf({ properties: { it: schema } }, options);
  const cases = plan.cases.filter((one) => one.kind === kind);
  return Object.fromEntries(
    cases.map(({ title, change }) => {
      const { body } = applyChange(plan.base, change) as { body: { it?: Json } };
      return [title.slice(`${kind} body.it `.length), body.it];
    }),
  );
}

interface Row {
  name: string;
  schema: object;
  inside?: Record<string, unknown>;
  outside?: Record<string, unknown>;
}

const text = { type: 'string' };

describe('the edges of a limit', () => {
  test.each<Row>([
    {
      name: 'lengths',
      schema: { ...text, minLength: 2, maxLength: 5 },
      inside: { minLength: 'xx', maxLength: 'xxxxx' },
      outside: { minLength: 'x', maxLength: 'xxxxxx' },
    },
    { name: 'a length of at least none', schema: { ...text, minLength: 0 }, inside: { minLength: '' } },
    {
      name: 'lengths of an address, padded on both sides of the @',
      schema: { ...text, format: 'email', minLength: 8, maxLength: 90 },
      inside: { minLength: 'x@x.test', maxLength: `${'x'.repeat(64)}@${'x'.repeat(13)}.example.com` },
      outside: { minLength: 'xx@x.zz', maxLength: `${'x'.repeat(64)}@${'x'.repeat(14)}.example.com` },
    },
    {
      name: 'an address that no server need take is not asked for',
      schema: { ...text, format: 'email', maxLength: 255 },
      outside: { maxLength: expect.stringMatching(/^x{64}@.{191}$/) },
    },
    { name: 'a date has one length', schema: { ...text, format: 'date', minLength: 8, maxLength: 12 } },
    {
      name: 'lengths of a pattern',
      schema: { ...text, pattern: '^[A-Z]{2}-\\d+$', maxLength: 8 },
      inside: { maxLength: 'XX-11111' },
      outside: { maxLength: 'XX-111111' },
    },
    {
      name: 'a length that a pattern sets by itself',
      schema: { ...text, pattern: '^\\d{4}$', maxLength: 9 },
    },
    {
      name: 'bounds of integers',
      schema: { type: 'integer', minimum: 0, maximum: 130 },
      inside: { minimum: 0, maximum: 130 },
      outside: { minimum: -1, maximum: 131 },
    },
    {
      name: 'bounds of integers, with fractions',
      schema: { type: 'integer', minimum: 2.5, exclusiveMaximum: 7.5 },
      inside: { minimum: 3, exclusiveMaximum: 7 },
      outside: { minimum: 2, exclusiveMaximum: 8 },
    },
    {
      name: 'bounds of numbers: one unit of the last place',
      schema: { type: 'number', minimum: 0.25, maximum: 3 },
      inside: { minimum: 0.25, maximum: 3 },
      outside: { minimum: 0.24, maximum: 4 },
    },
    {
      name: 'exclusive bounds',
      schema: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.5 },
      inside: { exclusiveMinimum: 0.1, exclusiveMaximum: 0.4 },
      outside: { exclusiveMinimum: 0, exclusiveMaximum: 0.5 },
    },
    {
      name: 'multiples',
      schema: { type: 'number', multipleOf: 0.5, maximum: 3.25 },
      inside: { multipleOf: 1.5, maximum: 3 },
      outside: { multipleOf: 1.25, maximum: 3.5 },
    },
    {
      name: 'multiples of one, of integers',
      schema: { type: 'integer', multipleOf: 1 },
      inside: { multipleOf: 2 },
    },
    {
      name: 'counts of items',
      schema: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 3 },
      inside: { minItems: [1, 2], maxItems: [1, 2, 3] },
      outside: { minItems: [1], maxItems: [1, 2, 3, 4] },
    },
    {
      name: 'unique items',
      schema: { type: 'array', items: { enum: ['a', 'b', 'c'] }, uniqueItems: true },
      inside: { uniqueItems: ['a', 'b'] },
      outside: { uniqueItems: ['a', 'a'] },
    },
    {
      name: 'unique items, of which there must be three',
      schema: { type: 'array', items: { type: 'integer' }, uniqueItems: true, minItems: 3 },
      inside: { uniqueItems: [1, 2, 3], minItems: [1, 2, 3] },
      outside: { uniqueItems: [1, 2, 1], minItems: [1, 2] },
    },
    {
      name: 'counts of members',
      schema: {
        type: 'object',
        minProperties: 1,
        maxProperties: 2,
        additionalProperties: { type: 'integer' },
      },
      inside: { minProperties: { extra_1: 1 }, maxProperties: { extra_1: 1, extra_2: 1 } },
      outside: { minProperties: {}, maxProperties: { extra_1: 1, extra_2: 1, extra_3: 1 } },
    },
    { name: 'a longer list than anybody reads', schema: { type: 'array', maxItems: 1000 } },
    { name: 'a longer text than a server need take', schema: { ...text, maxLength: 1_000_000 } },
    {
      name: 'of a limit that is stated twice, the tightest',
      schema: { allOf: [{ type: 'integer', minimum: 1 }, { minimum: 5 }, { minimum: 3 }] },
      inside: { minimum: 5 },
      outside: { minimum: 4 },
    },
    {
      name: 'a limit behind a tighter one of another keyword',
      schema: { minimum: 1, exclusiveMinimum: 4, type: 'integer' },
      inside: { exclusiveMinimum: 5 },
      outside: { exclusiveMinimum: 4 },
    },
    { name: 'a limit of another type', schema: { ...text, minimum: 4 } },
    { name: 'no limit', schema: text },
  ])('$name', ({ schema, inside = {}, outside = {} }) => {
    const { base } = planOf({ properties: { it: schema } }).plan;
    expect(base.body).toEqual({});
    const tried = valuesOf('boundary', schema);
    expect(tried).toEqual(inside);
    expect(valuesOf('out-of-bounds', schema)).toEqual(outside);
  });
});
