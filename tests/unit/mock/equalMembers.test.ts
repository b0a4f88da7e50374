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
  expect(pairs).toEqual([{ member: '/password', sibling: '/again' }]);
});
