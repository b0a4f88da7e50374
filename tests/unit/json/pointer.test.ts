import { describe, expect, test } from 'vitest';
import { isObject, joinPointer, member, parsePointer, valueAt } from '../../../scripts/json/pointer.ts';
import { decodeFragment, followReferences, referenceOf } from '../../../scripts/json/reference.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';

/** RFC 6901 section 5. */
const rfc: JsonObject = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

test.each<[pointer: string, tokens: string[], value: Json]>([
  ['', [], rfc],
  ['/foo', ['foo'], ['bar', 'baz']],
  ['/foo/0', ['foo', '0'], 'bar'],
  ['/', [''], 0],
  ['/a~1b', ['a/b'], 1],
  ['/c%d', ['c%d'], 2],
  ['/e^f', ['e^f'], 3],
  ['/g|h', ['g|h'], 4],
  ['/i\\j', ['i\\j'], 5],
  ['/k"l', ['k"l'], 6],
  ['/ ', [' '], 7],
  ['/m~0n', ['m~n'], 8],
])('%s', (pointer, tokens, value) => {
  expect(parsePointer(pointer)).toEqual(tokens);
  expect(joinPointer('', ...tokens)).toBe(pointer);
  expect(valueAt(rfc, pointer)).toEqual(value);
});

test.each([
  '/foo/2',
  '/foo/-',
  '/foo/01',
  '/foo/+1',
  '/foo/length',
  '/foo/0/0',
  '/constructor',
  '/__proto__',
  '/bar',
])('there is nothing at %s', (pointer) => expect(valueAt(rfc, pointer)).toBeUndefined());

test('~01 is ~1, not a slash', () => {
  expect(parsePointer('/~01')).toEqual(['~1']);
  expect(joinPointer('/a', '~1', 0)).toBe('/a/~01/0');
});

test('an own member called __proto__ is one', () => {
  expect(member(JSON.parse('{"__proto__": 1}') as Json, '__proto__')).toBe(1);
});

test.each([
  [{}, true],
  [[], false],
  [null, false],
  ['', false],
  [undefined, false],
])('%j is an object: %s', (value, want) => expect(isObject(value)).toBe(want));

describe('references', () => {
  const document: JsonObject = {
    a: { $ref: '#/b' },
    b: { $ref: '#/c~1d' },
    'c/d': { it: 1 },
    e: { $ref: '#/e' },
    f: { $ref: '#/g' },
    g: { $ref: '#/f' },
    h: { $ref: '#' },
    'i j%': 2,
    'k%ZZ': 3,
  };
  const follow = (node: Json) => followReferences(document, { node, pointer: '/start' });

  test.each<[name: string, node: Json, want: unknown]>([
    ['what is none', { a: 1 }, { node: { a: 1 }, pointer: '/start' }],
    ['a value', 7, { node: 7, pointer: '/start' }],
    ['one after the other', { $ref: '#/a' }, { node: { it: 1 }, pointer: '/c~1d' }],
    ['the document', { $ref: '#' }, { node: document, pointer: '' }],
    ['percent-encoding', { $ref: '#/i%20j%25' }, { node: 2, pointer: '/i j%' }],
    ['malformed percent-encoding', { $ref: '#/k%ZZ' }, { node: 3, pointer: '/k%ZZ' }],
    ['nowhere', { $ref: '#/z' }, undefined],
    ['an anchor', { $ref: '#anchor' }, undefined],
    ['another file', { $ref: 'other.yaml#/a' }, undefined],
    ['another host', { $ref: 'https://example.com/a#/a' }, undefined],
    ['itself', { $ref: '#/e' }, undefined],
    ['a circle', { $ref: '#/f' }, undefined],
    ['what is no text', { $ref: 1 }, { node: { $ref: 1 }, pointer: '/start' }],
    ['inherited', { $ref: '#/constructor' }, undefined],
  ])('%s', (_, node, want) => expect(follow(node)).toEqual(want));

  test('a list or a property called $ref is none', () => {
    expect(referenceOf(['$ref'])).toBeUndefined();
    expect(referenceOf(Object.create({ $ref: '#/a' }) as Json)).toBeUndefined();
    expect(referenceOf({ $ref: '#/a' })).toBe('#/a');
  });

  test.each([
    ['a%2Fb', 'a/b'],
    ['100%', '100%'],
  ])('the fragment %s', (given, want) => expect(decodeFragment(given)).toBe(want));
});
