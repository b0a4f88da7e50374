import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import type { Story } from '../../../scripts/model/story.ts';
import { judgeStory, skippedStory } from '../../../scripts/workflows/judgeStory.ts';
import { renderStories, renderTotals } from '../../../scripts/workflows/render.ts';
import type { ExecutedStep } from '../../../scripts/workflows/respectReport.ts';
import { writesOf } from '../../../scripts/workflows/runStories.ts';

const api = apiOf('harbor', {
  openapi: '3.1.0',
  info: { title: 'Harbor', version: '1.0.0' },
  paths: {
    '/berths': {
      get: { operationId: 'listBerths', responses: {} },
      post: { operationId: 'createBerth', responses: {} },
    },
  },
});
const steps = api.operations.map((operation) => ({ stepId: `${operation.operationId}Step`, operation }));
const story: Story = { workflowId: 'moor', summary: 'Moor a boat', inputs: [], steps };

const ok: ExecutedStep = { stepId: 'listBerthsStep', response: { statusCode: 200 }, checks: [] };
const wrong = { name: 'success criteria check', passed: false, condition: '$statusCode == 201' };
const refused = { stepId: 'createBerthStep', response: { statusCode: 409 }, checks: [wrong] };
const reportOf = (executedSteps: ExecutedStep[], workflowId = 'moor') => ({
  files: { a: { executedWorkflows: [{ workflowId, executedSteps }] } },
});

const table: { what: string; report: ReturnType<typeof reportOf> | undefined; want: object }[] = [
  {
    what: 'every step went well',
    report: reportOf([ok, { stepId: 'createBerthStep' }]),
    want: { outcome: 'passed', steps: [{ outcome: 'passed', status: 200 }, { outcome: 'passed' }] },
  },
  {
    what: 'a step was made again, and went well',
    report: reportOf([ok, refused, { ...refused, checks: [] }]),
    want: { outcome: 'passed' },
  },
  {
    what: 'a step failed',
    report: reportOf([ok, refused]),
    want: { outcome: 'failed', steps: [{}, { outcome: 'failed', status: 409, failures: [wrong.condition] }] },
  },
  {
    what: 'a step was not reached',
    report: reportOf([{ ...ok, checks: [wrong] }]),
    want: { outcome: 'failed', steps: [{ outcome: 'failed' }, { outcome: 'skipped' }] },
  },
  {
    what: 'no step was made',
    report: reportOf([]),
    want: { outcome: 'failed', reason: expect.stringContaining('could not tell') },
  },
  { what: 'only another story was told', report: reportOf([ok], 'other'), want: { outcome: 'failed' } },
  { what: 'Respect gave up', report: undefined, want: { outcome: 'failed' } },
];

test.each(table)('$what', ({ report, want }) => {
  expect(judgeStory(story, report)).toMatchObject(want);
});

test('the steps that write are named', () => {
  expect(writesOf(api, story)).toEqual(['createBerthStep']);
});

describe('the text', () => {
  const paint = (_: string, text: string) => text;

  test('has a line for each step, and below it what did not hold', () => {
    const told = judgeStory(story, reportOf([ok, refused]));
    expect(renderStories({ apis: [{ api: 'harbor', stories: [told] }] }, paint)).toBe(
      [
        'harbor moor  failed  Moor a boat',
        '  passed   listBerthsStep   GET /berths  200',
        '  failed   createBerthStep  POST /berths  409',
        '           $statusCode == 201\n',
      ].join('\n'),
    );
  });

  test('says of a skipped story why', () => {
    const stories = [skippedStory(story, 'writes are not allowed')];
    expect(renderStories({ apis: [{ api: 'harbor', stories }] }, paint)).toBe(
      'harbor moor  skipped  writes are not allowed\n',
    );
    const totals = { stories: 1, steps: 2, failed: 0, skipped: 1 };
    expect(renderTotals({ totals })).toBe('1 story, 2 steps, 0 failed, 1 skipped\n');
  });
});
