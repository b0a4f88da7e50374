import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../scripts/json/applyChange.ts';
import type { Case, CasePlan } from '../../../scripts/model/case.ts';
import { caseCalled, planOf, plansOf, titlesOf } from './plans.ts';

/** An object with a member of this name looks like a promise to a linter. */
const consequence = 'then';
const text = { type: 'string' };
const parameter = (place: string, schema: object, rest: object = {}) => ({
  ...{ name: 'it', in: place, schema },
  ...(place === 'path' && { required: true }),
  ...rest,
});

function planFor(operation: object, path = '/things', rest: object = {}): CasePlan {
  const { plans } = plansOf({ [path]: { get: { responses: {}, ...operation } } }, rest);
  return plans[0] as CasePlan;
}

/** What each case of a kind sends, by its title without the kind. */
function sent(plan: CasePlan, kind: Case['kind']) {
  const cases = plan.cases.filter((one) => one.kind === kind);
  return Object.fromEntries(
    cases.map(({ title, change }) => [title.slice(kind.length + 1), applyChange(plan.base, change)]),
  );
}

function bodies(plan: CasePlan, kind: Case['kind']) {
  return Object.fromEntries(Object.entries(sent(plan, kind)).map(([title, { body }]) => [title, body]));
}

describe('optional', () => {
  test('each optional input alone, beside the required ones, however deep', () => {
    const home = { type: 'object', required: ['town'], properties: { town: text, street: text } };
    const { plan } = planOf({
      required: ['name'],
      properties: { name: text, age: { type: 'integer' }, home, list: { type: 'array', items: home } },
    });
    expect(bodies(plan, 'optional')).toEqual({
      'body.age': { name: 'fake', age: 1 },
      'body.home': { name: 'fake', home: { town: 'fake' } },
      'body.home.street': { name: 'fake', home: { town: 'fake', street: 'fake' } },
      'body.list': { name: 'fake', list: [{ town: 'fake' }] },
      'body.list[].street': { name: 'fake', list: [{ town: 'fake', street: 'fake' }] },
    });
  });

  test('parameters, and a body as a whole', () => {
    const { plans } = plansOf({
      '/things': {
        post: {
          parameters: [parameter('query', text), parameter('header', text, { required: true })],
          requestBody: { content: { 'application/json': { schema: { properties: { a: text } } } } },
          responses: {},
        },
      },
    });
    expect(Object.keys(sent(plans[0] as CasePlan, 'optional'))).toEqual(['query.it', 'body.a']);
  });

  test('left out where a rule asks for another one with it', () => {
    const { plan } = planOf({
      properties: { street: text, town: text },
      dependentRequired: { street: ['town'] },
    });
    expect(titlesOf(plan, 'optional')).toEqual(['body.town']);
  });

  test('only the server writes what is readOnly', () => {
    const { plan } = planOf({ properties: { id: { ...text, readOnly: true }, name: text } });
    expect(titlesOf(plan, 'optional')).toEqual(['body.name']);
  });
});

describe('enum-value', () => {
  const kinds = ['a', 'b c', 'true', 2, null, '', `x${'y'.repeat(80)}`];

  test('each value but the one of the base request, and what it tries out', () => {
    const { plan } = planOf({ required: ['kind'], properties: { kind: { enum: kinds } } });
    const titles = ['"b c"', '"true"', '2', 'null', '""', 'value 7'];
    expect(titlesOf(plan, 'enum-value')).toEqual(titles.map((one) => `body.kind ${one}`));
    expect(caseCalled(plan, 'enum-value body.kind 2')).toMatchObject({
      change: { set: { '/body/kind': 2 } },
      expectation: { outcome: 'accepted', tries: 'body/properties/kind/enum' },
    });
  });

  test.each([
    ['query', ['a', '"b c"', '"true"', '2', 'value 7']],
    ['header', ['a', '"b c"', '"true"', '2', 'value 7']],
    ['cookie', ['a', '"true"', '2', 'value 7']],
  ])('in a %s there is no null, and nothing that it cannot carry', (place, want) => {
    const plan = planFor({ parameters: [parameter(place, { enum: kinds })] });
    expect(titlesOf(plan, 'enum-value')).toEqual(want.map((one) => `${place}.it ${one}`));
  });
});

