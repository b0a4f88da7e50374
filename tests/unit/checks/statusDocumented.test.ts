import { expect, test } from 'vitest';
import type { Expectation } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { statusDocumented } from '../../contract/checks/statusDocumented.ts';
import { answered, at, operationOf, told } from './answered.ts';

const operation = operationOf({ responses: { 200: {}, 404: {} } });
const guessed = operationOf({ 'x-inferred': { 'responses/200': 'A guess.' }, responses: { 200: {} } });
const disputed = operationOf({
  'x-conflict': [{ at: 'responses/404', sources: [], chosen: '', why: '' }],
  responses: { 404: {} },
});
const ranges = operationOf({ responses: { '2XX': {}, '4xx': {} } });
const other = operationOf({ responses: { 200: {}, default: {} } });
const asked = (status: string): Expectation => ({ outcome: 'status', status });

interface Row {
  name: string;
  of?: Operation;
  status: number;
  expectation?: Expectation;
  want: string[];
}

test.each<Row>([
  { name: 'a listed success', status: 200, want: [] },
  { name: 'a listed refusal', status: 404, expectation: { outcome: 'refused', breaks: at }, want: [] },
  { name: 'one in a range', of: ranges, status: 226, want: [] },
  { name: 'one in a range in lower case', of: ranges, status: 418, want: [] },
  { name: 'one that `default` covers', of: other, status: 418, want: [] },
  { name: 'another success', status: 201, want: [`violation documented ${at}/responses/200 /status`] },
  {
    name: 'another than an inferred one',
    of: guessed,
    status: 201,
    want: [`drift inferred ${at}/responses/200 /status`],
  },
  { name: 'a success where none is listed', of: disputed, status: 201, want: [`drift silent ${at} /status`] },
  { name: 'another refusal', status: 418, want: [`drift silent ${at} /status`] },
  { name: 'the one asked for', status: 404, expectation: asked('404'), want: [] },
  {
    name: 'another than asked for',
    status: 200,
    expectation: asked('404'),
    want: [`violation documented ${at}/responses/404 /status`],
  },
  {
    name: 'another than a disputed one',
    of: disputed,
    status: 200,
    expectation: asked('404'),
    want: [`drift conflict ${at}/responses/404 /status`],
  },
  {
    name: '405 to a method that is not described',
    status: 405,
    expectation: { outcome: 'method-not-allowed' },
    want: [],
  },
  {
    name: '404 for what nobody owns',
    of: guessed,
    status: 404,
    expectation: { outcome: 'not-found' },
    want: [],
  },
])('$name', ({ of = operation, status, expectation = { outcome: 'accepted' }, want }) => {
  expect(told(statusDocumented(answered({ operation: of, status, expectation })))).toEqual(want);
});
