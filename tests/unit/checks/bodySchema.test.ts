import { expect, test } from 'vitest';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { bodySchema } from '../../contract/checks/bodySchema.ts';
import { answered, at, operationOf, told } from './answered.ts';

const components = {
  schemas: {
    Address: {
      type: 'object',
      required: ['street'],
      properties: { street: { type: 'string' }, country: { enum: ['AA', 'BB'] } },
    },
    Cat: { required: ['claws'], properties: { claws: { type: 'integer' } } },
    Dog: { required: ['bark'], properties: { bark: { type: 'string' } } },
    Tree: {
      properties: { size: { type: 'integer' }, leaves: { items: { $ref: '#/components/schemas/Tree' } } },
    },
  },
};
const schemaAt = `${at}/responses/200/content/application~1json/schema`;
const address = { $ref: '#/components/schemas/Address' };
/** An object with a member of this name looks like a promise to a linter. */
const consequence = 'then';
const inferred = { 'x-inferred': 'A guess.' };

function found(schema: unknown, body: unknown): string[] {
  const operation = operationOf(
    { responses: { 200: { content: { 'application/json': { schema } } } } },
    { components },
  );
  return told(bodySchema(answered({ operation, body })));
}

interface Row {
  name: string;
  schema: JsonObject | boolean;
  body: unknown;
  want: string[];
}

test.each<Row>([
  { name: 'as described', schema: { type: 'integer' }, body: 1, want: [] },
  {
    name: 'a wrong type',
    schema: { type: 'integer' },
    body: '"x"',
    want: [`violation documented ${schemaAt}/type /body`],
  },
  {
    name: 'an inferred type',
    schema: { type: 'integer', ...inferred },
    body: '"x"',
    want: [`drift inferred ${schemaAt}/type /body`],
  },
  {
    name: 'no JSON',
    schema: { type: 'integer' },
    body: '{"a":',
    want: [`violation documented ${schemaAt.slice(0, -7)} /body`],
  },
  { name: 'nothing allowed', schema: false, body: 1, want: [`violation documented ${schemaAt} /body`] },
  {
    name: 'a missing field, by its entry',
    schema: { required: ['a', 'b'], 'x-inferred': { 'required/1': 'A guess.' } },
    body: {},
    want: [
      `violation documented ${schemaAt}/required/0 /body`,
      `drift inferred ${schemaAt}/required/1 /body`,
    ],
  },
  {
    name: 'a member that is called like one of every object is missing all the same',
    schema: { required: ['constructor'] },
    body: {},
    want: [`violation documented ${schemaAt}/required/0 /body`],
  },
  {
    name: 'a closed object',
    schema: { properties: { a: {} }, additionalProperties: false },
    body: { a: 1, b: 2 },
    want: [`violation documented ${schemaAt}/additionalProperties /body`],
  },
  {
    name: 'a field that must not be there',
    schema: { properties: { a: false } },
    body: { a: 1 },
    want: [`violation documented ${schemaAt}/properties/a /body/a`],
  },
  {
    name: 'one that a component forbids, where it is used with a guess',
    schema: { properties: { a: { items: { properties: { b: false }, ...inferred } } } },
    body: { a: [{ b: 1 }] },
    want: [`drift inferred ${schemaAt}/properties/a/items/properties/b /body/a/0/b`],
  },
  {
    name: 'one component under two evidences, the guess first',
    schema: { properties: { guess: { ...address, ...inferred }, known: address } },
    body: { guess: { street: 1 }, known: { street: 1 } },
    want: [
      'drift inferred /components/schemas/Address/properties/street/type /body/guess/street',
      'violation documented /components/schemas/Address/properties/street/type /body/known/street',
    ],
  },
  {
    name: 'a keyword that is broken in every item is told once',
    schema: { items: address },
    body: Array.from({ length: 1000 }, () => ({ street: 1 })),
    want: ['violation documented /components/schemas/Address/properties/street/type /body/0/street'],
  },
  {
    name: 'a wrong branch is told as a whole, not branch by branch',
    schema: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
    body: { claws: 'x' },
    want: [`violation documented ${schemaAt}/oneOf /body`],
  },
  {
    name: 'a rule of one branch',
    schema: { if: { properties: { a: { const: 1 } } }, [consequence]: { required: ['b'], ...inferred } },
    body: { a: 1 },
    want: [`drift inferred ${schemaAt}/then/required/0 /body`],
  },
  {
    name: 'deep in a recursive schema',
    schema: { $ref: '#/components/schemas/Tree' },
    body: { leaves: [{ leaves: [{ size: 'x' }] }] },
    want: ['violation documented /components/schemas/Tree/properties/size/type /body/leaves/0/leaves/0/size'],
  },
  {
    name: 'a format',
    schema: { type: 'string', format: 'date' },
    body: '"yesterday"',
    want: [`violation documented ${schemaAt}/format /body`],
  },
])('$name', ({ schema, body, want }) => {
  expect(found(schema, body)).toEqual(want);
});

test('bytes that are no UTF-8 are no JSON', () => {
  const operation = operationOf({ responses: { 200: { content: { 'application/json': {} } } } });
  const exchange = answered({ operation, body: 'x' });
  exchange.response.body = new Uint8Array([0x22, 0xff, 0x22]);
  expect(told(bodySchema(exchange))).toEqual([`violation documented ${schemaAt.slice(0, -7)} /body`]);
});

test.each([
  ['a vendor JSON', 'application/vnd.fake+json', 1],
  ['no JSON at all', 'text/csv', 0],
])('judges %s', (_, type, count) => {
  const operation = operationOf({
    responses: { 200: { content: { [type]: { schema: { type: 'integer' } } } } },
  });
  const exchange = answered({ operation, body: '"x"', headers: { 'content-type': type } });
  expect(bodySchema(exchange)).toHaveLength(count);
});

test('says where and what, and how often, but not the value', () => {
  const operation = operationOf({
    responses: { 200: { content: { 'application/json': { schema: { items: { type: 'integer' } } } } } },
  });
  const [finding] = bodySchema(answered({ operation, body: [1, 'Ana', 'Bob'] }));
  expect(finding?.message).toBe(
    'POST /things sent a body with 200 in which /1 must be integer (and 1 more of its kind).',
  );
});
