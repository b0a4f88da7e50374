import { expect, test } from 'vitest';
import { equalMembers, unequalMembers } from '../../../scripts/mock/equalMembers.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';

const root: JsonObject = {
  defs: {
    Change: {
      properties: {
        password: { type: 'string', 'x-equals': 'again' },
        again: { type: 'string' },
        inner: { $ref: '#/defs/Change' },
      },
    },
  },
};
const pairs = equalMembers({ $ref: '#/defs/Change' }, root);

test.each<[string, Json, string[]]>([
  ['both the same', { password: 'fake', again: 'fake' }, []],
  ['different', { password: 'fake', again: 'other' }, ['/password']],
  ['no sibling', { password: 'fake' }, []],
  ['neither', {}, []],
  ['no object', 'fake', []],
])('%s', (_, body, want) => {
  expect(unequalMembers(body, pairs).map(({ member }) => member)).toEqual(want);
});

test('a recursive schema is looked at once', () => {
  expect(pairs).toEqual([{ within: [], member: 'password', sibling: 'again' }]);
});

test('in each item of a list', () => {
  const listed = equalMembers({ properties: { all: { items: { $ref: '#/defs/Change' } } } }, root);
  const body = {
    all: [
      { password: 'a', again: 'a' },
      { password: 'a', again: 'b' },
    ],
  };
  expect(unequalMembers(body, listed)).toEqual([{ member: '/all/1/password', sibling: '/all/1/again' }]);
});
