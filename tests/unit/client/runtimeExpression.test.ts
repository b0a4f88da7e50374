import { describe, expect, test } from 'vitest';
import { type ExpressionContext, evaluateExpression } from '../../../scripts/client/runtimeExpression.ts';

const context: ExpressionContext = {
  url: 'http://example.com/cases',
  method: 'POST',
  statusCode: 201,
  request: {
    headers: new Headers({ 'X-Request-Id': 'r1' }),
    query: { sort: 'true' },
    path: { access_token: 'fake-token' },
    body: { name: 'Ana' },
  },
  response: {
    headers: new Headers({ Location: '/cases/7' }),
    body: { id: 7, list: [{ id: 8 }], 'a/b': { '~': 1 }, empty: '', none: null, '0': 'zero' },
  },
};

describe('evaluateExpression', () => {
  test.each<{ given: string; want: unknown }>([
    { given: '$url', want: 'http://example.com/cases' },
    { given: '$method', want: 'POST' },
    { given: '$statusCode', want: 201 },
    { given: '$request.header.x-request-id', want: 'r1' },
    { given: '$request.query.sort', want: 'true' },
    { given: '$request.path.access_token', want: 'fake-token' },
    { given: '$request.body#/name', want: 'Ana' },
    { given: '$request.body', want: { name: 'Ana' } },
    { given: '$response.header.LOCATION', want: '/cases/7' },
    { given: '$response.body#/id', want: 7 },
    { given: '$response.body#/list/0/id', want: 8 },
    { given: '$response.body#/a~1b/~0', want: 1 },
    { given: '$response.body#/empty', want: '' },
    { given: '$response.body#/none', want: null },
    { given: '$response.body#/0', want: 'zero' },
    { given: '$response.body#', want: context.response?.body },
    { given: '$response.body#/missing/deeper', want: undefined },
    { given: '$response.body#/list/length', want: undefined },
    { given: '$response.body#/toString', want: undefined },
    { given: '$response.body#id', want: undefined },
    { given: '$response.header.not a header', want: undefined },
    { given: '$response.query.sort', want: undefined },
    { given: '$response.body.id', want: undefined },
    { given: 'constant', want: undefined },
    { given: '', want: undefined },
  ])('$given', ({ given, want }) => {
    expect(evaluateExpression(given, context)).toEqual(want);
  });

  test('gives nothing where nothing is known', () => {
    expect(evaluateExpression('$response.body#/id', {})).toBeUndefined();
    expect(evaluateExpression('$response.header.Location', { response: {} })).toBeUndefined();
  });
});
