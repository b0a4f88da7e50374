import { expect, test } from 'vitest';
import type { Operation } from '../../../scripts/model/operation.ts';
import { contentTypeDocumented } from '../../contract/checks/contentTypeDocumented.ts';
import { answered, at, operationOf, told } from './answered.ts';

const json = { 'application/json': {} };
const operation = operationOf({ responses: { 200: { content: json }, 204: {}, 304: { content: json } } });
const guessed = operationOf({
  'x-inferred': { 'responses/200/content/application~1json': 'A guess.' },
  responses: { 200: { content: { 'application/json': {}, 'text/csv': {} } } },
});
const allGuessed = operationOf({ responses: { 200: { 'x-inferred': 'A guess.', content: json } } });
const wild = operationOf({
  responses: { 200: { content: { 'image/*': {}, 'text/plain; charset=utf-8': {} } } },
});
const anything = operationOf({ responses: { default: { content: { '*/*': {} } } } });

const content = `${at}/responses/200/content`;
const type = '/headers/content-type';

interface Row {
  name: string;
  of?: Operation;
  status?: number;
  type?: string;
  body?: string;
  want: string[];
}

test.each<Row>([
  { name: 'the listed one', type: 'application/json', want: [] },
  { name: 'with parameters and in another case', type: 'Application/JSON; charset="utf-8"', want: [] },
  { name: 'one in a range', of: wild, type: 'image/png', want: [] },
  { name: 'one that is listed with parameters', of: wild, type: 'text/plain', want: [] },
  { name: 'anything', of: anything, type: 'application/x-fake', want: [] },
  { name: 'another', type: 'text/html', want: [`violation documented ${content}/application~1json ${type}`] },
  {
    name: 'a longer one',
    type: 'application/json-seq',
    want: [`violation documented ${content}/application~1json ${type}`],
  },
  { name: 'none', type: '', want: [`violation documented ${content}/application~1json ${type}`] },
  {
    name: 'another than an inferred one',
    of: allGuessed,
    type: 'text/html',
    want: [`drift inferred ${content}/application~1json ${type}`],
  },
  {
    name: 'another than an inferred and a documented one',
    of: guessed,
    type: 'text/html',
    want: [`violation documented ${content}/application~1json ${type}`],
  },
  {
    name: 'a body where none is described',
    status: 204,
    type: 'text/html',
    want: [`drift silent ${at}/responses/204 ${type}`],
  },
  {
    name: 'no body where one is described',
    body: '',
    want: [`violation documented ${content}/application~1json /body`],
  },
  {
    name: 'no body where an inferred one is',
    of: allGuessed,
    body: '',
    want: [`drift inferred ${content}/application~1json /body`],
  },
  { name: 'a text without a character', of: wild, type: 'text/plain', body: '', want: [] },
  {
    name: 'no body, called another text than the described one',
    of: wild,
    type: 'text/html',
    body: '',
    want: [`violation documented ${content}/image~1* /body`],
  },
  { name: 'no body where none is described', status: 204, body: '', want: [] },
  { name: '304 without the body that it stands for', status: 304, body: '', want: [] },
  { name: 'a status that is not described', status: 500, type: 'text/html', want: [] },
])('$name', ({ of = operation, status = 200, type: sent = 'application/json', body = 'x', want }) => {
  const headers: Record<string, string> = sent === '' ? {} : { 'content-type': sent };
  const exchange = answered({ operation: of, status, body: body === '' ? undefined : body, headers });
  if (sent === '') delete exchange.response.headers['content-type'];
  expect(told(contentTypeDocumented(exchange))).toEqual(want);
});

test('a HEAD has no body', () => {
  const head = { ...operation, method: 'HEAD' } as Operation;
  expect(contentTypeDocumented({ ...answered({ operation }), operation: head })).toEqual([]);
});

test('says what came and what is listed', () => {
  const [finding] = contentTypeDocumented(
    answered({ operation, body: 'x', headers: { 'content-type': 'text/html' } }),
  );
  expect(finding?.message).toBe(
    'POST /things answered 200 to a documented example ("example of a test") with a body of the media type text/html; the document says application/json.',
  );
});
