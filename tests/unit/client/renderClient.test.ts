import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { renderClient } from '../../../scripts/generate/client.ts';
import { clientFacts } from '../../../scripts/generate/clientFacts.ts';
import { credentialChoices } from '../../../scripts/generate/credentialChoices.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { fixture } from './fixture.ts';

const schemes = {
  bearer: { type: 'http', scheme: 'bearer' },
  basic: { type: 'http', scheme: 'basic' },
  token: { type: 'apiKey', in: 'header', name: 'Authorization', 'x-auth-scheme': 'Token' },
  key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
  session: { type: 'apiKey', in: 'cookie', name: 'session_id' },
  oauth: { type: 'oauth2', flows: { implicit: { authorizationUrl: '/login', scopes: {} } } },
  tls: { type: 'mutualTLS' },
};

type SchemeName = keyof typeof schemes;

/** An API with an operation for each list of alternatives. */
function apiWith(...operations: SchemeName[][][]) {
  const used = Object.keys(schemes).filter((name) => operations.flat(2).includes(name as SchemeName));
  const paths = operations.map((alternatives, index) => [
    `/${index}`,
    {
      get: {
        security: alternatives.map((names) => Object.fromEntries(names.map((name) => [name, []]))),
        responses: {},
      },
    },
  ]);
  return apiOf('some-api', {
    openapi: '3.1.0',
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: Object.fromEntries(used.map((name) => [name, schemes[name as SchemeName]])),
    },
  } as unknown as JsonObject);
}

describe('credentialChoices', () => {
  test.each<{ name: string; operations: SchemeName[][][]; want: string[] }>([
    { name: 'no operations', operations: [], want: ['+'] },
    { name: 'no security', operations: [[], [[]]], want: ['+'] },
    { name: 'a bearer token', operations: [[['bearer']], []], want: ['token+'] },
    { name: 'a token in Authorization', operations: [[['token']]], want: ['token+'] },
    { name: 'another flow of OAuth', operations: [[['oauth']]], want: ['token+'] },
    { name: 'HTTP Basic', operations: [[['basic']]], want: ['username,password+'] },
    { name: 'keys', operations: [[['key', 'session']]], want: ['xApiKey,sessionId+'] },
    { name: 'mutual TLS', operations: [[['tls']]], want: ['+'] },
    {
      name: 'alternatives',
      operations: [[['basic'], ['key']]],
      want: ['xApiKey+username,password', 'username,password+xApiKey'],
    },
    {
      name: 'alternatives, and one of them elsewhere',
      operations: [[['basic'], ['key']], [['key']]],
      want: ['xApiKey+username,password'],
    },
    { name: 'optional credentials', operations: [[[], ['key']]], want: ['+xApiKey'] },
    {
      name: 'two tokens',
      operations: [[['bearer'], ['token']]],
      want: ['bearerToken+tokenToken', 'tokenToken+bearerToken'],
    },
  ])('$name: $want', ({ operations, want }) => {
    const choices = credentialChoices(apiWith(...operations));
    expect(choices.map(({ required, optional }) => `${required}+${optional}`)).toEqual(want);
  });
});

describe('clientFacts', () => {
  test('holds what the document says of tokens', () => {
    expect(clientFacts(apiOf('fixture', fixture)).tokens).toEqual({
      createToken: {
        operation: 'POST /token',
        value: '$response.body#/access_token',
        expires: '$response.body#/expires_in',
        clientCredentials: ['clientId', 'clientSecret'],
      },
      getSession: {
        operation: 'GET /session',
        value: '$response.header.X-Session',
        endedBy: ['DELETE /{session}'],
      },
    });
  });

  test.each([
    { operation: 'POST /token', want: { requests: ['application/x-www-form-urlencoded'] } },
    {
      operation: 'POST /things',
      want: {
        security: [['oauth']],
        requests: ['application/json', 'multipart/form-data'],
        jsonProperties: ['tags'],
      },
    },
    {
      operation: 'GET /things',
      want: { security: [['oauth']], styles: { ids: { style: 'form', explode: false } } },
    },
    {
      operation: 'GET /{session}/items/{id}',
      want: { security: [['key']], pathTokens: { session: 'getSession' } },
    },
    { operation: 'GET /maybe', want: { security: [[], ['cookieKey']] } },
    { operation: 'GET /file', want: { parseAs: 'blob' } },
    { operation: 'GET /mixed', want: { parseAs: 'content-type' } },
    { operation: 'GET /text', want: { parseAs: 'text' } },
    { operation: 'PUT /upload', want: { requests: ['application/octet-stream'], parseAs: 'content-type' } },
  ])('holds of $operation what is not as usual', ({ operation, want }) => {
    expect(clientFacts(apiOf('fixture', fixture)).operations[operation]).toEqual(want);
  });

  test('refuses a token whose operation is not there', () => {
    const document = structuredClone(fixture);
    const securitySchemes = (document.components as JsonObject).securitySchemes as Record<string, JsonObject>;
    Object.assign(securitySchemes.oauth ?? {}, {
      'x-token': { operationId: 'gone', value: '$response.body#/a' },
    });
    expect(() => clientFacts(apiOf('fixture', document))).toThrow(
      'generated/fixture/openapi.json #/components/securitySchemes/oauth/x-token: x-token names an operation "gone"',
    );
  });
});

describe('renderClient', () => {
  test.each<{ name: string; text: string; want: string[]; not: string[] }>([
    {
      name: 'an API without credentials or address',
      text: renderClient(apiWith([])),
      want: [
        'export interface SomeApiClientOptions extends ClientOptions {\n  baseUrl: string;\n}',
        '(options: SomeApiClientOptions)',
      ],
      not: ['credentials', 'Credential', 'Tokens', 'Unmarked'],
    },
    {
      name: 'an API with alternatives',
      text: renderClient(apiWith([['basic'], ['key']])),
      want: [
        'export type SomeApiCredentials = {\n  xApiKey: Credential;\n  username?: Credential;',
        '  credentials: SomeApiCredentials;',
      ],
      not: [],
    },
    {
      name: 'an API whose credentials are optional',
      text: renderClient(apiWith([[], ['key']])),
      want: ['  credentials?: SomeApiCredentials;', '  xApiKey?: Credential;'],
      not: [],
    },
  ])('$name', ({ text, want, not }) => {
    for (const part of want) expect(text).toContain(part);
    for (const part of not) expect(text).not.toContain(part);
  });

  test('says who wrote it', () => {
    expect(renderClient(apiWith([])).split('\n', 1)).toEqual([
      '// Generated by npm run generate. Do not edit.',
    ]);
  });
});
