import { expect, test } from 'vitest';
import { executedSteps } from '../../../scripts/workflows/respectReport.ts';
import { stepFailures } from '../../../scripts/workflows/stepFailures.ts';

const schema = { name: 'schema check', passed: false };
const criterion = { name: 'success criteria check', passed: false, condition: '$statusCode == 200' };
const broken = ['the body does not obey its schema'];

const table: { what: string; contentType?: string; checks: object[]; want: string[] }[] = [
  { what: 'bytes that are read as an object', contentType: 'application/pdf', checks: [schema], want: [] },
  { what: 'an image', contentType: 'image/png', checks: [schema], want: [] },
  { what: 'JSON', contentType: 'application/json; charset=utf-8', checks: [schema], want: broken },
  { what: 'a problem in JSON', contentType: 'application/problem+json', checks: [schema], want: broken },
  { what: 'text', contentType: 'text/plain', checks: [schema], want: broken },
  { what: 'an answer of no type', checks: [schema], want: broken },
  {
    what: 'other checks of bytes',
    contentType: 'application/pdf',
    checks: [criterion, schema, { name: 'status code check', passed: false }],
    want: ['$statusCode == 200', 'the status is not described'],
  },
  { what: 'checks that passed', checks: [{ ...criterion, passed: true }], want: [] },
];

test.each(table)('of $what: $want', ({ contentType, checks, want }) => {
  const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType };
  const step = { stepId: 'one', response: { headers }, checks: checks as (typeof schema)[] };
  expect(stepFailures(step)).toEqual(want);
});

test('a message, which may hold values, is never told', () => {
  const checks = [
    { name: 'unexpected error', passed: false, message: 'Pat Example' },
    { name: 'failed network request', passed: false, message: 'Pat Example' },
  ];
  expect(stepFailures({ stepId: 'one', checks }).join()).not.toContain('Pat Example');
});

test('steps that an action went to stand in their order', () => {
  const [one, two, three] = ['one', 'two', 'three'].map((stepId) => ({ stepId }));
  const inner = { workflowId: 'story', executedSteps: [two, three].flatMap((step) => step ?? []) };
  const steps = executedSteps({ workflowId: 'story', executedSteps: [...(one ? [one] : []), inner] });
  expect(steps.map(({ stepId }) => stepId)).toEqual(['one', 'two', 'three']);
});
