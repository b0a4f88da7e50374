import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import type { Case, Expectation, RequestInputs } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { caseInputs } from '../../contract/caseInputs.ts';
import type { RunContext } from '../../contract/runContext.ts';
import { isSelected } from '../../contract/selection.ts';
import { skipReason } from '../../contract/skipReason.ts';

const api = apiOf('things', {
  paths: {
    '/things': { get: { operationId: 'listThings' }, post: { operationId: 'createThing' } },
    '/things/{id}': {
      get: { operationId: 'getThing', parameters: [{ name: 'id', in: 'path', required: true, schema: {} }] },
      delete: {},
    },
    '/ring': { get: { operationId: 'ringBell', 'x-effect': 'It rings.' } },
    '/log-out': { get: { operationId: 'logOut', 'x-ends-session': true } },
  },
});

const run: RunContext = {
  mode: 'live',
  apis: {},
  seed: 1,
  allowWrites: false,
  failOn: 'violation',
  only: [],
  exclude: [],
  headers: {},
};

function operationCalled(id: string): Operation {
  const operation = api.operations.find(({ operationId }) => operationId === id);
  if (!operation) throw new Error(`There is no ${id}.`);
  return operation;
}

function selected(given: Partial<RunContext>): string[] {
  return api.operations
    .filter((operation) => isSelected({ api, run: { ...run, ...given } }, operation))
    .map(({ operationId }) => operationId);
}

const all = ['listThings', 'createThing', 'getThing', 'DELETE /things/{id}', 'ringBell', 'logOut'];

test.each([
  ['nothing asked', {}, all],
  ['only by id', { only: ['getThing'] }, ['getThing']],
  ['only by method and path', { only: ['GET /things', 'ringBell'] }, ['listThings', 'ringBell']],
  ['an operation without an id', { only: ['DELETE /things/{id}'] }, ['DELETE /things/{id}']],
  ['all but', { exclude: ['listThings', 'POST /things'] }, all.slice(2)],
  ['exclude wins', { only: ['getThing'], exclude: ['GET /things/{id}'] }, []],
  ['the first of two parts', { shard: { index: 1, count: 2 } }, ['listThings', 'getThing', 'ringBell']],
  ['the second', { shard: { index: 2, count: 2 } }, ['createThing', 'DELETE /things/{id}', 'logOut']],
  ['more parts than operations', { shard: { index: 9, count: 9 } }, []],
  ['a part of what is named', { only: ['getThing'], shard: { index: 2, count: 2 } }, []],
])('%s', (_, given, want) => {
  expect(selected(given)).toEqual(want);
});

