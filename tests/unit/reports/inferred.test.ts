import { describe, expect, test } from 'vitest';
import { readApi } from '../../../scripts/apis/readApi.ts';
import type { Api } from '../../../scripts/model/api.ts';
import type { InferredStatement } from '../../../scripts/model/report.ts';
import { judge, ofOutcome } from '../../contract/checks/judge.ts';
import { createTracker } from '../../contract/coverage/coverageTracker.ts';
import type { CollectedCase } from '../../contract/reports/collectedCase.ts';
import { inferredOf, mergeInferred } from '../../contract/reports/inferredOf.ts';
import { renderInferred } from '../../contract/reports/inferredText.ts';
import { repository } from '../../support/makeContractProject.ts';
import { at, judgementOf, operationOf, type Spec } from '../checks/answered.ts';
import { exerciseOf } from '../coverage/exercised.ts';
import { madeApi, madeCase } from './madeReport.ts';

const why = 'It looks so.';
const operation = operationOf({
  operationId: 'createThing',
  parameters: [
    { name: 'page', in: 'query', schema: { type: 'integer', maximum: 9, 'x-inferred': { maximum: why } } },
  ],
  responses: {
    200: {
      description: 'Done.',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['a', 'b'],
            properties: { a: { type: 'string' }, b: { maxLength: 3 } },
            'x-inferred': { required: why, 'properties/a/type': why, 'properties/b/maxLength': why },
          },
        },
      },
    },
    404: { description: 'Nothing.', 'x-inferred': why },
  },
});

type Answer = Omit<Spec, 'operation'>;

/** What a run of these answers shows: by the statement, relative to the operation. */
function verdicts(...answers: Answer[]) {
  const track = createTracker(operation);
  const cases = answers.map((answer): CollectedCase => {
    const judgement = judgementOf({ operation, ...answer });
    const findings = judge(judgement);
    const { expectation, inputs, exchange } = judgement;
    const isAsExpected = !findings.some(({ check }) => ofOutcome.has(check));
    const { status = 0, headers = {}, body = new Uint8Array() } = exchange.response ?? {};
    const exercise = exerciseOf({
      expectation,
      inputs,
      response: { status, headers, body: Buffer.from(body).toString() },
    });
    const covered = track({ ...exercise, isAsExpected });
    return {
      api: 'things',
      operationId: 'createThing',
      result: madeCase('one', findings),
      statuses: [],
      covered,
    };
  });
  const schema = `${at}/responses/200/content/application~1json/schema/`;
  return Object.fromEntries(
    inferredOf(operation, cases).map(({ pointer, verdict }) => [
      pointer.replace(schema, '').replace(`${at}/`, ''),
      verdict,
    ]),
  );
}

const unseen = {
  'parameters/0/schema/maximum': 'unseen',
  'required/0': 'unseen',
  'required/1': 'unseen',
  'properties/a/type': 'unseen',
  'properties/b/maxLength': 'unseen',
  'responses/404': 'unseen',
};
const refused: Answer = {
  status: 400,
  expectation: { outcome: 'refused', breaks: `${at}/parameters/0/schema/maximum` },
};

describe('an inferred statement is', () => {
  test.each<[string, Answer[], Record<string, string>]>([
    ['never shown, without an answer', [], {}],
    [
      'confirmed by an answer that keeps to it',
      [{ body: { a: 'x', b: 'y' } }],
      {
        'required/0': 'confirmed',
        'required/1': 'confirmed',
        'properties/a/type': 'confirmed',
        'properties/b/maxLength': 'confirmed',
      },
    ],
    [
      'broken by one that does not, and what stands beside it is confirmed',
      [{ body: { a: 1, b: 'y' } }],
      {
        'required/0': 'confirmed',
        'required/1': 'confirmed',
        'properties/a/type': 'broken',
        'properties/b/maxLength': 'confirmed',
      },
    ],
    [
      'broken, where a later answer keeps to it',
      [{ body: { a: 1 } }, { body: { a: 'x', b: 'y' } }],
      {
        'required/0': 'confirmed',
        'required/1': 'broken',
        'properties/a/type': 'broken',
        'properties/b/maxLength': 'confirmed',
      },
    ],
    [
      'broken together with others of the same place',
      [{ body: {} }],
      { 'required/0': 'broken', 'required/1': 'broken' },
    ],
    ['confirmed by a refusal of what breaks it', [refused], { 'parameters/0/schema/maximum': 'confirmed' }],
    [
      'broken by an acceptance of that',
      [{ ...refused, status: 200, body: {} }],
      { 'parameters/0/schema/maximum': 'broken' },
    ],
    [
      'confirmed by the acceptance of what meets it',
      [{ inputs: { query: { page: 3 } }, body: { a: 'x', b: 'y' } }],
      {
        ...{
          'parameters/0/schema/maximum': 'confirmed',
          'required/0': 'confirmed',
          'required/1': 'confirmed',
        },
        ...{ 'properties/a/type': 'confirmed', 'properties/b/maxLength': 'confirmed' },
      },
    ],
    ['not confirmed by a server that fails', [{ inputs: { query: { page: 3 } }, status: 500 }], {}],
  ])('%s', (_, answers, want) => {
    expect(verdicts(...answers)).toEqual({ ...unseen, ...want });
  });
});

const one = (
  pointer: string,
  verdict: InferredStatement['verdict'],
  brokenBy?: string[],
): InferredStatement => ({
  ...{ pointer, reason: why, verdict },
  ...(brokenBy && { brokenBy }),
});

test('of several operations the most that is known is told, once', () => {
  expect(
    mergeInferred([
      one('/a', 'unseen'),
      one('/b', 'confirmed'),
      one('/a', 'broken', ['x']),
      one('/b', 'unseen'),
      one('/a', 'broken', ['y']),
    ]),
  ).toEqual([one('/a', 'broken', ['x', 'y']), one('/b', 'confirmed')]);
});

test('the terminal tells how many, and names those that broke', () => {
  const inferred = [
    ...Array.from({ length: 12 }, (_, index) => one(`/${index}`, 'broken')),
    one('/z', 'confirmed'),
  ];
  const lines = renderInferred({ apis: [madeApi('boats', [], { inferred })] }).split('\n');
  expect(lines).toHaveLength(14);
  expect(lines[1]).toBe('inferred statements: 1 confirmed, 12 broken, 0 never shown');
  expect(lines[2]).toBe('  broken: boats /0 (It looks so.)');
  expect(lines[12]).toBe('  and 2 more: see drift.md');
  expect(renderInferred({ apis: [madeApi('boats', [])] })).toBe('');
});

test('every inferred statement of a document gets a verdict', async () => {
  const api: Api = await readApi({ root: repository, name: 'tscharts' });
  const told = api.operations.flatMap((own) => inferredOf(own, []).map(({ pointer }) => pointer));
  const stated = api.operations.flatMap(({ statements }) =>
    statements.flatMap(({ evidence, pointer }) => (evidence === 'inferred' ? pointer : [])),
  );
  expect(new Set(told)).toEqual(new Set(stated));
});
