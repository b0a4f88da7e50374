import { expect, test } from 'vitest';
import type { CaseKind, RequestInputs } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { acceptsValid } from '../../contract/checks/acceptsValid.ts';
import { answered, at, operationOf, told } from './answered.ts';

const responses = { 200: { description: 'Done.' }, 400: { description: 'Not done.' } };
const nothingRequired = operationOf({ responses });
const redirecting = operationOf({ responses: { 302: { description: 'It is elsewhere.' } } });
const anyRedirect = operationOf({ responses: { '3XX': {}, default: {} } });
const guessed = operationOf({ 'x-inferred': 'A guess.', responses });
const disputed = operationOf({ 'x-conflict': [{ at: '', sources: [], chosen: '', why: '' }], responses });
const withInputs = operationOf({
  parameters: [
    { name: 'day', in: 'query', required: true, schema: { type: 'string' } },
    { name: 'guess', in: 'query', schema: { type: 'string' }, 'x-inferred': 'A guess.' },
    { name: 'odd', in: 'header', schema: { type: 'string' } },
  ],
  'x-conflict': [
    { at: 'requestBody/content/text~1plain', sources: [], chosen: '', why: '' },
    { at: 'parameters/2', sources: [], chosen: '', why: '' },
  ],
  requestBody: {
    content: {
      'text/plain': { schema: { type: 'string' } },
      'application/json': {
        schema: {
          properties: {
            known: {},
            guess: { 'x-inferred': 'A guess.' },
            deep: { items: { properties: { guess: { 'x-inferred': 'A guess.' }, known: {} } } },
          },
        },
      },
    },
  },
  responses,
});

const withIdentifier = operationOf({
  parameters: [{ name: 'id', in: 'path', required: true, schema: {} }],
  responses: { ...responses, 404: { content: { 'application/json': {} } } },
});

const violation = [`violation documented ${at} /status`];
const drift = (evidence: string) => [`drift ${evidence} ${at} /status`];

interface Row {
  name: string;
  of?: Operation;
  status: number;
  body?: unknown;
  kind?: CaseKind;
  inputs?: RequestInputs;
  want: string[];
}

test.each<Row>([
  { name: 'the first success', status: 200, want: [] },
  { name: 'the last success', status: 299, want: [] },
  { name: 'a refusal', status: 400, want: violation },
  { name: 'a redirect', status: 302, want: violation },
  { name: 'a redirect of an inferred operation', of: guessed, status: 307, want: violation },
  { name: 'a redirect that the document lists', of: redirecting, status: 302, want: [] },
  { name: 'a redirect that is in a range only', of: anyRedirect, status: 302, want: violation },
  { name: 'a refusal by an inferred operation', of: guessed, status: 404, want: drift('inferred') },
  { name: 'a refusal by an operation that is in conflict', of: disputed, status: 404, want: violation },
  { name: 'what is there already', status: 409, want: drift('silent') },
  { name: 'too many requests', status: 429, want: drift('silent') },
  { name: 'a path that is not known', status: 404, want: violation },
  { name: 'a resource that is not there', of: withIdentifier, status: 404, body: {}, want: drift('silent') },
  { name: 'one that is gone', of: withIdentifier, status: 410, want: drift('silent') },
  { name: 'a page in place of the 404 that is described', of: withIdentifier, status: 404, want: violation },
  {
    name: 'minimal, where the sources call nothing required',
    status: 400,
    kind: 'minimal',
    want: drift('silent'),
  },
  { name: 'minimal, where they do', of: withInputs, status: 400, kind: 'minimal', want: violation },
  {
    name: 'documented inputs',
    of: withInputs,
    status: 400,
    inputs: {
      query: { day: 'x' },
      contentType: 'application/json',
      body: { known: 1, deep: [{ known: 1 }] },
    },
    want: violation,
  },
  {
    name: 'an inferred parameter',
    of: withInputs,
    status: 400,
    inputs: { query: { day: 'x', guess: 'y' } },
    want: drift('inferred'),
  },
  {
    name: 'a parameter in conflict',
    of: withInputs,
    status: 400,
    inputs: { header: { odd: 'x' } },
    want: drift('conflict'),
  },
  {
    name: 'a media type in conflict',
    of: withInputs,
    status: 415,
    inputs: { contentType: 'text/plain', body: 'x' },
    want: drift('conflict'),
  },
  {
    name: 'an inferred field',
    of: withInputs,
    status: 400,
    inputs: { contentType: 'application/json', body: { known: 1, guess: 1 } },
    want: drift('inferred'),
  },
  {
    name: 'an inferred field deep down',
    of: withInputs,
    status: 400,
    inputs: { contentType: 'application/json', body: { deep: [{ known: 1 }, { guess: 1 }] } },
    want: drift('inferred'),
  },
])('$name', ({ of = nothingRequired, status, body, kind = 'example', inputs = {}, want }) => {
  expect(told(acceptsValid(answered({ operation: of, status, body, kind, inputs })))).toEqual(want);
});

test('a required path parameter says nothing of the other inputs', () => {
  const parameters = [{ name: 'id', in: 'path', required: true, schema: {} }];
  const operation = operationOf({ parameters, responses });
  expect(told(acceptsValid(answered({ operation, status: 400, kind: 'minimal' })))).toEqual(drift('silent'));
});

test('nor does a required field of an answer', () => {
  const schema = { required: ['id'], properties: { id: {} } };
  const operation = operationOf({ responses: { 200: { content: { 'application/json': { schema } } } } });
  expect(told(acceptsValid(answered({ operation, status: 400, kind: 'minimal' })))).toEqual(drift('silent'));
});

test.each(['refused', 'unauthorized', 'not-found', 'method-not-allowed'] as const)(
  'is no judge of a request that must be %s',
  (outcome) => {
    const expectation = { outcome, breaks: at };
    expect(acceptsValid(answered({ operation: nothingRequired, status: 400, expectation }))).toEqual([]);
  },
);

test('names the source', () => {
  const source = { document: 'things.md', section: 'Create a thing' };
  const operation = operationOf({ 'x-source': source, responses });
  const [finding] = acceptsValid(answered({ operation, status: 422 }));
  expect(finding?.message).toBe(
    'POST /things refused a documented example ("example of a test") with 422; the document says that such a request is accepted (source: things.md, Create a thing).',
  );
});

test.each([
  ['what it tries out is disputed', 'requestBody/content/text~1plain', drift('conflict')],
  ['what it tries out is documented', 'parameters/0/schema/type', violation],
])('%s', (_, tries, want) => {
  const expectation = { outcome: 'accepted', tries: `${at}/${tries}` } as const;
  const judged = answered({ operation: withInputs, status: 400, kind: 'boundary', expectation });
  expect(told(acceptsValid(judged))).toEqual(want);
});
