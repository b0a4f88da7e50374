import { expect, test } from 'vitest';
import { cookieNamed } from '../../../scripts/mock/http/cookieNamed.ts';
import { describedMediaType, isJson, isText } from '../../../scripts/mock/http/mediaType.ts';
import { requestTarget } from '../../../scripts/mock/http/requestTarget.ts';

test.each([
  ['/a/b', '/a/b', {}],
  ['/a?x=1&y=2', '/a', { x: '1', y: '2' }],
  ['/a?x=1&x=2', '/a', { x: ['1', '2'] }],
  ['/a?x=b%20c+d?e', '/a', { x: 'b c d?e' }],
  ['/a?', '/a', {}],
  ['//evil.example/a', '//evil.example/a', {}],
  ['http://x.example:1/a?x=1', '/a', { x: '1' }],
  ['http://x.example', '/', {}],
  ['*', '*', {}],
])('the request-target %s', (target, path, query) => {
  expect(requestTarget(target)).toEqual({ path, query });
});

test.each([
  ['application/json', ['text/plain', 'application/json'], 'application/json'],
  ['Application/JSON; charset=utf-8', ['application/json'], 'application/json'],
  ['application/json', ['application/json; charset=utf-8'], 'application/json; charset=utf-8'],
  ['image/png', ['*/*', 'image/*'], 'image/*'],
  ['image/png', ['image/*', 'image/png'], 'image/png'],
  ['image/png', ['*/*'], '*/*'],
  ['application/json', ['application/problem+json'], undefined],
  ['text/csv', ['application/json'], undefined],
  ['json', ['*/*'], undefined],
  ['', ['*/*'], undefined],
])('%s, where %j are described', (given, described, want) => {
  expect(describedMediaType(given, described)).toBe(want);
});

test.each([
  ['application/json', true, true],
  ['application/problem+json; charset=utf-8', true, true],
  ['text/html', false, true],
  ['image/svg+xml', false, true],
  ['application/pdf', false, false],
  ['image/jpeg', false, false],
  ['application/octet-stream', false, false],
])('%s', (mediaType, json, text) => {
  expect([isJson(mediaType), isText(mediaType)]).toEqual([json, text]);
});

test.each([
  ['a', 'a=1', '1'],
  ['b', 'a=1; b=2=3', '2=3'],
  ['a', 'a="quoted"', 'quoted'],
  ['a', 'a=1; a=2', '1'],
  ['a', 'ba=1', undefined],
  ['a', undefined, undefined],
])('the cookie %s of %j', (name, field, want) => {
  expect(cookieNamed(name, field)).toBe(want);
});
