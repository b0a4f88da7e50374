import { expect, test } from 'vitest';
import { mockOperation } from '../../../scripts/mock/mockOperation.ts';
import { readPrismOperations } from '../../../scripts/mock/prism/readPrismOperations.ts';
import {
  originalMessage,
  originalPlace,
  renamedValues,
} from '../../../scripts/mock/prism/renamedParameters.ts';
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
  ['an identifier', { id: 'a' }, ['Request path parameter case-id must be integer']],
  ['another style', { path: '/7/.a' }, ['Request path parameter kind must be integer']],
  ['not the form of its style', { path: '/7/5' }, [expect.stringContaining('prefixed with "."')]],
  ['a header', { headers: { 'x-level': 'a' } }, ['Request header parameter x-level must be integer']],
  ['no header', { headers: {} }, ["Request must have required header parameter 'x-level'"]],
  ['a list', { headers: { 'x-level': '1', 'x-tags': '1,2' } }, []],
  [
    'a list with a wrong item',
    { headers: { 'x-level': '1', 'x-tags': '1,b' } },
    ['Request header parameter x-tags.1 must be integer'],
  ],
  [
    'a cookie',
    { headers: { 'x-level': '1', cookie: 'session=a' } },
    ['Request cookie parameter session must be integer'],
  ],
])('%s', (_, change, want) => {
  const { path, id, headers } = { ...valid, ...change };
  const query = renamedValues(renamedParameters, { path: { 'case-id': id }, headers });
  const violations = violationsOf(operation, { method: 'get', url: { path, query } });
  expect(violations.map(({ message }) => originalMessage(message))).toEqual(want);
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