describe('null', () => {
  const properties = { name: text, maybe: { type: ['string', 'null'] }, kind: { enum: ['a'] }, any: {} };

  test('in place of each input of JSON that may not be null', () => {
    const { plan } = planOf({ type: 'object', properties });
    expect(titlesOf(plan, 'null')).toEqual(['body', 'body.name', 'body.kind']);
    expect(caseCalled(plan, 'null body.kind').expectation).toEqual({
      outcome: 'refused',
      breaks: 'body/properties/kind/enum',
    });
  });

  test.each(['multipart/form-data', 'application/x-www-form-urlencoded', 'text/plain'])(
    '%s has none',
    (type) => expect(titlesOf(planOf({ type: 'object', properties }, { type }).plan, 'null')).toEqual([]),
  );
});

describe('bad-format', () => {
  test.each<[format: string, want: unknown]>([
    ...[
      'date',
      'date-time',
      'time',
      'duration',
      'email',
      'hostname',
      'ipv4',
      'ipv6',
      'uri',
      'uuid',
      'byte',
    ].map((format): [string, string] => [format, `not ${format}`]),
    ['json-pointer', 'not json-pointer'],
    ['regex', '('],
    ['int64', 0.5],
    ['int32', 2_147_483_648],
    ...['password', 'binary', 'double', 'made-up'].map((format): [string, undefined] => [format, undefined]),
  ])('%s', (format, want) => {
    const type = /^(int|double)/.test(format) ? 'number' : 'string';
    const { plan } = planOf({ properties: { it: { type, format } } });
    const titles = want === undefined ? {} : { [`body.it ${format}`]: { it: want } };
    return expect(bodies(plan, 'bad-format')).toEqual(titles);
  });

  test('of the lengths that the input has', () => {
    const { plan } = planOf({
      properties: { it: { ...text, format: 'email', minLength: 12, maxLength: 14 } },
    });
    expect(bodies(plan, 'bad-format')).toEqual({ 'body.it email': { it: 'not email!!!' } });
  });

  test('a pattern; none where it takes everything', () => {
    const { plan } = planOf({
      properties: { code: { ...text, pattern: '^\\d{3}$' }, any: { ...text, pattern: '.*' } },
    });
    expect(titlesOf(plan, 'bad-format')).toEqual(['body.code pattern']);
  });
});

describe('texts', () => {
  test.each([
    ['a number that is a string as well', { type: ['integer', 'string'], minimum: 5 }],
    ['a limit without a type', { minimum: 5 }],
    ['an empty text that may count as absent', { ...text, minLength: 1 }],
    ['an empty list', { type: 'array', items: text, minItems: 1 }],
    ['a text that does not fit into a URL', { ...text, maxLength: 3000 }],
  ])('%s breaks no limit of a query', (_, schema) => {
    expect(titlesOf(planFor({ parameters: [parameter('query', schema)] }), 'out-of-bounds')).toEqual([]);
  });

  test('a required one that is empty is refused either way', () => {
    const parameters = [parameter('query', { ...text, minLength: 1 }, { required: true })];
    expect(sent(planFor({ parameters }), 'out-of-bounds')).toEqual({
      'query.it minLength': { query: { it: '' } },
    });
  });

  test('an empty path parameter would be another path', () => {
    const plan = planFor({ parameters: [parameter('path', { ...text, minLength: 1 })] }, '/things/{it}');
    expect(titlesOf(plan, 'out-of-bounds')).toEqual([]);
    expect(titlesOf(plan, 'boundary')).toEqual(['path.it minLength']);
  });

  test('a limit of a form', () => {
    const schema = { properties: { it: { type: 'integer', maximum: 3 } } };
    const { plan } = planOf(schema, { type: 'application/x-www-form-urlencoded' });
    expect(bodies(plan, 'out-of-bounds')).toEqual({ 'body.it maximum': { it: 4 } });
  });
});

