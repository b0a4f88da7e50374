import { expect, test } from 'vitest';
import { flawsOf } from '../../../scripts/mock/flaw.ts';
import { mockOperation } from '../../../scripts/mock/mockOperation.ts';
import { readPrismOperations } from '../../../scripts/mock/prism/readPrismOperations.ts';
import { originalPlace, renamedValues } from '../../../scripts/mock/prism/renamedParameters.ts';
import { violationsOf } from '../../../scripts/mock/prism/violationsOf.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';

const integer = { type: 'integer' };
const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'x', version: '1' },
  paths: {
    '/{case-id}/{kind}': {
      get: {
        parameters: [
          { name: 'case-id', in: 'path', required: true, schema: integer },
          { name: 'kind', in: 'path', required: true, style: 'label', schema: integer },
          { name: 'X-Level', in: 'header', required: true, schema: integer },
          { name: 'X-Tags', in: 'header', schema: { type: 'array', items: integer } },
          { name: 'session', in: 'cookie', schema: integer },
        ],
        responses: { 200: { description: 'x' } },
      },
    },
  },
};
const [described] = await readPrismOperations({ name: 'x', document });
if (!described) throw new Error('the document has an operation');
const { operation, renamedParameters } = mockOperation(described);

const valid = { path: '/7/.5', id: '7', headers: { 'x-level': '1' } };

test.each([
  ['valid', {}, []],
  ['an identifier', { id: 'a' }, ['The path parameter case-id must be an integer.']],
  ['another style', { path: '/7/.a' }, ['The path parameter kind must be an integer.']],
  ['not the form of its style', { path: '/7/5' }, ['The request does not have the form that is described.']],
  ['a header', { headers: { 'x-level': 'a' } }, ['The header parameter x-level must be an integer.']],
  ['no header', { headers: {} }, ['The header parameter x-level is required.']],
  ['a list', { headers: { 'x-level': '1', 'x-tags': '1,2' } }, []],
  [
    'a list with a wrong item',
    { headers: { 'x-level': '1', 'x-tags': '1,b' } },
    ['The header parameter x-tags.1 must be an integer.'],
  ],
  [
    'a cookie',
    { headers: { 'x-level': '1', cookie: 'session=a' } },
    ['The cookie parameter session must be an integer.'],
  ],
])('%s', (_, change, want) => {
  const { path, id, headers } = { ...valid, ...change };
  const query = renamedValues(renamedParameters, { path: { 'case-id': id }, headers });
  const violations = violationsOf(operation, { method: 'get', url: { path, query } });
  expect(flawsOf(violations).map(({ sentence }) => sentence)).toEqual(want);
});

test.each([
  [
    ['query', 'path:id'],
    ['path', 'id'],
  ],
  [
    ['query', 'header:x-tags', '1'],
    ['header', 'x-tags', '1'],
  ],
  [
    ['query', 'sort'],
    ['query', 'sort'],
  ],
  [
    ['body', 'age'],
    ['body', 'age'],
  ],
  [['query'], ['query']],
])('%j is at %j', (path, want) => {
  expect(originalPlace(path)).toEqual(want);
});