describe('what cannot be run has a reason', () => {
  const accepted: Expectation = { outcome: 'accepted' };
  const notFound: Expectation = { outcome: 'not-found' };
  const asked: Expectation = { outcome: 'status', status: '200' };
  const writes = 'writes are not allowed: --allow-writes';

  interface Row {
    name: string;
    id?: string;
    run?: Partial<RunContext>;
    expectation?: Expectation;
    inputs?: RequestInputs;
    skip?: string;
    kind?: Case['kind'];
    want: string | undefined;
  }

  test.each<Row>([
    { name: 'a read', want: undefined },
    { name: 'a write', id: 'createThing', want: writes },
    { name: 'a write that is allowed', id: 'createThing', run: { allowWrites: true }, want: undefined },
    { name: 'a write on the mock', id: 'createThing', run: { mode: 'mock' }, want: undefined },
    { name: 'a read with an effect', id: 'ringBell', want: `${writes} (It rings)` },
    { name: 'another method on a read', inputs: { method: 'DELETE' }, want: writes },
    {
      name: 'a method that is tried out, on what nobody owns',
      kind: 'undocumented-method',
      run: { allowWrites: true },
      inputs: { method: 'PUT' },
      want: undefined,
    },
    {
      name: 'one on a path without an identifier',
      id: 'listThings',
      kind: 'undocumented-method',
      run: { allowWrites: true },
      inputs: { method: 'DELETE' },
      want: 'a method that may change something is tried out on what nobody owns only',
    },
    {
      name: 'one that changes nothing, on a path for writes',
      id: 'createThing',
      kind: 'undocumented-method',
      inputs: { method: 'GET' },
      want: 'a server that does not look at the method would do what the path is for: --allow-writes',
    },
    {
      name: 'the same, if writes are allowed',
      id: 'createThing',
      kind: 'undocumented-method',
      run: { allowWrites: true },
      inputs: { method: 'GET' },
      want: undefined,
    },
    {
      name: 'one that changes nothing, on what nobody owns',
      kind: 'undocumented-method',
      inputs: { method: 'GET' },
      want: undefined,
    },
    {
      name: 'one on the mock',
      id: 'listThings',
      kind: 'undocumented-method',
      run: { mode: 'mock' },
      inputs: { method: 'DELETE' },
      want: undefined,
    },
    { name: 'what ends a session', id: 'logOut', want: undefined },
    {
      name: 'what ends the session of other shards',
      id: 'logOut',
      run: { shard: { index: 1, count: 2 } },
      want: 'it may end the session of other shards: run it alone, with --only logOut',
    },
    {
      name: 'a harmless method on a write',
      id: 'createThing',
      inputs: { method: 'OPTIONS' },
      want: undefined,
    },
    {
      name: 'a status that only a mock can be asked for',
      expectation: asked,
      want: 'only a mock can be asked for a certain status',
    },
    { name: 'such a status on the mock', expectation: asked, run: { mode: 'mock' }, want: undefined },
    { name: 'a resource that a server does not have', expectation: notFound, want: undefined },
    {
      name: 'one that the mock cannot miss',
      expectation: notFound,
      run: { mode: 'mock' },
      want: 'the mock keeps no resources, and the document has no 404 to ask it for',
    },
    {
      name: 'one that it is asked to',
      expectation: notFound,
      run: { mode: 'mock' },
      inputs: { prefer: { code: '404' } },
      want: undefined,
    },
    {
      name: 'credentials that nobody has, on the mock',
      kind: 'bad-credentials',
      run: { mode: 'mock' },
      want: undefined,
    },
    { name: 'what was planned so', skip: 'No.', run: { mode: 'mock' }, want: 'No.' },
  ])(
    '$name',
    ({
      id = 'getThing',
      run: given = {},
      expectation = accepted,
      inputs = {},
      skip,
      kind = 'example',
      want,
    }) => {
      const one: Case = { title: 'x', kind, change: {}, expectation, ...(skip && { skip }) };
      const operation = operationCalled(id);
      expect(skipReason({ one, inputs, operation, run: { ...run, ...given } })).toBe(want);
    },
  );
});

describe('what gives a token is asked with our credentials', () => {
  const session = { fields: () => ({ user: 'fake-us', secret: 'fake-secret' }) };
  const target = { session } as unknown as Parameters<typeof caseInputs>[0];
  const base: RequestInputs = { contentType: 'application/json', body: { user: 'example', kind: 'x' } };
  const inputsOf = (change: Case['change'], expectation: Expectation) =>
    caseInputs(target, operationCalled('createThing'), {
      base,
      one: { title: 'x', kind: 'example', change, expectation },
    }).body;
  const refused: Expectation = { outcome: 'refused', breaks: '' };

  test.each([
    ['the base request', {}, { outcome: 'accepted' }, { user: 'fake-us', kind: 'x' }],
    [
      'another example',
      { set: { '/body': { secret: 'example' } } },
      { outcome: 'accepted' },
      { secret: 'fake-secret' },
    ],
    ['a missing field stays missing', { remove: ['/body/user'] }, refused, { kind: 'x' }],
    ['a wrong one wrong', { set: { '/body/user': 12345 } }, refused, { user: 12345, kind: 'x' }],
    ['another one is missing', { remove: ['/body/kind'] }, refused, { user: 'fake-us' }],
    ['no object', { set: { '/body': 'x' } }, refused, 'x'],
  ] satisfies [string, Case['change'], Expectation, unknown][])('%s', (_, change, expectation, want) => {
    expect(inputsOf(change, expectation)).toEqual(want);
  });
});