describe('bodies', () => {
  const schema = { type: 'object', properties: { a: text } };

  test.each([
    ['application/json', '{"cut-off": ', 'application/json'],
    ['application/vnd.fake+json', '{"cut-off": ', 'application/vnd.fake+json'],
    [
      'multipart/form-data',
      '--cut-off\r\ncontent-disposition: form-data; name="cut-off"\r\n\r\nfake',
      'multipart/form-data; boundary=cut-off',
    ],
  ])('%s that breaks off', (type, rawBody, contentType) => {
    const { plan } = planOf(schema, { type });
    expect(sent(plan, 'malformed-body')).toEqual({ '': { contentType, rawBody } });
    const breaks = `requestBody/content/${type.replace('/', '~1')}`;
    expect(caseCalled(plan, 'malformed-body').expectation).toEqual({ outcome: 'refused', breaks });
  });

  test.each(['application/x-www-form-urlencoded', 'text/plain', 'application/octet-stream'])(
    'any bytes are %s',
    (type) =>
      expect(titlesOf(planOf({ ...schema, type: 'string' }, { type }).plan, 'malformed-body')).toEqual([]),
  );

  test.each([
    ['application/json', 'application/x-undocumented'],
    ['application/*', 'x-undocumented/x-undocumented'],
    ['*/*', undefined],
  ])('beside %s, %s is not described', (type, want) => {
    const { plan } = planOf(schema, { type, media: { example: { a: 'x' } } });
    const contentTypes = Object.values(sent(plan, 'undocumented-media-type')).map((one) => one.contentType);
    expect(contentTypes).toEqual(want === undefined ? [] : [want]);
  });

  test('each media type of the lowest success is accepted alone', () => {
    const content = { 'application/json': {}, 'text/csv': {} };
    const plan = planFor({
      responses: { 202: { content: { 'a/b': {} } }, 200: { content }, 400: { content } },
    });
    expect(sent(plan, 'media-type')).toEqual({
      'accept application/json': { accept: 'application/json' },
      'accept text/csv': { accept: 'text/csv' },
    });
    expect(caseCalled(plan, 'media-type accept text/csv').expectation).toEqual({
      outcome: 'accepted',
      tries: 'responses/200/content/text~1csv',
    });
  });
});

interface Rule {
  name: string;
  schema: object;
  want: Record<string, [body: unknown, breaks: string]>;
}

