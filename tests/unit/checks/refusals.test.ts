import { describe, expect, test } from 'vitest';
import type { CaseKind } from '../../../scripts/model/case.ts';
import { allowHeader } from '../../contract/checks/allowHeader.ts';
import { authEnforced } from '../../contract/checks/authEnforced.ts';
import { refusesInvalid } from '../../contract/checks/refusesInvalid.ts';
import { statusDocumented } from '../../contract/checks/statusDocumented.ts';
import { answered, at, operationOf, told } from './answered.ts';

const operation = operationOf(
  {
    security: [{ key: [] }, { token: [] }],
    'x-inferred': { 'security/1': 'A guess.' },
    'x-conflict': [{ at: 'parameters/1/schema/enum', sources: [], chosen: '', why: '' }],
    parameters: [
      { name: 'day', in: 'query', required: true, schema: { type: 'string' } },
      { name: 'kind', in: 'query', schema: { enum: ['a'] } },
    ],
    requestBody: {
      content: {
        'application/json': {
          schema: {
            properties: {
              home: { $ref: '#/components/schemas/Address' },
              work: { $ref: '#/components/schemas/Address', 'x-inferred': 'A guess.' },
            },
          },
        },
      },
    },
    responses: { 200: {} },
  },
  { components: { schemas: { Address: { required: ['street'], properties: { street: {} } } } } },
);
const body = `${at}/requestBody/content/application~1json/schema`;

describe('refuses-invalid', () => {
  const broken = '/status';

  test.each([
    {
      name: 'a documented rule',
      breaks: `${at}/parameters/0/required`,
      want: `violation documented ${at}/parameters/0/required ${broken}`,
    },
    {
      name: 'one in conflict',
      breaks: `${at}/parameters/1/schema/enum`,
      want: `drift conflict ${at}/parameters/1/schema/enum ${broken}`,
    },
    {
      name: 'one in a component',
      breaks: `${body}/properties/home/required/0`,
      want: `violation documented /components/schemas/Address/required/0 ${broken}`,
    },
    {
      name: 'the same one, where its use is inferred',
      breaks: `${body}/properties/work/required/0`,
      want: `drift inferred /components/schemas/Address/required/0 ${broken}`,
    },
  ])('$name is broken, and accepted', ({ breaks, want }) => {
    const expectation = { outcome: 'refused', breaks } as const;
    expect(told(refusesInvalid(answered({ operation, expectation })))).toEqual([want]);
    expect(told(refusesInvalid(answered({ operation, expectation, status: 302 })))).toEqual([want]);
  });

  test.each([400, 401, 404, 422, 499])('%i is a refusal', (status) => {
    const expectation = { outcome: 'refused', breaks: `${at}/parameters/0/required` } as const;
    expect(refusesInvalid(answered({ operation, expectation, status }))).toEqual([]);
  });

  test('nobody owns this, and it is found', () => {
    const expectation = { outcome: 'not-found' } as const;
    expect(told(refusesInvalid(answered({ operation, expectation })))).toEqual([
      `drift protocol ${at} ${broken}`,
    ]);
    expect(refusesInvalid(answered({ operation, expectation, status: 410 }))).toEqual([]);
  });

  test('is no judge of a valid request', () => {
    expect(refusesInvalid(answered({ operation, status: 200 }))).toEqual([]);
  });
});

