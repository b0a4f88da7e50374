import { expect, test } from 'vitest';
import type { Json } from '../../../scripts/model/json.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';

const document = {
  schema: { type: 'object', properties: { password: { 'x-equals': 'again' }, again: {} } },
};

test.each<[string, Json, string[]]>([
  ['equal', { password: 'fake', again: 'fake' }, []],
  ['equal objects', { password: { a: 1, b: 2 }, again: { b: 2, a: 1 } }, []],
  ['different', { password: 'fake', again: 'other' }, ['/schema/properties/password/x-equals']],
  ['without the sibling', { password: 'fake' }, []],
])('x-equals: %s', (_, value, want) => {
  const errors = validatorOf(document).errors('/schema', value);
  expect(errors.map(({ documentPointer }) => documentPointer)).toEqual(want);
});
