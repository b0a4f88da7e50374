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
    want: [`violation documented ${schemaAt}/required/0 /body`],
  },
  {
    name: 'of a missing field, the documented one',
    schema: { required: ['a', 'b'], 'x-inferred': { 'required/0': 'A guess.' } },
    body: {},
    want: [`violation documented ${schemaAt}/required/1 /body`],
  },
  {
    name: 'of the faults of one place, the most telling one',
    schema: { type: 'string', maxLength: 1, pattern: '^a$', enum: ['a'] },
    body: '"bb"',
    want: [`violation documented ${schemaAt}/enum /body`],
  },
  {
    name: 'but one that is documented before one that is inferred',
    schema: { enum: ['a'], maxLength: 1, 'x-inferred': { enum: 'A guess.' } },
    body: '"bb"',
    want: [`violation documented ${schemaAt}/maxLength /body`],
  },
  {
    name: 'two schemas that want another type',
    schema: { allOf: [{ type: 'string' }, { type: 'boolean' }] },
    body: 1,
    want: [`violation documented ${schemaAt}/allOf/0/type /body`],
  },
  {
    name: 'a field that is missing, and one too many',
    schema: { properties: { a: {} }, required: ['a'], additionalProperties: false },
    body: { b: 1 },
    want: [`violation documented ${schemaAt}/required/0 /body`],
  },
  {
    name: 'what a failed schema has seen is no field too many',
    schema: { allOf: [{ properties: { a: { type: 'integer' } } }], unevaluatedProperties: false },
    body: { a: 'x' },
    want: [`violation documented ${schemaAt}/allOf/0/properties/a/type /body/a`],
  },
  {
    name: 'a field too many beside it',
    schema: {
      properties: { a: { properties: { b: {} }, unevaluatedProperties: false }, c: { type: 'null' } },
    },
    body: { a: { x: 1 }, c: 1 },
    want: [
      `violation documented ${schemaAt}/properties/a/unevaluatedProperties /body/a`,
      `violation documented ${schemaAt}/properties/c/type /body/c`,
    ],
  },
  {
    name: 'two places of one object',
    schema: { properties: { a: { type: 'integer' }, b: { type: 'integer' } } },
    body: { a: 'x', b: 'y' },
    want: [
      `violation documented ${schemaAt}/properties/a/type /body/a`,
      `violation documented ${schemaAt}/properties/b/type /body/b`,
    ],
  },
  {
    name: 'items of a list that are broken in two ways',
    schema: { items: { type: 'string', maxLength: 1 } },
    body: ['bb', 1, 'cc', 2],
    want: [
      `violation documented ${schemaAt}/items/maxLength /body/0`,
      `violation documented ${schemaAt}/items/type /body/1`,
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

const opening = 'POST /things answered 200 to a documented example ("example of a test"), but';
const nameless = { required: ['a', 'b', 'c', 'd', 'e', 'f'] };

test.each<[schema: object, body: unknown, want: string]>([
  [
    { items: { type: 'integer' } },
    [1, 'Ana', 'Bob'],
    '/1 in its body is a string (and 1 more fault); the document says integer',
  ],
  [{ type: 'integer' }, 1.5, 'its body is a number with a fraction; the document says integer'],
  [{ type: ['integer', 'null'] }, [], 'its body is an array; the document says integer or null'],
  [
    { properties: { a: { type: 'string' } } },
    { a: null },
    '/a in its body is null; the document says string',
  ],
  [nameless, {}, 'its body lacks /a, /b, /c, /d and 2 more; the document says that they are always there'],
  [
    { items: { required: ['a'] } },
    [{}, {}],
    '/0 in its body lacks /a (and 1 more fault); the document says that it is always there',
  ],
  [
    { additionalProperties: false },
    { a: 1, b: 2 },
    'its body has /a and /b as well; the document says that there are no other fields',
  ],
  [{ properties: { a: false } }, { a: 1 }, '/a in its body is there; the document says that it is not'],
  [{ enum: ['a', 'b'] }, '"Ana"', 'its body is another value; the document says one of "a", "b"'],
  [{ const: 7 }, 8, 'its body is another value; the document says always 7'],
  [{ format: 'date' }, '"Ana"', 'its body is of another form; the document says the format date'],
  [{ pattern: '^b+$' }, '"Ana"', 'its body is of another form; the document says the pattern "^b+$"'],
  [{ maxLength: 2 }, '"Ana"', 'its body is too long; the document says at most 2 characters'],
  [{ exclusiveMinimum: 2 }, 2, 'its body is too small; the document says more than 2'],
  [{ minItems: 2 }, [], 'its body has too few items; the document says at least 2'],
  [{ uniqueItems: true }, [1, 1], 'its body has an item twice; the document says that no item comes twice'],
  [
    { oneOf: [{ type: 'string' }, { type: 'null' }] },
    1,
    'its body, a number, fits none of the alternatives, or more than one; the document says exactly one of 2',
  ],
  [{ not: { type: 'integer' } }, 1, 'its body is what it must not be; the document says what is excluded'],
  [
    { dependentRequired: { a: ['b'] } },
    { a: 1 },
    'its body lacks /b; the document says that it comes with another field',
  ],
  [
    { 'x-inferred': 'It is what the request has.', type: 'string' },
    1,
    'its body is a number; the document says string (inferred by its authors: It is what the request has)',
  ],
])('tells what %j has against %j, without the value', (schema, body, want) => {
  const operation = operationOf({
    responses: { 200: { content: { 'application/json': { schema } } } },
  });
  const [finding] = bodySchema(answered({ operation, body }));
  expect(finding?.message).toBe(`${opening} ${want}.`);
});
