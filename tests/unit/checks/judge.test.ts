import { expect, test } from 'vitest';
import type { Expectation } from '../../../scripts/model/case.ts';
import { judge } from '../../contract/checks/judge.ts';
import { at, judgementOf, operationOf, told } from './answered.ts';

const operation = operationOf({
  responses: {
    200: { content: { 'application/json': { schema: { properties: { a: { type: 'integer' } } } } } },
    default: { headers: { 'X-It': { required: true } }, content: { 'application/json': {} } },
  },
});

test('an answer that is as it should be', () => {
  expect(judge(judgementOf({ operation, body: { a: 1 } }))).toEqual([]);
});

test.each([
  { name: 'a failure', status: 500, type: 'text/html', body: 'x', want: ['no-server-error'] },
  { name: 'a refusal', status: 400, type: 'text/html', body: 'x', want: ['accepts-valid'] },
  {
    name: 'another media type',
    status: 200,
    type: 'text/html',
    body: 'x',
    want: ['content-type-documented'],
  },
  {
    name: 'two faults of one body, and a header',
    status: 200,
    type: 'application/json',
    body: '{"a":"x","b":1}',
    want: ['headers-documented', 'body-schema', 'undocumented-field'],
  },
])('$name is told once', ({ status, type, body, want }) => {
  const headers = { 'content-type': type, 'x-surprise': 'boo' };
  expect(judge(judgementOf({ operation, status, headers, body })).map(({ check }) => check)).toEqual(want);
});

const closed = operationOf({
  responses: {
    200: {
      headers: { 'X-A': { required: true }, 'X-B': { required: true } },
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['id', 'name'],
            properties: { id: { type: 'integer' }, name: { type: 'string' } },
          },
        },
        'application/pdf': {},
      },
    },
  },
});
const both = { 'x-a': 'a', 'x-b': 'b' };

test.each<{ name: string; status?: number; body: string; headers: Record<string, string>; want: string[] }>([
  { name: 'an array for an object', body: '[{"id":1}]', headers: both, want: ['body-schema /body'] },
  { name: 'a string for an object', body: '"x"', headers: both, want: ['body-schema /body'] },
  { name: 'another object', body: '{"error":"x"}', headers: both, want: ['body-schema /body'] },
  { name: 'a misspelled field', body: '{"id":1,"nmae":"x"}', headers: both, want: ['body-schema /body'] },
  { name: 'an error page', body: '<html></html>', headers: both, want: ['body-schema /body'] },
  {
    name: 'two headers that are missing',
    body: '{"id":1,"name":"x"}',
    headers: {},
    want: ['headers-documented /headers/x-a'],
  },
  {
    name: 'three that are not described',
    body: '{"id":1,"name":"x"}',
    headers: { ...both, 'x-c': '', 'x-d': '', 'x-e': '' },
    want: ['headers-documented /headers/x-c'],
  },
  {
    name: 'a redirect to elsewhere, whose body is odd as well',
    status: 302,
    body: '[]',
    headers: { location: 'https://elsewhere.example.com/' },
    want: ['no-cross-origin-redirect /headers/location'],
  },
  {
    name: 'a file that is none',
    body: '{"id":1}',
    headers: { ...both, 'content-type': 'application/pdf' },
    want: ['body-bytes /body'],
  },
])('$name is one finding', ({ status = 200, body, headers, want }) => {
  const findings = judge(judgementOf({ operation: closed, status, body, headers }));
  expect(findings.map(({ check, responsePointer }) => `${check} ${responsePointer}`)).toEqual(want);
});

test('no answer is the failure of the server', () => {
  const { exchange, ...rest } = judgementOf({ operation });
  const failure = { code: 'ECONNRESET', message: 'did not answer within 30 seconds' };
  const findings = judge({ ...rest, exchange: { request: exchange.request, durationMs: 1, failure } });
  expect(told(findings)).toEqual([`violation documented ${at} `]);
  expect(findings[0]?.message).toBe(
    'POST /things got a documented example ("example of a test") and did not answer within 30 seconds.',
  );
});

test('`default` says nothing of a method that is not described', () => {
  const expectation: Expectation = { outcome: 'method-not-allowed' };
  const answer = { status: 405, headers: { allow: 'POST', 'content-type': 'text/html' }, body: 'x' };
  expect(judge(judgementOf({ operation, expectation, ...answer }))).toEqual([]);
});

test('but what is said of 405 holds', () => {
  const listed = operationOf({ responses: { 405: { headers: { 'X-It': { required: true } } } } });
  const expectation: Expectation = { outcome: 'method-not-allowed' };
  const findings = judge(
    judgementOf({ operation: listed, expectation, status: 405, headers: { allow: 'POST' } }),
  );
  expect(findings.map(({ check }) => check)).toEqual(['headers-documented']);
});
