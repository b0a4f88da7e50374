import { expect, test } from 'vitest';
import { type FormEntry, formValue } from '../../../scripts/mock/form/formValue.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import { type FieldShape, formShape } from '../../../scripts/validate/formShape.ts';

const root: JsonObject = {
  defs: {
    Age: { type: 'integer' },
    Tree: { properties: { depth: { type: 'number' } }, allOf: [{ $ref: '#/defs/Tree' }] },
  },
};

const schema: JsonObject = {
  properties: {
    text: { type: 'string' },
    whole: { type: 'integer' },
    number: { type: ['number', 'null'] },
    flag: { type: 'boolean' },
    files: { type: 'array', items: { type: 'string' } },
    numbers: { type: 'array', items: { $ref: '#/defs/Age' } },
    person: { type: 'object' },
    meta: {
      type: 'object',
      properties: {
        size: { type: 'integer' },
        inner: { type: 'object', properties: { on: { type: 'boolean' } } },
      },
    },
    rows: { type: 'array', items: { type: 'object', properties: { id: { type: 'integer' } } } },
    age: { $ref: '#/defs/Age' },
    level: { enum: [1, 2] },
    open: {},
    either: { oneOf: [{ type: 'array', items: { type: 'integer' } }, { type: 'string' }] },
  },
  oneOf: [{ properties: { kind: { const: 1 } } }, { properties: { kind: { const: true } } }],
  allOf: [{ $ref: '#/defs/Tree' }],
};
const shape = formShape(schema, root);

function fields(...pairs: [string, string, string?][]): FormEntry[] {
  return pairs.map(([name, value, mediaType]) => ({ name, value, ...(mediaType && { mediaType }) }));
}

test.each<[string, FormEntry[], Json]>([
  ['text', fields(['text', '5']), { text: '5' }],
  ['empty text', fields(['text', '']), { text: '' }],
  ['an integer', fields(['whole', '-5']), { whole: -5 }],
  ['a fraction, for validation to refuse', fields(['whole', '5.5']), { whole: 5.5 }],
  ['no number in JSON', fields(['whole', '007']), { whole: '007' }],
  ['nor is an empty text', fields(['whole', '']), { whole: '' }],
  ['nor are spaces', fields(['whole', ' 5']), { whole: ' 5' }],
  ['nor is hexadecimal', fields(['whole', '0x1F']), { whole: '0x1F' }],
  ['nor is Infinity', fields(['number', 'Infinity']), { number: 'Infinity' }],
  ['an exponent', fields(['number', '1.5e2']), { number: 150 }],
  ['true', fields(['flag', 'true']), { flag: true }],
  ['false', fields(['flag', 'false']), { flag: false }],
  ['no boolean', fields(['flag', 'True']), { flag: 'True' }],
  ['one of an array', fields(['files', 'a']), { files: ['a'] }],
  [
    'several of an array, in order',
    fields(['files', 'b'], ['text', 't'], ['files', 'a']),
    { files: ['b', 'a'], text: 't' },
  ],
  ['numbers of an array', fields(['numbers', '1'], ['numbers', 'x']), { numbers: [1, 'x'] }],
  ['a scalar repeated', fields(['text', 'a'], ['text', 'b']), { text: ['a', 'b'] }],
  ['an object', fields(['person', '{"a":1}']), { person: { a: 1 } }],
  ['no object', fields(['person', '{"a"']), { person: '{"a"' }],
  [
    'members of an object',
    fields(['meta[size]', '5'], ['meta[other]', 'x']),
    { meta: { size: 5, other: 'x' } },
  ],
  ['members of members', fields(['meta[inner][on]', 'true']), { meta: { inner: { on: true } } }],
  ['items with empty brackets', fields(['numbers[]', '1'], ['numbers[]', '2']), { numbers: [1, 2] }],
  ['items by number', fields(['numbers[1]', '1'], ['numbers[0]', '2']), { numbers: [1, 2] }],
  [
    'objects as items',
    fields(['rows[0][id]', '1'], ['rows[0][name]', 'a'], ['rows[1][id]', '2']),
    { rows: [{ id: 1, name: 'a' }, { id: 2 }] },
  ],
  ['brackets of no object', fields(['text[a]', 'x']), { 'text[a]': 'x' }],
  ['brackets of nothing described', fields(['nothing[a]', 'x']), { 'nothing[a]': 'x' }],
  ['through a reference', fields(['age', '58']), { age: 58 }],
  ['through an enumeration', fields(['level', '2']), { level: 2 }],
  ['through alternatives', fields(['kind', '1']), { kind: 1 }],
  ['through alternatives, the other', fields(['kind', 'true']), { kind: true }],
  ['through a recursive reference', fields(['depth', '3']), { depth: 3 }],
  ['an open schema', fields(['open', '5']), { open: '5' }],
  ['an open schema, as JSON', fields(['open', '{"a":[1]}', 'application/json']), { open: { a: [1] } }],
  ['a text that could be an array', fields(['either', '5']), { either: '5' }],
  ['an array that could be a text', fields(['either', '5'], ['either', '6']), { either: [5, 6] }],
  ['an undescribed field', fields(['other', '5']), { other: '5' }],
  ['nothing', [], {}],
])('%s', (_, entries, want) => {
  expect(formValue(entries, shape)).toEqual(want);
});

test('a field cannot reach the prototype', () => {
  const value = formValue(fields(['__proto__', 'x']), shape);
  expect(Object.keys(value)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test('a name that is nested very deeply is taken as it stands', () => {
  const step: FieldShape = {
    types: new Set(['object']),
    items: new Set(),
    fields: () => new Map([['next', step]]),
  };
  const name = `next${'[next]'.repeat(10_000)}`;
  expect(formValue([{ name, value: 'a' }], new Map([['next', step]]))).toEqual({ [name]: 'a' });
  expect(formValue([{ name: 'next[next]', value: 'a' }], new Map([['next', step]]))).toEqual({
    next: { next: 'a' },
  });
});
