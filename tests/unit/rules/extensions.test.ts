import { expect, test } from 'vitest';
import { documentOf, type Files, operationAt, problemsOf, type Said } from './problemsOf.ts';

const schemeAt = 'openapi.yaml#/components/securitySchemes/token';
const apiKey = { type: 'apiKey', in: 'header', name: 'Authorization' };
const token = {
  operationId: 'getThing',
  value: '$response.body#/token',
  expires: '$response.body#/more/0/seconds',
  endedBy: ['getThing'],
};
const ok = {
  'Ok.yaml': { description: 'ok', content: { 'application/json': { schema: { $ref: 'Grant.yaml' } } } },
  'Grant.yaml': {
    allOf: [{ $ref: 'Token.yaml' }],
    properties: { more: { type: 'array', items: { oneOf: [{ properties: { seconds: {} } }] } } },
  },
  'Token.yaml': { properties: { token: { type: 'string' } } },
};

function withScheme(scheme: object): Files {
  const rest = { components: { securitySchemes: { token: { ...apiKey, ...scheme } } } };
  return {
    ...documentOf({ responses: { 200: { $ref: 'Ok.yaml' }, 400: { description: 'no' } } }, rest),
    ...ok,
  };
}

function withProperties(properties: object, files: Files = {}): Files {
  const content = { 'application/json': { schema: { properties } } };
  return { ...documentOf({ requestBody: { content } }), ...files };
}

const propertiesAt = `${operationAt}/requestBody/content/application~1json/schema/properties`;

