import { expect, test } from 'vitest';
import { createTokenBook } from '../../../scripts/mock/auth/tokenBook.ts';

const ana = { holder: 'ana' };

test('a token is known until it expires', () => {
  let now = 0;
  const book = createTokenBook({ now: () => now });
  book.enter('short', { holder: 'ana', seconds: 60 });
  book.enter('long', ana);
  now = 59_999;
  expect(book.verdict('short')).toBe('known');
  now = 60_000;
  expect([book.verdict('short'), book.verdict('long')]).toEqual(['expired', 'known']);
});

test('what is ended stays so, and nothing else does', () => {
  const book = createTokenBook();
  book.enter('one', ana);
  book.enter('two', { holder: 'bea' });
  book.end('one');
  book.end('three');
  expect(['one', 'two', 'three'].map(book.verdict)).toEqual(['ended', 'known', 'unknown']);
  expect(['one', 'two', 'three'].map(book.holderOf)).toEqual(['ana', 'bea', undefined]);
});

test('the oldest is forgotten', () => {
  const book = createTokenBook({ most: 2 });
  for (const token of ['one', 'two', 'three']) book.enter(token, ana);
  expect(['one', 'two', 'three'].map(book.verdict)).toEqual(['unknown', 'known', 'known']);
});