describe('auth-enforced', () => {
  test.each([
    {
      name: 'documented',
      breaks: `${at}/security/0`,
      status: 200,
      want: [`violation documented ${at}/security/0 /status`],
    },
    {
      name: 'inferred',
      breaks: `${at}/security/1`,
      status: 200,
      want: [`drift inferred ${at}/security/1 /status`],
    },
    {
      name: 'another refusal',
      breaks: `${at}/security/0`,
      status: 404,
      want: [`violation documented ${at}/security/0 /status`],
    },
    {
      name: 'a redirect to a login page',
      breaks: `${at}/security/0`,
      status: 302,
      want: [`violation documented ${at}/security/0 /status`],
    },
    { name: '401', breaks: `${at}/security/0`, status: 401, want: [] },
    { name: '403', breaks: `${at}/security/0`, status: 403, want: [] },
  ])('$name', ({ breaks, status, want }) => {
    const expectation = { outcome: 'unauthorized', breaks } as const;
    expect(told(authEnforced(answered({ operation, status, expectation })))).toEqual(want);
  });

  test.each<[what: string, status: number, body: unknown, want: string[]]>([
    ['says that it does not have it', 404, {}, []],
    ['does not know its path', 404, undefined, [`violation documented ${at}/security/0 /status`]],
    ['takes no more requests', 429, undefined, [`drift silent ${at}/security/0 /status`]],
  ])('a server that hides a resource and %s', (_, status, body, want) => {
    const hidden = operationOf({
      security: [{ key: [] }],
      parameters: [{ name: 'id', in: 'path', required: true, schema: {} }],
      responses: { 404: { content: { 'application/json': {} } } },
    });
    const expectation = { outcome: 'unauthorized', breaks: `${at}/security/0` } as const;
    expect(told(authEnforced(answered({ operation: hidden, status, body, expectation })))).toEqual(want);
  });

  test('security of the whole document is pointed at where it stands', () => {
    const inherited = operationOf({ responses: {} }, { security: [{ key: [] }] });
    const expectation = { outcome: 'unauthorized', breaks: `${at}/security/0` } as const;
    expect(told(authEnforced(answered({ operation: inherited, expectation })))).toEqual([
      'violation documented /security/0 /status',
    ]);
  });

  test.each<[kind: CaseKind, status: number, want: string[]]>([
    ['bad-credentials', 401, []],
    ['bad-credentials', 400, [`violation documented ${at}/security/0 /status`]],
    ['wrong-scheme', 400, []],
    ['wrong-scheme', 404, [`violation documented ${at}/security/0 /status`]],
    ['wrong-scheme', 200, [`violation documented ${at}/security/0 /status`]],
  ])('%s and %i', (kind, status, want) => {
    const expectation = { outcome: 'unauthorized', breaks: `${at}/security/0` } as const;
    expect(told(authEnforced(answered({ operation, kind, status, expectation })))).toEqual(want);
  });

  test('is no judge of a request with credentials', () => {
    expect(authEnforced(answered({ operation, status: 200 }))).toEqual([]);
  });
});

test.each<[status: number, want: string[]]>([
  [415, []],
  [400, []],
  [200, [`drift protocol ${at}/requestBody /status`]],
  [302, [`drift protocol ${at}/requestBody /status`]],
])('a media type that is not described, and %i', (status, want) => {
  const expectation = { outcome: 'unsupported-media-type' } as const;
  const judged = answered({ operation, status, expectation, kind: 'undocumented-media-type' });
  expect(told(refusesInvalid(judged))).toEqual(want);
  expect(status < 400 ? [] : told(statusDocumented(judged))).toEqual([]);
});

describe('allow-header', () => {
  const expectation = { outcome: 'method-not-allowed' } as const;

  test.each<{ name: string; status: number; headers: Record<string, string>; want: string[] }>([
    { name: '405 with Allow', status: 405, headers: { allow: 'GET, POST' }, want: [] },
    { name: '405 with an empty Allow', status: 405, headers: { allow: '' }, want: [] },
    { name: '405 without', status: 405, headers: {}, want: [`drift protocol ${at} /headers/allow`] },
    { name: 'a success', status: 200, headers: { allow: 'GET' }, want: [`drift protocol ${at} /status`] },
    { name: '404', status: 404, headers: {}, want: [`drift protocol ${at} /status`] },
    { name: '501', status: 501, headers: {}, want: [`drift protocol ${at} /status`] },
  ])('$name', ({ status, headers, want }) => {
    expect(told(allowHeader(answered({ operation, status, headers, expectation })))).toEqual(want);
  });

  test('is no judge of a method that is described', () => {
    expect(allowHeader(answered({ operation, status: 405 }))).toEqual([]);
  });
});