const table: { name: string; files: Files; want: Said[] }[] = [
  {
    name: 'all that need no other rule, clean',
    files: documentOf({
      'x-source': {},
      'x-inferred': 'x',
      'x-conflict': [],
      'x-effect': 'x',
      'x-ends-session': true,
    }),
    want: [],
  },
  {
    name: 'a misspelt one',
    files: documentOf({ 'x-inferrd': 'x' }),
    want: [
      [
        `${operationAt}/x-inferrd`,
        'Unknown extension `x-inferrd`. Known: x-inferred, x-conflict, x-source, x-token',
      ],
    ],
  },
  {
    name: 'one that another tool knows',
    files: documentOf({}, { tags: [{ name: 'Things', 'x-displayName': 'T' }] }),
    want: [['openapi.yaml#/tags/0/x-displayName', 'Unknown extension']],
  },
  {
    name: 'a header or a property of such a name is none',
    files: withProperties({ 'x-thing': {} }),
    want: [],
  },
  {
    name: 'where it means nothing',
    files: documentOf({}, { 'x-effect': 'x' }),
    want: [['openapi.yaml#/x-effect', 'x-effect belongs on: Operation; this is: Root.']],
  },
  { name: 'x-token', files: withScheme({ 'x-token': token }), want: [] },
  {
    name: 'x-token on the parameter in the path',
    files: {
      ...documentOf({
        parameters: [
          { name: 'id', in: 'path', required: true, schema: {}, 'x-token': { ...token, expires: undefined } },
        ],
        responses: { 200: { $ref: 'Ok.yaml' } },
      }),
      ...ok,
    },
    want: [],
  },
  {
    name: 'x-token on another parameter',
    files: {
      ...documentOf({
        parameters: [{ name: 'id', in: 'query', schema: {}, 'x-token': token }],
        responses: { 200: { $ref: 'Ok.yaml' } },
      }),
      ...ok,
    },
    want: [[`${operationAt}/parameters/0/x-token`, 'only one in the path carries a token']],
  },
  {
    name: 'x-token of no shape',
    files: withScheme({ 'x-token': 'getThing' }),
    want: [[`${schemeAt}/x-token`, 'x-token is {operationId, value']],
  },
  {
    name: 'x-token with a further key',
    files: withScheme({ 'x-token': { ...token, expire: 1 } }),
    want: [
      [
        `${schemeAt}/x-token`,
        'x-token has no `expire`. Known: operationId, value, expires, endedBy, replacedBy.',
      ],
    ],
  },
  {
    name: 'x-token replaced by the same operation',
    files: withScheme({ 'x-token': { ...token, replacedBy: [{ ...token, endedBy: undefined }] } }),
    want: [],
  },
  {
    name: 'x-token replaced by nothing',
    files: withScheme({ 'x-token': { ...token, replacedBy: [] } }),
    want: [[`${schemeAt}/x-token`, 'is a non-empty list of {operationId, value, expires?}']],
  },
  {
    name: 'x-token replaced by an operation that is not there',
    files: withScheme({
      'x-token': { ...token, replacedBy: [{ operationId: 'nobody', value: token.value }] },
    }),
    want: [[`${schemeAt}/x-token/replacedBy/0/operationId`, 'x-token names no operation: `nobody`']],
  },
  {
    name: 'x-token without the operation',
    files: withScheme({ 'x-token': { value: token.value } }),
    want: [[`${schemeAt}/x-token`, 'x-token needs `operationId`']],
  },
  {
    name: 'x-token with another expression',
    files: withScheme({ 'x-token': { ...token, value: '$response.header.Token' } }),
    want: [[`${schemeAt}/x-token`, 'x-token needs `value`']],
  },
  {
    name: 'x-token with a lifetime that is no expression',
    files: withScheme({ 'x-token': { ...token, expires: 3600 } }),
    want: [[`${schemeAt}/x-token`, '`expires` is $response.body#/']],
  },
  {
    name: 'x-token ended by nothing',
    files: withScheme({ 'x-token': { ...token, endedBy: [] } }),
    want: [[`${schemeAt}/x-token`, '`endedBy` is a non-empty list']],
  },
  {
    name: 'x-token of an unknown operation',
    files: withScheme({ 'x-token': { ...token, operationId: 'getTing' } }),
    want: [[`${schemeAt}/x-token/operationId`, 'names no operation: `getTing`. Operations: getThing.']],
  },
  {
    name: 'x-token ended by an unknown operation',
    files: withScheme({ 'x-token': { ...token, endedBy: ['getThing', 'endThing'] } }),
    want: [[`${schemeAt}/x-token/endedBy/1`, 'names no operation: `endThing`.']],
  },
  {
    name: 'x-token whose value no response describes',
    files: withScheme({ 'x-token': { ...token, value: '$response.body#/tokn' } }),
    want: [
      [`${schemeAt}/x-token/value`, 'No success response of getThing describes `$response.body#/tokn`.'],
    ],
  },
  {
    name: 'x-token whose lifetime no response describes',
    files: withScheme({ 'x-token': { ...token, expires: '$response.body#/more/first/seconds' } }),
    want: [[`${schemeAt}/x-token/expires`, 'No success response of getThing describes']],
  },
  {
    name: 'x-token in a schema that contains itself',
    files: { ...withScheme({ 'x-token': { ...token, value: '$response.body#/a/a/no' } }), ...recursive() },
    want: [
      [`${schemeAt}/x-token/value`, 'No success response'],
      [`${schemeAt}/x-token/expires`, 'No success response'],
    ],
  },
  {
    name: 'x-effect that says nothing',
    files: documentOf({ 'x-effect': true }),
    want: [[`${operationAt}/x-effect`, 'says in a non-empty string']],
  },
  {
    name: 'x-effect on a write',
    files: postWith({ 'x-effect': 'Sends a message.' }),
    want: [['openapi.yaml#/paths/~1things/post/x-effect', 'POST counts as a write by itself.']],
  },
  {
    name: 'x-ends-session that is not true',
    files: documentOf({ 'x-ends-session': 'yes' }),
    want: [[`${operationAt}/x-ends-session`, 'x-ends-session is `true`, or left out.']],
  },
  { name: 'x-sensitive', files: withProperties({ name: { 'x-sensitive': true } }), want: [] },
  {
    name: 'x-sensitive that takes back what is usual',
    files: withProperties({ name: { 'x-sensitive': false } }),
    want: [],
  },
  {
    name: 'x-sensitive that says neither',
    files: withProperties({ name: { 'x-sensitive': 'yes' } }),
    want: [[`${propertiesAt}/name/x-sensitive`, 'x-sensitive is `true` or `false`, or left out.']],
  },
  { name: 'x-auth-scheme', files: withScheme({ 'x-auth-scheme': 'Token' }), want: [] },
  {
    name: 'x-auth-scheme of two words',
    files: withScheme({ 'x-auth-scheme': 'Token ' }),
    want: [[`${schemeAt}/x-auth-scheme`, 'x-auth-scheme is one word']],
  },
  {
    name: 'x-auth-scheme on another header',
    files: withScheme({ name: 'X-Key', 'x-auth-scheme': 'Token' }),
    want: [[`${schemeAt}/x-auth-scheme`, 'belongs to {type: apiKey, in: header, name: Authorization}']],
  },
  {
    name: 'x-equals',
    files: withProperties({ password: {}, again: { 'x-equals': 'password' } }),
    want: [],
  },
  {
    name: 'x-equals beside a $ref and behind one',
    files: withProperties(
      { password: {}, again: { $ref: 'P.yaml', 'x-equals': 'password' }, third: { $ref: 'Q.yaml' } },
      { 'P.yaml': { type: 'string' }, 'Q.yaml': { type: 'string', 'x-equals': 'password' } },
    ),
    want: [],
  },
  {
    name: 'x-equals naming no sibling',
    files: withProperties({ password: {}, again: { 'x-equals': 'pasword' } }),
    want: [[`${propertiesAt}/again`, 'names `pasword`, which is no sibling of `again`. Siblings: password.']],
  },
  {
    name: 'x-equals naming itself',
    files: withProperties({ password: { 'x-equals': 'password' } }),
    want: [[`${propertiesAt}/password`, 'which is no sibling']],
  },
  {
    name: 'x-equals that is no name',
    files: withProperties({ password: {}, again: { 'x-equals': true } }),
    want: [[`${propertiesAt}/again/x-equals`, 'x-equals is the name of a sibling property.']],
  },
  {
    name: 'x-equals on what is no property',
    files: withProperties({ list: { items: { 'x-equals': 'password' } } }),
    want: [[`${propertiesAt}/list/items/x-equals`, 'This schema is no property']],
  },
];

test.each(table)('extensions: $name', async ({ files, want }) => {
  const got = await problemsOf('care/extensions', files);
  expect(got).toEqual(want.map(([at, says]) => [at, expect.stringContaining(says)]));
});

function recursive(): Files {
  return { 'Grant.yaml': { allOf: [{ $ref: 'Grant.yaml' }], properties: { a: { $ref: 'Grant.yaml' } } } };
}

function postWith(extension: object): Files {
  const paths = { '/things': { post: { responses: {}, ...extension } } };
  return { 'openapi.yaml': { openapi: '3.1.0', info: { title: 'Things', version: '1' }, paths } };
}
