import { expect, test } from 'vitest';
import type { Expectation } from '../../../scripts/model/case.ts';
import { noServerError } from '../../contract/checks/noServerError.ts';
import { answered, at, operationOf, told } from './answered.ts';

const operation = operationOf({
  responses: { 200: {}, 503: { description: 'Listed, and still a failure.' } },
});
const guessed = operationOf({ 'x-inferred': 'A guess.', responses: { 200: {} } });
const accepted: Expectation = { outcome: 'accepted' };
const violation = [`violation documented ${at} /status`];

test.each([
  { name: 'a success', status: 200, expectation: accepted, want: [] },
  { name: 'the last refusal', status: 499, expectation: accepted, want: [] },
  { name: 'the first failure', status: 500, expectation: accepted, want: violation },
  { name: 'a failure that the document lists', status: 503, expectation: accepted, want: violation },
  { name: 'one of an inferred operation', of: guessed, status: 500, expectation: accepted, want: violation },
  {
    name: 'a failure on an invalid request',
    status: 500,
    expectation: { outcome: 'refused', breaks: `${at}/requestBody` } as const,
    want: violation,
  },
  {
    name: 'the failure that the mock was asked for',
    status: 503,
    expectation: { outcome: 'status', status: '503' } as const,
    want: [],
  },
  {
    name: 'another failure than the mock was asked for',
    status: 500,
    expectation: { outcome: 'status', status: '503' } as const,
    want: violation,
  },
  {
    name: '501 for a method that the server does not know',
    status: 501,
    expectation: { outcome: 'method-not-allowed' } as const,
    want: [],
  },
  {
    name: '500 for such a method',
    status: 500,
    expectation: { outcome: 'method-not-allowed' } as const,
    want: violation,
  },
])('$name', ({ of = operation, status, expectation, want }) => {
  expect(told(noServerError(answered({ operation: of, status, expectation })))).toEqual(want);
});

test('says which request failed, and how', () => {
  const [finding] = noServerError(answered({ operation, status: 500 }));
  expect(finding?.message).toBe(
    `POST /things failed with 500 on a documented example ("example of a test"); a 5xx is the server's own failure, whatever it was sent.`,
  );
});
