import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuzzRequests } from '../../../../scripts/cases/fuzz/fuzzRequests.ts';
import type { Json } from '../../../../scripts/model/json.ts';
import { bodyContext } from './contextOf.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const twice = (name: string) => ({
  type: 'object',
  required: ['left', 'right'],
  properties: { left: ref(name), right: ref(name), note: { type: 'string' } },
});

/** Each level uses the next one twice. */
const levels = Object.fromEntries(
  Array.from({ length: 9 }, (_, index) => [
    `L${index}`,
    index === 8 ? { type: 'string' } : twice(`L${index + 1}`),
  ]),
);

const components = {
  schemas: {
    Tree: {
      type: 'object',
      properties: { name: { type: 'string' }, children: { type: 'array', items: ref('Tree') } },
    },
    Endless: { type: 'object', required: ['next'], properties: { next: ref('Endless') } },
    Even: { type: 'object', properties: { odd: ref('Odd') } },
    Odd: { type: 'object', properties: { even: ref('Even') } },
    ...levels,
  },
};

const oddities: [name: string, schema: unknown][] = [
  ['no value at all', false],
  ['any value', true],
  ['two types at once', { allOf: [{ type: 'string' }, { type: 'integer' }] }],
  ['crossed bounds', { type: 'integer', minimum: 5, maximum: 1 }],
  ['crossed counts', { type: 'array', minItems: 5, maxItems: 1, items: { type: 'string' } }],
  ['crossed lengths', { type: 'string', minLength: 5, maxLength: 1 }],
  ['a step of nothing', { type: 'number', multipleOf: 0 }],
  ['a tiny step', { type: 'number', multipleOf: 1e-9 }],
  ['huge bounds', { type: 'number', minimum: -1e300, maximum: 1e300 }],
  ['a million characters', { type: 'string', minLength: 1e6 }],
  ['a billion items', { type: 'array', minItems: 1e9, items: { type: 'integer' } }],
  ['a billion members', { type: 'object', minProperties: 1e9, additionalProperties: { type: 'integer' } }],
  ['nested repetitions', { type: 'string', pattern: '^((a{1,1000}){1,1000}){1,1000}$' }],
  ['a catastrophic pattern', { type: 'string', pattern: '^(a+)+$', minLength: 50 }],
  [
    'names of the language',
    {
      type: 'object',
      required: ['__proto__', 'constructor', 'toString'],
      properties: JSON.parse(
        '{"__proto__":{"type":"integer"},"constructor":{"type":"string"},"toString":{"type":"integer"}}',
      ),
    },
  ],
  ['a tree', ref('Tree')],
  ['what never ends', ref('Endless')],
  ['mutual recursion', ref('Even')],
  ['doubled at each level', ref('L0')],
  [
    'itself in each branch',
    { anyOf: [ref('Tree'), ref('Even'), { oneOf: [ref('Tree'), { type: 'null' }] }] },
  ],
  ['hundreds of branches', { oneOf: Array.from({ length: 500 }, (_, index) => ({ const: index })) }],
];

describe('hostile schemas', () => {
  test.each(oddities)('%s: requests are made in time, and small', (_, schema) => {
    const context = bodyContext(schema, 'application/json', { components });
    const startedAt = performance.now();
    const made = fc.sample(fuzzRequests(context), { seed: 1, numRuns: 50 });
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    const sizes = made.map((one) => JSON.stringify(one?.inputs ?? null).length);
    expect(Math.max(...sizes)).toBeLessThan(70_000);
    expect(Math.max(...made.map((one) => depthOf(one?.inputs.body ?? null)))).toBeLessThan(25);
  });

  test('nothing of it reaches the language', () => {
    const [, schema] = oddities.find(([name]) => name === 'names of the language') ?? [];
    fc.sample(fuzzRequests(bodyContext(schema)), { seed: 1, numRuns: 100 });
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('x');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

function depthOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
