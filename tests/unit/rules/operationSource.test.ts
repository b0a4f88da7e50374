import { expect, test } from 'vitest';
import { documentOf, operationAt, problemsOf, type Said } from './problemsOf.ts';

const source = { document: 'things.md', section: 'Get a thing' };

const table: { name: string; operation: object; want: Said[] }[] = [
  { name: 'complete', operation: { 'x-source': source }, want: [] },
  { name: 'none', operation: {}, want: [[operationAt, 'names no source']] },
  {
    name: 'no section',
    operation: { 'x-source': { document: 'things.md' } },
    want: [[`${operationAt}/x-source`, '`section` is missing or empty']],
  },
  {
    name: 'empty document',
    operation: { 'x-source': { ...source, document: ' ' } },
    want: [[`${operationAt}/x-source/document`, '`document` is missing or empty']],
  },
  {
    name: 'a string',
    operation: { 'x-source': 'things.md' },
    want: [[`${operationAt}/x-source`, 'x-source is {document, section}']],
  },
  {
    name: 'a further key',
    operation: { 'x-source': { ...source, page: '3' } },
    want: [[`${operationAt}/x-source/page`, 'x-source has no `page`. Known: document, section.']],
  },
];

test.each(table)('x-source: $name', async ({ operation, want }) => {
  const got = await problemsOf('care/operation-source', documentOf(operation));
  expect(got).toEqual(want.map(([at, says]) => [at, expect.stringContaining(says)]));
});

test('the operation of a callback owes a source as well', async () => {
  const callbacks = { done: { '{$request.body#/url}': { post: { responses: {} } } } };
  const got = await problemsOf('care/operation-source', documentOf({ 'x-source': source, callbacks }));
  expect(got.map(([at]) => at)).toEqual([`${operationAt}/callbacks/done/{$request.body#~1url}/post`]);
});
