import { describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readApis } from '../../../scripts/apis/readApis.ts';
import { planCases } from '../../../scripts/cases/planCases.ts';
import { problemsOf } from '../../../scripts/cases/problems.ts';
import { applyChange } from '../../../scripts/json/applyChange.ts';
import type { CaseKind, CasePlan } from '../../../scripts/model/case.ts';
import { usageOf } from '../../contract/usageOf.ts';
import { caseCalled, planOf, plansOf, titlesOf } from './plans.ts';

/** Kinds of which each case breaks one statement of a schema, and which the validator can judge. */
const breakOneStatement: CaseKind[] = ['missing', 'wrong-type', 'not-in-enum'];

const person = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    age: { type: 'integer' },
    kind: { type: 'string', enum: ['a', 'b'] },
  },
};

interface Row {
  name: string;
  schema: unknown;
  missing?: string[];
  wrongType?: string[];
  notInEnum?: string[];
}

test.each<Row>([
  {
    name: 'an object',
    schema: person,
    missing: ['body', 'body.name'],
    wrongType: ['body', 'body.name', 'body.age', 'body.kind'],
    notInEnum: ['body.kind'],
  },
  { name: 'nothing said', schema: {}, missing: ['body'] },
  {
    name: 'a list, by what its first item has',
    schema: { type: 'array', items: { ...person, required: ['name', 'kind'] }, minItems: 1 },
    missing: ['body', 'body[].name', 'body[].kind'],
    wrongType: ['body', 'body[]', 'body[].name', 'body[].kind', 'body[].age'],
    notInEnum: ['body[].kind'],
  },
  {
    name: 'nested',
    schema: { type: 'object', properties: { who: person }, required: ['who'] },
    missing: ['body', 'body.who', 'body.who.name'],
    wrongType: ['body', 'body.who', 'body.who.name', 'body.who.age', 'body.who.kind'],
    notInEnum: ['body.who.kind'],
  },
  {
    name: 'a $ref',
    schema: { $ref: '#/components/schemas/Person' },
    missing: ['body', 'body.name'],
    wrongType: ['body', 'body.name', 'body.age', 'body.kind'],
    notInEnum: ['body.kind'],
  },
  {
    name: 'all of several',
    schema: { allOf: [person, { required: ['age'] }] },
    missing: ['body', 'body.name', 'body.age'],
    wrongType: ['body', 'body.name', 'body.age', 'body.kind'],
    notInEnum: ['body.kind'],
  },
  {
    name: 'a constant',
    schema: { properties: { version: { const: 2 } } },
    missing: ['body'],
    notInEnum: ['body.version'],
  },
  {
    name: 'an enumeration that begins with null',
    schema: { properties: { kind: { enum: [null, 'a'] } } },
    missing: ['body'],
    notInEnum: ['body.kind'],
  },
  {
    name: 'one that exhausts its type',
    schema: { properties: { kind: { enum: [true, false] } } },
    missing: ['body'],
  },
  {
    name: 'any type at all',
    schema: { type: ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'] },
    missing: ['body'],
  },
  {
    name: 'all but one',
    schema: { properties: { it: { type: ['integer', 'boolean', 'object', 'array', 'null'] } } },
    missing: ['body'],
    wrongType: ['body.it'],
  },
  {
    name: 'names that look like others',
    schema: {
      required: ['a.b', 'a', 'x[]', ''],
      properties: {
        'a.b': { type: 'string' },
        a: { required: ['b'], properties: { b: { type: 'string' } } },
        'x[]': { type: 'string' },
        '': { type: 'string' },
      },
    },
    missing: ['body', 'body["a.b"]', 'body.a', 'body.a.b', 'body["x[]"]', 'body[""]'],
    wrongType: ['body["a.b"]', 'body.a.b', 'body["x[]"]', 'body[""]'],
  },
  {
    name: 'hostile names',
    schema: {
      required: ['constructor', 'toString'],
      properties: { constructor: { type: 'string' }, toString: { type: 'integer' } },
    },
    missing: ['body', 'body.constructor', 'body.toString'],
    wrongType: ['body.constructor', 'body.toString'],
  },
])('$name', ({ schema, missing = [], wrongType = [], notInEnum = [] }) => {
  const { plan } = planOf(schema, { rest: { components: { schemas: { Person: person } } } });
  expect(titlesOf(plan, 'missing')).toEqual(missing);
  expect(titlesOf(plan, 'wrong-type')).toEqual(wrongType);
  expect(titlesOf(plan, 'not-in-enum')).toEqual(notInEnum);
});

describe('parameters', () => {
  const parameters = [
    { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
    { name: 'day', in: 'query', required: true, schema: { type: 'string' } },
    { name: 'size', in: 'query', schema: { enum: ['s', 'm'] } },
    { name: 'X-N', in: 'header', required: true, schema: { type: 'number' } },
    { name: 'sid', in: 'cookie', required: true, schema: { type: 'boolean' } },
    { name: 'list', in: 'query', schema: { type: 'array', items: { type: 'integer' } } },
  ];
  const { plans } = plansOf({ '/things/{id}': { get: { parameters, responses: {} } } });
  const plan = plans[0] as CasePlan;

  test('all but those of the path can be missing', () => {
    expect(titlesOf(plan, 'missing')).toEqual(['query.day', 'header.X-N', 'cookie.sid']);
  });

  test('what is text can only be wrong where it is not text that is asked for', () => {
    expect(titlesOf(plan, 'wrong-type')).toEqual(['path.id', 'header.X-N', 'cookie.sid', 'query.list[]']);
    expect(caseCalled(plan, 'wrong-type path.id').change).toEqual({
      set: { '/path/id': 'not-of-this-type' },
    });
  });

  test('one that the base request does not have is added to it', () => {
    expect(caseCalled(plan, 'not-in-enum query.size')).toMatchObject({
      change: { set: { '/query/size': 'not-in-the-enumeration' } },
      expectation: { outcome: 'refused', breaks: 'parameters/2/schema/enum' },
    });
  });
});

describe('bodies', () => {
  test('the fields of a form are text', () => {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data']) {
      const { plan } = planOf(person, { type });
      expect(titlesOf(plan, 'wrong-type')).toEqual(['body.age']);
      expect(titlesOf(plan, 'missing')).toEqual(['body', 'body.name']);
    }
  });

  test('vendor JSON is JSON, text is not', () => {
    expect(titlesOf(planOf(person, { type: 'application/vnd.fake+json' }).plan, 'wrong-type')).toContain(
      'body',
    );
    expect(titlesOf(planOf({ type: 'string' }, { type: 'text/plain' }).plan, 'wrong-type')).toEqual([]);
  });

  test('one that may be absent cannot be missing', () => {
    expect(titlesOf(planOf(person, { body: { required: false } }).plan, 'missing')).toEqual(['body.name']);
  });

  test('where the base lacks what is around a field, that comes along', () => {
    const schema = { properties: { a: { properties: { b: { properties: { c: { type: 'integer' } } } } } } };
    const { plan } = planOf(schema, { media: { example: {} } });
    expect(caseCalled(plan, 'wrong-type body.a.b.c')).toMatchObject({
      change: { set: { '/body/a': { b: { c: 'not-of-this-type' } } } },
      expectation: { breaks: 'body/properties/a/properties/b/properties/c/type' },
    });
  });

  test('each media type has a plan, and only the first what does not depend on it', () => {
    const content = {
      'application/json': { schema: person },
      'application/x-www-form-urlencoded': { schema: person },
    };
    const parameters = [{ name: 'day', in: 'query', required: true, schema: { type: 'integer' } }];
    const responses = { 200: {} };
    const { plans } = plansOf({
      // Of a form that need not be there, the only field could be left out as well.
      '/a': {
        post: { parameters, requestBody: { required: true, content }, responses, security: [{ k: [] }] },
      },
    });
    expect(plans.map(({ as }) => as)).toEqual([undefined, 'application/x-www-form-urlencoded']);
    const [first, second] = plans as [CasePlan, CasePlan];
    expect(titlesOf(first)).toEqual(
      expect.arrayContaining([
        'missing query.day',
        'wrong-type query.day',
        'no-credentials k',
        'documented-status 200',
      ]),
    );
    const ofAll = ['no-credentials', 'undocumented-method', 'unknown-resource', 'documented-status'];
    expect(second.cases.filter(({ kind }) => ofAll.includes(kind))).toEqual([]);
    expect(titlesOf(second, 'wrong-type')).toEqual(['body.age']);
    expect(titlesOf(second, 'missing')).toEqual(['body.name']);
  });
});

test('a request that is not valid itself breaks nothing: that is told, and what builds on it is left out', () => {
  const { plan } = planOf(person, { media: { examples: { bad: { value: { age: 'x' } } } } });
  expect(plan.cases.map(({ title, skip }) => [title, skip])).toContainEqual([
    'example bad',
    'no valid request is known: /body does not obey /paths/~1things/post/requestBody/content/application~1json/schema/required/0',
  ]);
  expect(plan.cases.filter(({ kind }) => breakOneStatement.includes(kind))).toEqual([]);
});

describe('names are stable when a field is added', () => {
  const { name, age, kind } = person.properties;
  const titles = (properties: object) => titlesOf(planOf({ ...person, properties }).plan);
  const before = titles(person.properties);

  test.each([
    ['at the end', { name, age, kind, more: { type: 'integer' } }],
    ['at the beginning', { 'a.name': { type: 'integer' }, name, age, kind }],
    ['in between', { name, 'age[]': { type: 'array' }, age, kind }],
  ])('%s', (_, properties) => {
    const after = titles(properties);
    expect(after.filter((one) => before.includes(one))).toEqual(before);
    expect(new Set(after).size).toBe(after.length);
    expect(after.length).toBeGreaterThan(before.length);
  });
});

describe('of every registered API', async () => {
  const root = findProjectRoot();
  const apis = await readApis(root);
  const planned = apis.flatMap(({ name, operations }) =>
    operations.flatMap((operation) =>
      planCases(operation, operations).map((plan) => ({ name, operation, plan })),
    ),
  );

  test('every valid request is valid, and every broken one breaks the statement that it names', () => {
    for (const { operation, plan } of planned) {
      for (const one of plan.cases.filter(({ skip }) => skip === undefined)) {
        const problems = problemsOf(operation, applyChange(plan.base, one.change));
        const about = `${operation.operationId} ${one.title}`;
        if (one.expectation.outcome === 'accepted') expect(problems, about).toEqual([]);
        if (one.expectation.outcome !== 'refused' || !breakOneStatement.includes(one.kind)) continue;
        const usage = usageOf(operation, one.expectation.breaks, plan.base.contentType);
        // A choice fails as a whole: of its branch, only that schema tells.
        const choice = pointersOf(problems).find((pointer) => /\/(oneOf|anyOf)$/.test(pointer));
        if (choice !== undefined && usage.includes(choice.slice(choice.lastIndexOf('/')))) continue;
        expect(pointersOf(problems), about).toContain(operation.statementAt(usage).pointer);
      }
    }
  });

  test('no two cases of a plan have the same title, and its first word is the kind', () => {
    for (const { plan } of planned) {
      const titles = titlesOf(plan);
      expect(new Set(titles).size).toBe(titles.length);
      expect(plan.cases.filter(({ title, kind }) => title.split(' ', 1)[0] !== kind)).toEqual([]);
    }
  });

  test('the same document gives the same plans', () => {
    for (const { operation, plan, name } of planned) {
      const operations = apis.find((api) => api.name === name)?.operations ?? [];
      expect(planCases(operation, operations)).toContainEqual(plan);
    }
  });
});

function pointersOf(problems: ReturnType<typeof problemsOf>): string[] {
  return problems.map(({ documentPointer }) => documentPointer);
}
