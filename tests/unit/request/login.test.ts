import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { describeCredentials, missingCredentials } from '../../../scripts/contract/credentials.ts';
import { hasOtherUser, requireOtherUser } from '../../../scripts/contract/otherUser.ts';
import type { SentRequest } from '../../../scripts/model/exchange.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { loginNames } from '../../../scripts/request/loginNames.ts';
import { createSession } from '../../../scripts/request/session.ts';

const token = { operationId: 'logIn', value: '$response.body#/token' };

const answer = (status: string) => ({
  [status]: {
    description: 'A tree.',
    content: { 'application/json': { schema: { properties: { id: { type: 'integer' } } } } },
  },
});

const document: JsonObject = {
  paths: {
    '/trees': { post: { operationId: 'plant', security: [{ key: [] }], responses: answer('201') } },
    '/trees/{id}': {
      get: {
        ...{ operationId: 'look', security: [{ key: [] }], responses: answer('200') },
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      },
    },
    '/log-in': {
      post: {
        operationId: 'logIn',
        requestBody: {
          content: {
            'application/json': {
              schema: {
                required: ['username', 'password', 'place'],
                properties: {
                  username: { 'x-sensitive': true },
                  password: { $ref: '#/components/schemas/Secret' },
                  nickname: { 'x-sensitive': true },
                  place: {},
                },
              },
              example: { username: 'example', password: 'example', place: 'here' },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: { Secret: { type: 'string', 'x-sensitive': true } },
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', 'x-token': token },
      key: { type: 'apiKey', in: 'query', name: 'key' },
      basic: { type: 'http', scheme: 'basic' },
      tls: { type: 'mutualTLS' },
    },
  },
};
const api = apiOf('orchard', document);
const login = { ORCHARD_BEARER_USERNAME: 'fake-ana', ORCHARD_BEARER_PASSWORD: 'fake-secret' };
const rest = { ORCHARD_KEY: 'fake-key', ORCHARD_USERNAME: 'x', ORCHARD_PASSWORD: 'x' };

function sessionWith(
  environment: Record<string, string>,
  user?: 'other',
  headers: Record<string, string> = {},
) {
  const requests: SentRequest[] = [];
  const session = createSession({
    ...{ api, environment, headers, mode: 'live', baseUrl: 'http://127.0.0.1:1' },
    ...(user && { user }),
    async send(request) {
      requests.push(request);
      const body = new TextEncoder().encode(`{"token":"fake-token-${requests.length}"}`);
      return { request, durationMs: 1, response: { status: 200, headers: {}, body } };
    },
  });
  const values = async (own = session) => (await own.credentials(['bearer'])).map(({ value }) => value);
  return { session, requests, values };
}

test('a token is got with the required secrets of the operation that gives it, under names of their own', () => {
  const bearer = api.securitySchemes.find(({ name }) => name === 'bearer');
  expect(bearer && loginNames(api, bearer)).toEqual([
    { field: 'username', variable: 'ORCHARD_BEARER_USERNAME' },
    { field: 'password', variable: 'ORCHARD_BEARER_PASSWORD' },
  ]);
});

describe('a session', () => {
  test('logs in with them, and hides them', async () => {
    const { session, requests, values } = sessionWith(login);
    expect(await values()).toEqual(['Bearer fake-token-1']);
    expect(await values()).toEqual(['Bearer fake-token-1']);
    expect(JSON.parse(new TextDecoder().decode(requests[0]?.body))).toEqual({
      ...{ username: 'fake-ana', password: 'fake-secret', place: 'here' },
    });
    expect(Object.fromEntries(session.secrets())).toEqual({
      'fake-ana': 'ORCHARD_BEARER_USERNAME',
      'fake-secret': 'ORCHARD_BEARER_PASSWORD',
      'fake-token-1': 'ORCHARD_ACCESS_TOKEN',
    });
  });

  test('prefers a token that it is given', async () => {
    const { requests, values } = sessionWith({ ...login, ORCHARD_TOKEN: 'fake-given' });
    expect([await values(), requests]).toEqual([['Bearer fake-given'], []]);
  });

  test.each([
    ['logged in', login],
    ['was given a token as well', { ...login, ORCHARD_TOKEN: 'fake-given' }],
  ])('has another token for what ends one, where it %s', async (_, environment) => {
    const { session, values } = sessionWith(environment);
    const [own] = await values();
    const renewed = session.renewed(['bearer']);
    if (typeof renewed === 'string') throw new Error(renewed);
    const [other] = await values(renewed);
    expect(other).toMatch(/^Bearer fake-token-\d$/);
    expect(other).not.toBe(own);
    expect(await values()).toEqual([own]);
    expect([...session.secrets().keys()]).toContain(other?.slice('Bearer '.length));
  });

  test('of another user has credentials of its own, and names for them', async () => {
    const other = { ORCHARD_OTHER_BEARER_USERNAME: 'fake-bea', ORCHARD_OTHER_BEARER_PASSWORD: 'fake-2' };
    const { session, requests, values } = sessionWith({ ...login, ...other }, 'other');
    expect(await values()).toEqual(['Bearer fake-token-1']);
    expect(JSON.parse(new TextDecoder().decode(requests[0]?.body))).toMatchObject({ username: 'fake-bea' });
    expect(Object.fromEntries(session.secrets())).toEqual({
      'fake-bea': 'ORCHARD_OTHER_BEARER_USERNAME',
      'fake-2': 'ORCHARD_OTHER_BEARER_PASSWORD',
      'fake-token-1': 'ORCHARD_OTHER_ACCESS_TOKEN',
    });
  });

  test('that can have no other says so', () => {
    const { session } = sessionWith({ ORCHARD_TOKEN: 'fake-given' });
    expect(session.renewed(['bearer'])).toBe(
      'it may end the session of ORCHARD_TOKEN: set ORCHARD_BEARER_USERNAME and ORCHARD_BEARER_PASSWORD, for a token of its own',
    );
    expect(session.renewed([])).toBeTypeOf('object');
  });

  test('keeps a key that nothing gives another of, and has no fear for a password', () => {
    const { session } = sessionWith(rest);
    expect(session.renewed(['key'])).toBe('it may end the session of ORCHARD_KEY');
    expect(session.renewed(['basic'])).toBeTypeOf('object');
    expect(sessionWith(login).session.renewed(['key'])).toBeTypeOf('object');
  });

  test('keeps what a header of the user carries', () => {
    const { session } = sessionWith({}, undefined, { authorization: 'Bearer fake-given' });
    expect(session.renewed(['bearer'])).toMatch(/^it may end the session of ORCHARD_TOKEN: set /);
  });
});

describe('what an API asks for', () => {
  test.each<[name: string, set: Record<string, string>, want: string[]]>([
    ['all of it', { ...rest, ...login }, []],
    ['a token in place of a login', { ...rest, ORCHARD_TOKEN: 'x' }, []],
    ['a token and half a login', { ...rest, ORCHARD_TOKEN: 'x', ORCHARD_BEARER_USERNAME: 'x' }, []],
    ['half a login', { ...rest, ORCHARD_BEARER_USERNAME: 'x' }, ['ORCHARD_BEARER_PASSWORD']],
    ['neither', rest, ['ORCHARD_TOKEN (or ORCHARD_BEARER_USERNAME and ORCHARD_BEARER_PASSWORD)']],
    ['empty ones', { ...rest, ...login, ORCHARD_KEY: '' }, ['ORCHARD_KEY']],
    [
      'nothing',
      {},
      [
        'ORCHARD_TOKEN (or ORCHARD_BEARER_USERNAME and ORCHARD_BEARER_PASSWORD)',
        ...['ORCHARD_KEY', 'ORCHARD_USERNAME', 'ORCHARD_PASSWORD'],
      ],
    ],
  ])('%s', (_, environment, want) => {
    expect(missingCredentials(api, environment)).toEqual(want);
  });

  test('is listed with where each goes, and no value', () => {
    const text = describeCredentials(api, {
      ...{ ...rest, ORCHARD_BEARER_USERNAME: 'fake-ana', ORCHARD_OTHER_KEY: 'fake-key-2' },
    });
    expect(text).toBe(
      [
        'Credentials of orchard, from the environment only:',
        '  ORCHARD_TOKEN                  not set  the header Authorization: Bearer …',
        '  ORCHARD_BEARER_USERNAME        set      the field username of POST /log-in, whose token goes into the header Authorization: Bearer … (in place of the one above)',
        '  ORCHARD_BEARER_PASSWORD        not set  the field password of POST /log-in, whose token goes into the header Authorization: Bearer … (in place of the one above)',
        '  ORCHARD_KEY                    set      the query, as key',
        '  ORCHARD_USERNAME               set      the username in the header Authorization: Basic …',
        '  ORCHARD_PASSWORD               set      the password in the header Authorization: Basic …',
        'Those of another user, who must not see what the first one makes; without them that is not asked:',
        '  ORCHARD_OTHER_TOKEN            not set  like ORCHARD_TOKEN',
        '  ORCHARD_OTHER_BEARER_USERNAME  not set  like ORCHARD_BEARER_USERNAME',
        '  ORCHARD_OTHER_BEARER_PASSWORD  not set  like ORCHARD_BEARER_PASSWORD',
        '  ORCHARD_OTHER_KEY              set      like ORCHARD_KEY',
        '  ORCHARD_OTHER_USERNAME         not set  like ORCHARD_USERNAME',
        '  ORCHARD_OTHER_PASSWORD         not set  like ORCHARD_PASSWORD',
      ].join('\n'),
    );
    expect(describeCredentials(apiOf('open', {}), {})).toBe('open asks for no credentials.');
  });
});

describe('another user', () => {
  const own = { ...rest, ...login };
  const other = {
    ...{ ORCHARD_OTHER_TOKEN: 'fake-2', ORCHARD_OTHER_KEY: 'fake-3' },
    ...{ ORCHARD_OTHER_USERNAME: 'y', ORCHARD_OTHER_PASSWORD: 'y' },
  };
  test.each<[name: string, set: Record<string, string>, has: boolean]>([
    ['nobody', own, false],
    ['all of it', { ...own, ...other }, true],
    ['with the same key', { ...own, ...other, ORCHARD_OTHER_KEY: 'fake-key' }, true],
  ])('%s', (_, environment, has) => {
    expect(() => requireOtherUser(api, environment)).not.toThrow();
    expect(hasOtherUser(api, environment)).toBe(has);
  });

  test.each<[name: string, set: Record<string, string>, told: RegExp]>([
    [
      'of whom only half is known',
      { ...own, ...other, ORCHARD_OTHER_KEY: '' },
      /only some of the other user's credentials\.\nSet in the environment: ORCHARD_OTHER_KEY; or none of them/,
    ],
    [
      'who is the first one',
      {
        ...{ ...rest, ORCHARD_TOKEN: 'fake-1', ORCHARD_OTHER_TOKEN: 'fake-1' },
        ...{ ORCHARD_OTHER_KEY: 'fake-key', ORCHARD_OTHER_USERNAME: 'x', ORCHARD_OTHER_PASSWORD: 'x' },
      },
      /The other user of orchard is the first one: the same credentials are in ORCHARD_OTHER_TOKEN, .*\nGive another user's/,
    ],
  ])('%s is refused', (_, environment, told) => {
    expect(() => requireOtherUser(api, environment)).toThrow(told);
    expect(hasOtherUser(api, environment)).toBe(environment.ORCHARD_OTHER_KEY !== '');
  });
});