describe('conditional', () => {
  const [street, town, role] = [text, text, text];

  test.each<Rule>([
    {
      name: 'dependentRequired',
      schema: { properties: { street, town }, dependentRequired: { street: ['town'] } },
      want: { 'body.town with street': [{ street: 'fake' }, 'body/dependentRequired'] },
    },
    {
      name: 'dependentSchemas',
      schema: { properties: { street, town }, dependentSchemas: { street: { required: ['town'] } } },
      want: { 'body.town 0': [{ street: 'fake' }, 'body/dependentSchemas/street/required/0'] },
    },
    {
      name: 'if and then, where only a certain value makes it hold',
      schema: {
        properties: { role, town },
        if: { properties: { role: { const: 'doctor' } }, required: ['role'] },
        [consequence]: { required: ['town'] },
      },
      want: { 'body.town when role is doctor': [{ role: 'doctor' }, 'body/then/required/0'] },
    },
    {
      name: 'else',
      schema: {
        properties: { role, town },
        if: { properties: { role: { const: 'doctor' } } },
        else: { required: ['town'] },
      },
      want: { 'body.town by else': [{ role: 'fake' }, 'body/else/required/0'] },
    },
    {
      name: 'branches of oneOf, told by a constant',
      schema: {
        oneOf: [
          { required: ['role', 'town'], properties: { role: { const: 'a' }, town } },
          { required: ['role', 'street'], properties: { role: { const: 'b' }, street } },
        ],
      },
      want: {
        'body.role when role is a': [{ town: 'fake' }, 'body/oneOf/0/required/0'],
        'body.town when role is a': [{ role: 'a' }, 'body/oneOf/0/required/1'],
        'body.role when role is b': [{ street: 'fake' }, 'body/oneOf/1/required/0'],
        'body.street when role is b': [{ role: 'b' }, 'body/oneOf/1/required/1'],
      },
    },
    {
      name: 'one of two',
      schema: { properties: { street, town }, anyOf: [{ required: ['street'] }, { required: ['town'] }] },
      want: {
        'body.street anyOf': [{}, 'body/anyOf/0/required/0'],
        'body.town anyOf': [{}, 'body/anyOf/1/required/0'],
      },
    },
    {
      name: 'equal members',
      schema: { properties: { word: { ...text, maxLength: 4, 'x-equals': 'again' }, again: text } },
      want: {},
    },
    {
      name: 'simply required',
      schema: { required: ['town'], properties: { town }, minProperties: 1 },
      want: {},
    },
    { name: 'no rule', schema: { properties: { street, town } }, want: {} },
  ])('$name', ({ name, schema, want }) => {
    const { plan } = planOf(schema);
    const cases = plan.cases.filter(({ kind }) => kind === 'conditional');
    const found = Object.fromEntries(
      cases.map(({ title, change, expectation }) => [
        title.slice('conditional '.length),
        [applyChange(plan.base, change).body, 'breaks' in expectation && expectation.breaks],
      ]),
    );
    if (name !== 'equal members') return expect(found).toEqual(want);
    return expect(found).toEqual({
      'body.word unlike again': [{ word: 'fak', again: 'fake' }, 'body/properties/word/x-equals'],
    });
  });
});

describe('credentials', () => {
  const securitySchemes = {
    key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    token: { type: 'http', scheme: 'bearer' },
    tls: { type: 'mutualTLS' },
  };
  const planned = (security: object[]) =>
    planFor({ security }, '/things', { components: { securitySchemes } });

  test.each<[name: string, security: object[], want: string[]]>([
    ['two schemes together', [{ key: [], token: [] }], ['key', 'token']],
    ['either of two', [{ key: [] }, { token: [] }], ['key']],
    ['the second with the first', [{ key: [], token: [] }, { key: [] }], ['key']],
    ['what is no part of a request', [{ tls: [] }], []],
    ['a scheme that nobody declares', [{ unknown: [] }], []],
    ['none', [], []],
  ])('%s', (_, security, want) => {
    const plan = planned(security);
    for (const kind of ['no-credentials', 'bad-credentials', 'wrong-scheme'] as const) {
      expect(titlesOf(plan, kind)).toEqual(want);
    }
  });

  test('of one scheme at a time', () => {
    const plan = planned([{ key: [], token: [] }]);
    const security = ['key', 'token'];
    expect(sent(plan, 'no-credentials')).toEqual({
      key: { security: ['token'] },
      token: { security: ['key'] },
    });
    expect(sent(plan, 'bad-credentials').key).toEqual({ security, spoiled: { key: 'nobody' } });
    expect(sent(plan, 'wrong-scheme').token).toEqual({ security, spoiled: { token: 'elsewhere' } });
  });

  test('where anybody may call it is told, and not asked', () => {
    const plan = planned([{ key: [] }, {}]);
    for (const kind of ['no-credentials', 'bad-credentials', 'wrong-scheme']) {
      expect(caseCalled(plan, kind).skip).toBe('one alternative of the security asks for no credentials');
    }
  });
});

test('names stay when other inputs come', () => {
  const it = { type: 'integer', minimum: 1, maximum: 4, enum: [1, 2] };
  const titles = (properties: object) => titlesOf(planOf({ properties, required: ['it'] }).plan);
  const before = titles({ it });
  const after = titles({ first: text, it, last: { enum: ['a', 'b'] } });
  // The one input that was all of them is one of several now.
  expect(before.filter((title) => !after.includes(title))).toEqual([]);
});
