import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuzzRequests } from '../../../../scripts/cases/fuzz/fuzzRequests.ts';
import { validRequest } from '../../../../scripts/cases/fuzz/validRequest.ts';
import { bodyContext, parameterContext } from './contextOf.ts';

/** A judge that shares nothing with ours. */
function judgeOf(schema: object) {
  const ajv = new Ajv2020({ strict: false, multipleOfPrecision: 9 });
  formats.default(ajv);
  return ajv.compile(schema);
}

const text = { type: 'string' };
const whole = { type: 'integer' };

const schemas: [name: string, schema: object][] = [
  ['types', { type: ['string', 'integer', 'boolean', 'null', 'array', 'object'] }],
  ['lengths', { type: 'string', minLength: 3, maxLength: 5 }],
  ['a long text', { type: 'string', minLength: 400 }],
  ['a pattern', { type: 'string', pattern: '^[A-Z]{2}-\\d+$', maxLength: 9 }],
  ['a pattern that looks ahead', { type: 'string', pattern: '^(?=.*[A-Z])(?=.*\\d).{8,}$' }],
  ['bounds', { type: 'number', exclusiveMinimum: -1, exclusiveMaximum: 0.5 }],
  ['bounds far from zero', { type: 'integer', minimum: 2 ** 40, format: 'int64' }],
  ['multiples', { type: 'number', multipleOf: 0.01, minimum: 0.05, maximum: 3 }],
  ['an integer that is a multiple', { type: 'integer', multipleOf: 1.5 }],
  ['an enumeration', { enum: ['a', 1, null, { x: [1] }] }],
  ['two enumerations', { allOf: [{ enum: [1, 2, 3] }, { enum: [2, 3, 4] }] }],
  ['counts', { type: 'array', items: whole, minItems: 2, maxItems: 3, uniqueItems: true }],
  ['a prefix', { type: 'array', prefixItems: [text, whole], items: false, minItems: 2 }],
  ['what must be contained', { type: 'array', items: {}, contains: { const: 7 }, minContains: 2 }],
  [
    'members',
    { type: 'object', required: ['a'], properties: { a: text, b: whole }, additionalProperties: false },
  ],
  ['member counts', { type: 'object', minProperties: 2, maxProperties: 3, additionalProperties: whole }],
  [
    'names',
    {
      type: 'object',
      propertyNames: { pattern: '^x' },
      patternProperties: { '^x': whole },
      minProperties: 1,
    },
  ],
  [
    'dependent members',
    { type: 'object', properties: { card: text, owner: text }, dependentRequired: { card: ['owner'] } },
  ],
  [
    'a condition',
    {
      type: 'object',
      required: ['kind'],
      properties: { kind: { enum: ['day', 'night'] }, lamp: { type: 'boolean' } },
      if: { properties: { kind: { const: 'night' } } },
      // An object with a member of this name looks like a promise to a linter.
      ...{ ['th'.concat('en')]: { required: ['lamp'] } },
      else: { properties: { lamp: false } },
    },
  ],
  [
    'one of two',
    {
      oneOf: [
        { type: 'object', required: ['a'], properties: { a: whole }, additionalProperties: false },
        { type: 'object', required: ['b'], properties: { b: text }, additionalProperties: false },
      ],
    },
  ],
  [
    'any of two',
    { type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }], properties: { a: text, b: whole } },
  ],
  ['not', { type: 'integer', minimum: 0, maximum: 3, not: { const: 1 } }],
  ['a recursion', { $defs: {}, type: 'object', properties: { name: text, child: { $ref: '#' } } }],
  [
    'formats',
    {
      type: 'object',
      required: ['d', 't', 'e', 'u', 'a', 'i', 'j', 'c'],
      properties: {
        ...{ d: { type: 'string', format: 'date' }, t: { type: 'string', format: 'date-time' } },
        ...{ e: { type: 'string', format: 'email' }, u: { type: 'string', format: 'uuid' } },
        ...{ a: { type: 'string', format: 'uri' }, i: { type: 'string', format: 'ipv4' } },
        ...{ j: { type: 'string', format: 'ipv6' }, c: { type: 'string', format: 'time' } },
      },
    },
  ],
];

describe('requests that are called valid', () => {
  test.each(schemas)('are valid, and many: %s', (name, schema) => {
    const own =
      name === 'a recursion'
        ? JSON.parse(JSON.stringify(schema).replace('"#"', '"#/components/schemas/R"'))
        : schema;
    const context = bodyContext(own, 'application/json', { components: { schemas: { R: own } } });
    const isValid = judgeOf(schema);
    const made = fc.sample(validRequest(context), { seed: 1, numRuns: 100 });
    expect(made.filter(({ body }) => !isValid(body)).map(({ body }) => body)).toEqual([]);
    const accepted = fc
      .sample(fuzzRequests(context), { seed: 2, numRuns: 200 })
      .filter((one) => one?.expectation.outcome === 'accepted');
    expect(accepted.filter((one) => !isValid(one?.inputs.body))).toEqual([]);
    expect(accepted.length).toBeGreaterThan(40);
  });

  test.each(schemas)('and no one that is called broken is: %s', (name, schema) => {
    if (name === 'a recursion') return;
    const isValid = judgeOf(schema);
    const requests = fc.sample(fuzzRequests(bodyContext(schema)), { seed: 3, numRuns: 200 });
    const refused = requests.filter((one) => one?.expectation.outcome === 'refused');
    expect(refused.filter((one) => one?.inputs.body !== undefined && isValid(one.inputs.body))).toEqual([]);
    expect(refused.length).toBeGreaterThan(3);
  });

  test('many values of a schema come', () => {
    const bodies = fc.sample(validRequest(bodyContext({ type: 'string' })), { seed: 1, numRuns: 100 });
    const texts = bodies.map(({ body }) => String(body));
    expect(new Set(texts).size).toBeGreaterThan(60);
    expect(texts.some((one) => one.length > 37)).toBe(true);
    expect(texts.some((one) => /['"]/.test(one))).toBe(true);
    expect(texts.some((one) => /[^\0-\x7f]/.test(one))).toBe(true);
    expect(texts.every((one) => one.isWellFormed())).toBe(true);
  });

  test('an optional parameter comes and goes; a file stays what it was', () => {
    const query = parameterContext([{ name: 'page', in: 'query', schema: { type: 'integer' } } as never]);
    const sent = fc.sample(validRequest(query), { seed: 1, numRuns: 50 });
    expect(new Set(sent.map((one) => one.query === undefined))).toEqual(new Set([true, false]));
    const form = bodyContext(
      {
        type: 'object',
        required: ['scan'],
        properties: { scan: { type: 'string', format: 'binary' }, note: text },
      },
      'multipart/form-data',
    );
    const files = fc.sample(validRequest(form), { seed: 1, numRuns: 50 }).map(({ body }) => body);
    expect(new Set(files.map((body) => (body as { scan: string }).scan)).size).toBe(1);
  });
});

describe('the same seed makes the same requests', () => {
  const make = (seed: number) =>
    fc.sample(fuzzRequests(bodyContext({ type: 'object', properties: { a: text, b: whole } })), {
      seed,
      numRuns: 50,
    });

  test('each time', () => expect(make(5)).toEqual(make(5)));
  test('and another one others', () => expect(make(5)).not.toEqual(make(6)));
});
