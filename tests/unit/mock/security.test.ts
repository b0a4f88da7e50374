import { expect, test } from 'vitest';
import { meetsSecurity, type Scheme } from '../../../scripts/mock/security.ts';
import { basic, bearer, cookie, header, oauth2, query, token } from './schemes.ts';

const authorization = (value: string) => ({ headers: { authorization: value } });
const userAndPassword = (text: string) => authorization(`Basic ${Buffer.from(text).toString('base64')}`);

test.each<[string, Scheme[][], Partial<Parameters<typeof meetsSecurity>[1]>, boolean]>([
  ['nothing asked', [], {}, true],
  ['anonymous welcome', [[], [bearer]], {}, true],
  ['anonymous welcome, something sent', [[], [bearer]], authorization('Basic x'), true],
  ['header key', [[header]], { headers: { 'x-key': 'k' } }, true],
  ['header key, empty', [[header]], { headers: { 'x-key': '' } }, false],
  ['header key, absent', [[header]], {}, false],
  ['query key', [[query]], { query: { key: 'k' } }, true],
  ['query key, elsewhere', [[query]], { headers: { key: 'k' } }, false],
  ['cookie key', [[cookie]], { headers: { cookie: 'a=b; key=k' } }, true],
  ['cookie key, part of another name', [[cookie]], { headers: { cookie: 'monkey=k' } }, false],
  ['auth-scheme', [[token]], authorization('Token abc'), true],
  ['auth-scheme, lower case', [[token]], authorization('token abc'), true],
  ['auth-scheme, several spaces', [[token]], authorization('Token   abc'), true],
  ['auth-scheme alone', [[token]], authorization('Token'), false],
  ['auth-scheme without a space', [[token]], authorization('Tokenabc'), false],
  ['another auth-scheme', [[token]], authorization('Bearer abc'), false],
  ['credential alone', [[token]], authorization('abc'), false],
  ['bearer', [[bearer]], authorization('bearer abc'), true],
  ['bearer without token', [[bearer]], authorization('Bearer'), false],
  ['bearer asked, basic sent', [[bearer]], userAndPassword('u:p'), false],
  ['basic', [[basic]], userAndPassword('u:p:q'), true],
  ['basic without a colon', [[basic]], userAndPassword('u'), false],
  ['oauth2', [[oauth2]], authorization('Bearer abc'), true],
  ['oauth2, another scheme', [[oauth2]], authorization('Token abc'), false],
  ['both', [[header, bearer]], { headers: { 'x-key': 'k', authorization: 'Bearer abc' } }, true],
  ['one of both', [[header, bearer]], { headers: { 'x-key': 'k' } }, false],
  ['the second alternative', [[bearer], [query]], { query: { key: 'k' } }, true],
  ['no alternative', [[bearer], [query]], {}, false],
])('%s', (_, alternatives, credentials, want) => {
  expect(meetsSecurity(alternatives, { headers: {}, query: {}, ...credentials }, () => true)).toBe(want);
});
