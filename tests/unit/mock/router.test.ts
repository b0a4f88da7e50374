import { expect, test } from 'vitest';
import { createRouter } from '../../../scripts/mock/http/router.ts';

const paths = [
  '/{id}',
  '/user/{id}',
  '/user/mfa',
  '/user/{id}/{part}',
  '/user/{id}/files',
  '/user/me/{part}',
  '/files/{name}.{extension}',
  '/files/{name}.json',
  '/image/{id}/',
  '/a.b',
];
const match = createRouter(paths.map((path) => ({ path, method: 'get', target: path })));

test.each([
  ['/user/mfa', '/user/mfa', {}],
  ['/user/%6Dfa', '/user/mfa', {}],
  ['/user/7', '/user/{id}', { id: '7' }],
  ['/user/a%2Fb%20c', '/user/{id}', { id: 'a/b c' }],
  ['/user/a,b', '/user/{id}', { id: 'a,b' }],
  ['/user/me/files', '/user/me/{part}', { part: 'files' }],
  ['/user/7/files', '/user/{id}/files', { id: '7' }],
  ['/user/7/x', '/user/{id}/{part}', { id: '7', part: 'x' }],
  ['/files/a.json', '/files/{name}.json', { name: 'a' }],
  ['/files/a.b.pdf', '/files/{name}.{extension}', { name: 'a', extension: 'b.pdf' }],
  ['/image/7/', '/image/{id}/', { id: '7' }],
  ['/__proto__', '/{id}', { id: '__proto__' }],
])('%s is at %s', (path, template, parameters) => {
  const found = match(path);
  expect(found?.route.template).toBe(template);
  expect(found?.parameters).toEqual(parameters);
});

test.each(['/', '/user/', '/user//files', '/image/7', '/image//', '/files/json', '/user/7/x/y', ''])(
  '%j is nowhere',
  (path) => expect(match(path)).toBeUndefined(),
);

test('percent-encoding that cannot be read is an error', () => {
  expect(() => match('/user/%zz')).toThrow(URIError);
});

test('a route has all methods of its path, in the order in which they came', () => {
  const entries = ['post', 'get', 'delete'].map((method) => ({ path: '/x', method, target: method }));
  expect([...(createRouter(entries)('/x')?.route.targets ?? [])]).toEqual([
    ['POST', 'post'],
    ['GET', 'get'],
    ['DELETE', 'delete'],
  ]);
});

test('a literal dot is no wildcard', () => {
  expect(match('/aXb')?.route.template).toBe('/{id}');
});
