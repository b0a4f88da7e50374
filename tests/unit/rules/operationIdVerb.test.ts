import { expect, test } from 'vitest';
import { documentOf, operationAt, problemsOf } from './problemsOf.ts';

const options = { verbs: ['get', 'list'] };

test.each(['getThing', 'listThings', 'getThing2', 'getMFA'])(
  '%s is a verb and a noun',
  async (operationId) => {
    expect(await problemsOf('care/operation-id-verb', documentOf({ operationId }), options)).toEqual([]);
  },
);

test.each([
  'get',
  'fetchThing',
  'GetThing',
  'get_thing',
  'gettingThing',
  'get-Thing',
  'listthings',
  'thingGet',
])('%s is refused, and the verbs are listed', async (operationId) => {
  const message = `operationId \`${operationId}\` is not a verb and a noun in camelCase. Verbs: get, list.`;
  const got = await problemsOf('care/operation-id-verb', documentOf({ operationId }), options);
  expect(got).toEqual([[`${operationAt}/operationId`, message]]);
});

test.each([{}, { verbs: [] }, { verbs: 'get' }, { verbs: [1] }])('options %j are refused', async (wrong) => {
  const run = problemsOf('care/operation-id-verb', documentOf({}), wrong);
  await expect(run).rejects.toThrow('Give it the option `verbs`');
});
