import { expect, test } from 'vitest';
import { caseKinds } from '../../../scripts/model/case.ts';
import { finding } from '../../contract/checks/judgement.ts';
import { listed, nameThatCame, sentRequest } from '../../contract/checks/sentences.ts';
import { shortened } from '../../contract/checks/shortened.ts';
import { at, operationOf } from './answered.ts';

const source = { document: 'things.md', section: 'Create a thing' };
const dispute = { at: 'responses/202', sources: [], chosen: 'It is.', why: 'It is said twice.' };
const long = `${'A reason. '.repeat(20)}`;
const operation = operationOf({
  'x-source': source,
  'x-conflict': [dispute],
  responses: { 200: {}, 201: { 'x-inferred': 'A guess.' }, 202: {}, 203: { 'x-inferred': long } },
});
const unsourced = operationOf({ responses: { 200: {} } });

test.each([
  ['documented', operation, '200', 'It broke (source: things.md, Create a thing).'],
  ['documented, of a document that names no source', unsourced, '200', 'It broke.'],
  ['inferred', operation, '201', 'It broke (inferred by its authors: A guess).'],
  [
    'in conflict',
    operation,
    '202',
    'It broke (its sources contradict each other; source: things.md, Create a thing).',
  ],
  ['inferred at length', operation, '203', `It broke (inferred by its authors: ${long.slice(0, 89)}…).`],
])('says where a statement is from that is %s', (_, of, status, want) => {
  const stated = of.statementAt(`${at}/responses/${status}`);
  expect(finding({ check: 'body-schema', operation: of, stated, message: 'It broke' }).message).toBe(want);
});

test.each(['silent', 'protocol'] as const)(
  'and nothing where that is no matter of the document: %s',
  (evidence) => {
    const { message, severity } = finding({ check: 'body-schema', operation, evidence, message: 'It broke' });
    expect([message, severity]).toEqual(['It broke.', 'drift']);
  },
);

test('every kind of case has words, and its title', () => {
  const told = caseKinds.map((kind) => sentRequest({ kind, title: `${kind} x` }));
  expect(new Set(told.map((one) => one.replace(/ \(.*/, ''))).size).toBe(caseKinds.length);
  expect(told[0]).toBe('a documented example ("example x")');
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c, d and e'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'a, b, c, d and 3 more'],
])('%j as words', (words, want) => {
  expect(listed(words)).toBe(want);
});

test('no letter is cut in two', () => {
  expect(shortened('ab😀', 4)).toBe('ab😀');
  expect(shortened('ab😀c', 4)).toBe('ab\ufffd…');
});

test('a name that came is told whole or not at all', () => {
  const secret = `x-${'0123456789'.repeat(10)}`;
  expect([nameThatCame('x-surprise'), nameThatCame(secret)]).toEqual(['x-surprise', '(a long name)']);
});
