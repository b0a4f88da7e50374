import { expect, test } from 'vitest';
import { orchardPage } from './orchardPage.ts';
import { readPage } from './readPage.ts';
import { serverOf } from './serverOf.ts';

test('serverOf is what stands before the paths', () => {
  expect(serverOf(readPage(orchardPage))).toBe('https://orchard.example/api');
});

test('serverOf refuses samples of several servers', () => {
  const page = orchardPage.replace(
    "url = 'https://orchard.example/api/tree'",
    "url = 'https://wood.example/api/tree'",
  );
  expect(() => serverOf(readPage(page))).toThrow('https://orchard.example/api, https://wood.example/api');
});
