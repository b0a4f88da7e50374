import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../scripts/json/applyChange.ts';
import { removeAt, setAt } from '../../../scripts/json/change.ts';
import type { Change, RequestInputs } from '../../../scripts/model/case.ts';
import type { Json } from '../../../scripts/model/json.ts';

const base: Json = { a: 1, b: { c: [1, 2, 3], d: null } };

describe('setAt', () => {
  test.each<[pointer: string, want: Json]>([
    ['', 9],
    ['/a', { a: 9, b: { c: [1, 2, 3], d: null } }],
    ['/b/c/1', { a: 1, b: { c: [1, 9, 3], d: null } }],
    ['/b/d', { a: 1, b: { c: [1, 2, 3], d: 9 } }],
    ['/b/d/e', { a: 1, b: { c: [1, 2, 3], d: { e: 9 } } }],
    ['/x/y~1z', { a: 1, b: { c: [1, 2, 3], d: null }, x: { 'y/z': 9 } }],
    ['/b/c/3', { a: 1, b: { c: [1, 2, 3], d: null } }],
    ['/b/c/x', { a: 1, b: { c: [1, 2, 3], d: null } }],
    ['/a/x', { a: { x: 9 }, b: { c: [1, 2, 3], d: null } }],
  ])('%s', (pointer, want) => expect(setAt(base, pointer, 9)).toEqual(want));

  test('keeps the order of the fields', () => {
    expect(Object.keys(setAt({ a: 1, b: 2, c: 3 }, '/b', 9) as object)).toEqual(['a', 'b', 'c']);
  });

  test('__proto__ is a name like any other', () => {
    const changed = setAt(setAt({}, '/__proto__', 1), '/constructor/x', 2);
    expect(JSON.stringify(changed)).toBe('{"__proto__":1,"constructor":{"x":2}}');
    expect(Object.getPrototypeOf(changed)).toBe(Object.prototype);
  });
});

describe('removeAt', () => {
  test.each<[pointer: string, want: Json]>([
    ['/a', { b: { c: [1, 2, 3], d: null } }],
    ['/b/c/0', { a: 1, b: { c: [2, 3], d: null } }],
    ['/b/d', { a: 1, b: { c: [1, 2, 3] } }],
    ['/x', base],
    ['/x/y', base],
    ['/a/x', base],
    ['/b/c/9', base],
    ['/b/c/x', base],
    ['/constructor', base],
  ])('%s', (pointer, want) => expect(removeAt(base, pointer)).toEqual(want));
});

describe('applyChange', () => {
  const request: RequestInputs = { path: { id: 1 }, contentType: 'application/json', body: { a: 1, b: 2 } };

  test.each<[name: string, change: Change, want: RequestInputs]>([
    ['none', {}, request],
    ['set', { set: { '/path/id': 2, '/query/x': 3 } }, { ...request, path: { id: 2 }, query: { x: 3 } }],
    ['remove', { remove: ['/contentType', '/body'] }, { path: { id: 1 } }],
    ['remove, then set', { remove: ['/body'], set: { '/body/c': 3 } }, { ...request, body: { c: 3 } }],
  ])('%s', (_, change, want) => {
    const before = structuredClone(request);
    expect(applyChange(request, change)).toEqual(want);
    expect(request).toEqual(before);
  });
});
