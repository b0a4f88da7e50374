import { expect, test } from 'vitest';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { undocumentedField } from '../../contract/checks/undocumentedField.ts';
import { answered, at, operationOf, told } from './answered.ts';

const schemaAt = `${at}/responses/200/content/application~1json/schema`;
const a = { properties: { a: {} } };
/** An object with a member of this name looks like a promise to a linter. */
const consequence = 'then';
const components = {
  schemas: {
    A: a,
    Tree: { properties: { leaves: { items: { $ref: '#/components/schemas/Tree' } } } },
  },
};

interface Row {
  name: string;
  schema: JsonObject;
  body: unknown;
  want?: string[];
}

const drift = (response: string, document = schemaAt) => `drift silent ${document} /body${response}`;

test.each<Row>([
  { name: 'a described field', schema: a, body: { a: 1 } },
  { name: 'another', schema: a, body: { a: 1, b: 2 }, want: [drift('/b')] },
  { name: 'two others of one object', schema: a, body: { c: 1, b: 2 }, want: [drift('/c')] },
  {
    name: 'two of two objects',
    schema: { properties: { x: a, y: a } },
    body: { x: { b: 1 }, y: { b: 1 } },
    want: [drift('/x/b', `${schemaAt}/properties/x`), drift('/y/b', `${schemaAt}/properties/y`)],
  },
  { name: 'in a broken object: body-schema tells it', schema: { ...a, required: ['a'] }, body: { b: 2 } },
  {
    name: 'below a broken object',
    schema: { required: ['z'], properties: { x: a } },
    body: { x: { b: 1 } },
  },
  {
    name: 'in an object of which another field is broken',
    schema: { properties: { a: { type: 'integer' } } },
    body: { a: 'x', b: 2 },
    want: [drift('/b')],
  },
  {
    name: 'in a list that is too long',
    schema: { maxItems: 1, items: a },
    body: [{ b: 1 }, { a: 1 }],
    want: [drift('/0/b', `${schemaAt}/items`)],
  },
  { name: '__proto__', schema: a, body: '{"__proto__": 1}', want: [drift('/__proto__')] },
  { name: 'a schema that names no field', schema: { type: 'object' }, body: { b: 2 } },
  { name: 'one that names none of many', schema: { properties: {} }, body: { b: 2 } },
  {
    name: 'one that says what others are like',
    schema: { ...a, additionalProperties: { type: 'string' } },
    body: { b: 2 },
  },
  {
    name: 'one that closes the object: body-schema tells it',
    schema: { ...a, additionalProperties: false },
    body: { b: 2 },
  },
  {
    name: 'one that closes it with unevaluatedProperties',
    schema: { ...a, unevaluatedProperties: false },
    body: { b: 2 },
  },
  {
    name: 'one that knows others by pattern',
    schema: { ...a, patternProperties: { '^x-': {} } },
    body: { 'x-b': 2 },
  },
  {
    name: 'in what others are like',
    schema: { ...a, additionalProperties: a },
    body: { b: { a: 1, c: 2 } },
    want: [drift('/b/c', `${schemaAt}/additionalProperties`)],
  },
  {
    name: 'in an item',
    schema: { items: a },
    body: [{ a: 1 }, { b: 2 }],
    want: [drift('/1/b', `${schemaAt}/items`)],
  },
  {
    name: 'in every item: told once',
    schema: { items: a },
    body: [{ b: 1 }, { b: 2 }, { b: 3 }],
    want: [drift('/0/b', `${schemaAt}/items`)],
  },
  {
    name: 'in a tuple',
    schema: { prefixItems: [a, { properties: { b: {} } }], items: { properties: { c: {} } } },
    body: [{ a: 1 }, { b: 1 }, { c: 1 }],
  },
  {
    name: 'behind a $ref, where the schema stands',
    schema: { properties: { it: { $ref: '#/components/schemas/A' } } },
    body: { it: { b: 1 } },
    want: [drift('/it/b', '/components/schemas/A')],
  },
  {
    name: 'described by one of several that all hold',
    schema: { allOf: [a, { properties: { b: {} } }] },
    body: { a: 1, b: 2 },
  },
  { name: 'described by one branch', schema: { oneOf: [a, { properties: { b: {} } }] }, body: { b: 2 } },
  {
    name: 'described by a condition',
    schema: { ...a, if: a, [consequence]: { properties: { b: {} } }, else: { properties: { c: {} } } },
    body: { b: 1, c: 2 },
  },
  {
    name: 'described by a dependent schema',
    schema: { ...a, dependentSchemas: { a: { properties: { b: {} } } } },
    body: { a: 1, b: 2 },
  },
  {
    name: 'described by the second branch that has the field around it',
    schema: { anyOf: [{ properties: { it: a } }, { properties: { it: { properties: { b: {} } } } }] },
    body: { it: { b: 1 } },
  },
  {
    name: 'deep in a recursive schema',
    schema: { $ref: '#/components/schemas/Tree' },
    body: { leaves: [{ leaves: [{ b: 1 }] }] },
    want: [drift('/leaves/0/leaves/0/b', '/components/schemas/Tree')],
  },
  { name: 'where an object was expected', schema: a, body: [1] },
])('$name', ({ schema, body, want = [] }) => {
  const operation = operationOf(
    { responses: { 200: { content: { 'application/json': { schema } } } } },
    { components },
  );
  expect(told(undocumentedField(answered({ operation, body })))).toEqual(want);
});

test('names the fields', () => {
  const operation = operationOf({
    responses: { 200: { content: { 'application/json': { schema: { items: a } } } } },
  });
  const [finding] = undocumentedField(answered({ operation, body: [{ a: 1, b: 2 }, { 'c/d': 'Ana' }] }));
  expect(finding?.message).toBe(
    'POST /things answered 200 to a documented example ("example of a test"), but /0 in its body has /b and /c~1d; the document does not describe these fields.',
  );
});
