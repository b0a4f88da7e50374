import { expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { methodsAt } from '../../../scripts/cases/methodsAt.ts';
import { siblingsOf } from '../../../scripts/cases/siblingsOf.ts';

const responses = { '204': { description: 'It is so.' } };

function operationsOf(paths: Record<string, string[]>) {
  const described = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(methods.map((method) => [method, { operationId: `${method}${path}`, responses }])),
  ]);
  return apiOf('garden', { openapi: '3.1.0', paths: Object.fromEntries(described) }).operations;
}

test('siblings are the operations of the same path, in the order of the document', () => {
  const operations = operationsOf({ '/beds': ['get', 'post'], '/trees': ['get'] });
  const siblings = operations.map((one) =>
    siblingsOf(one, operations).map(({ method, path }) => `${method} ${path}`),
  );
  expect(siblings).toEqual([['GET /beds', 'POST /beds'], ['GET /beds', 'POST /beds'], ['GET /trees']]);
});

test('the same operation has the siblings of the list that is asked about', () => {
  const operations = operationsOf({ '/beds': ['get', 'post'] });
  const [first] = operations;
  if (!first) throw new Error('no operation');
  expect(siblingsOf(first, operations)).toHaveLength(2);
  expect(siblingsOf(first, [first])).toEqual([first]);
});

test.each([
  ['a template that matches it', '/beds/count', ['DELETE', 'GET']],
  ['no concrete path, for an identifier that is nobody', '/beds/{id}', ['DELETE']],
  ['a template of another name', '/beds/{id}/rows/{row}', ['GET', 'PUT']],
  ['no longer path', '/beds', ['POST']],
])('methods are also those of %s', (_, path, want) => {
  const operations = operationsOf({
    '/beds': ['post'],
    '/beds/count': ['get'],
    '/beds/{id}': ['delete'],
    '/beds/{bed}/rows/{id}': ['put'],
    '/beds/{id}/rows/{row}': ['get'],
  });
  const operation = operations.find((one) => one.path === path);
  expect(operation && [...methodsAt(operation, operations)].sort()).toEqual(want);
});
