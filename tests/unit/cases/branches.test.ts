import { describe, expect, test } from 'vitest';
import { caseCalled, planOf, plansOf, titlesOf } from './plans.ts';

const cat = {
  type: 'object',
  required: ['kind', 'lives'],
  properties: { kind: { const: 'cat' }, lives: { type: 'integer', maximum: 9 } },
};
const dog = {
  type: 'object',
  required: ['kind', 'tricks'],
  properties: { kind: { const: 'dog' }, tricks: { type: 'string', minLength: 3 } },
};
const rest = { components: { schemas: { Cat: cat, Dog: dog } } };
const either = { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] };

describe('a choice', () => {
  const { plan } = planOf(either, { rest });

  test('each branch has an accepted case: the base request, and one for each other', () => {
    expect(plan.base.body).toEqual({ kind: 'cat', lives: 1 });
    expect(titlesOf(plan, 'alternative')).toEqual(['body as Dog']);
    const { change, expectation } = caseCalled(plan, 'alternative body as Dog');
    expect(change).toEqual({ set: { '/body': { kind: 'dog', tricks: 'fake' } } });
    expect(expectation).toEqual({ outcome: 'accepted', tries: 'body/oneOf' });
  });

  test.each([
    ['out-of-bounds body.lives maximum', 'body/oneOf/0/properties/lives/maximum'],
    ['conditional body.lives when kind is cat', 'body/oneOf/0/required/1'],
    ['not-in-enum body.kind', 'body/oneOf/0/properties/kind/const'],
    ['out-of-bounds body.tricks minLength as Dog', 'body/oneOf/1/properties/tricks/minLength'],
    ['wrong-type body.tricks as Dog', 'body/oneOf/1/properties/tricks/type'],
    ['not-in-enum body.kind as Dog', 'body/oneOf/1/properties/kind/const'],
  ])('%s breaks that branch alone', (title, breaks) => {
    expect(caseCalled(plan, title).expectation).toEqual({ outcome: 'refused', breaks });
  });

  test('no title of another branch changes when one is added', () => {
    const bird = { type: 'object', required: ['wings'], properties: { wings: { type: 'integer' } } };
    const schema = { oneOf: [...either.oneOf, { $ref: '#/components/schemas/Bird' }] };
    const more = planOf(schema, {
      rest: { components: { schemas: { ...rest.components.schemas, Bird: bird } } },
    });
    const titles = titlesOf(more.plan);
    expect(titlesOf(plan).filter((title) => !titles.includes(title))).toEqual([]);
  });
});

test('a value of two branches of oneOf is refused', () => {
  const schema = { type: 'object', oneOf: [{ required: ['a'] }, { required: ['b'] }] };
  const { plan } = planOf(schema);
  const { expectation } = caseCalled(plan, 'conditional body more than one of oneOf');
  expect(expectation).toEqual({ outcome: 'refused', breaks: 'body/oneOf' });
});

test.each([
  [{ type: 'string', not: { enum: ['never'] } }, 'never'],
  [{ type: 'integer', not: { const: 4 } }, 4],
])('what `not` forbids is refused', (schema, forbidden) => {
  const { plan } = planOf({ type: 'object', properties: { it: schema } });
  expect(caseCalled(plan, 'conditional body.it not').change).toEqual({ set: { '/body/it': forbidden } });
});

describe('undocumented-field', () => {
  test.each<[string, object, string[]]>([
    ['an open object', { type: 'object' }, []],
    ['a closed one', { type: 'object', additionalProperties: false }, ['body']],
    ['a sealed one', { type: 'object', unevaluatedProperties: false }, ['body']],
    [
      'names of a pattern',
      { type: 'object', propertyNames: { pattern: '^[a-z]+$' } },
      ['body propertyNames'],
    ],
    ['one that is not to be there', { type: 'object', properties: { gone: false } }, ['body.gone']],
    ['a list that ends', { type: 'array', prefixItems: [{ type: 'string' }], items: false }, ['body']],
    ['a list that does not', { type: 'array', items: { type: 'string' } }, []],
  ])('%s', (_, schema, want) => {
    expect(titlesOf(planOf(schema).plan, 'undocumented-field')).toEqual(want);
  });
});

test('a token in the path is tried that nobody has', () => {
  const token = { operationId: 'login', value: '$response.body#/token' };
  const parameters = [
    { name: 'token', in: 'path', required: true, schema: { type: 'string' }, 'x-token': token },
  ];
  const { plans } = plansOf({
    '/things/{token}': { get: { operationId: 'list', parameters, responses: {} } },
    '/login': { post: { operationId: 'login', responses: {} } },
  });
  const [plan] = plans;
  expect(plan && caseCalled(plan, 'bad-credentials path.token')).toMatchObject({
    change: { set: { '/path/token': 'nobodys-token' } },
    expectation: { outcome: 'unauthorized', breaks: 'parameters/0' },
  });
});
