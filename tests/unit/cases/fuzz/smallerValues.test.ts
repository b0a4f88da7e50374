import { expect, test } from 'vitest';
import { smallerRequests } from '../../../../scripts/cases/fuzz/smallerRequests.ts';
import { smallerValues } from '../../../../scripts/cases/fuzz/smallerValues.ts';
import type { Json } from '../../../../scripts/model/json.ts';
import { bodyContext, parameterContext } from './contextOf.ts';

test.each<[value: Json, want: Json[]]>([
  [true, [false]],
  [false, []],
  [null, []],
  [0, []],
  [9, [0, 5, 7, 8]],
  [-3, [0, -2, 3]],
  [1.5, [1, 0.5]],
  ['', []],
  ['a', ['']],
  ["x'", ['', "'", 'x', 'aa', "a'", 'xa']],
  ['\u{1f642}', ['', 'a']],
])('%j', (value, want) => expect([...smallerValues(value)]).toEqual(want));

test('each input alone is left out, the large ones first; of a path none', () => {
  const body = { a: [1, 2], b: 'x' };
  const context = bodyContext({ type: 'object' });
  const [first, second, ...others] = smallerRequests(context, { contentType: 'application/json', body });
  expect(first).toEqual({});
  expect(second?.body).toEqual({ b: 'x' });
  expect(others.map((one) => one.body)).toContainEqual({ a: [1], b: 'x' });
  const schema = { type: 'string' };
  const inPath = parameterContext([{ name: 'id', in: 'path', required: true, schema } as never]);
  expect([...smallerRequests(inPath, { path: { id: 'bb' } })].map(({ path }) => path?.id)).not.toContain(
    undefined,
  );
  expect([...smallerRequests({ ...inPath, keepsPath: true }, { path: { id: 'bb' } })]).toEqual([]);
});
