import { describe, expect, test } from 'vitest';
import { marksByName } from '../../../scripts/document/marksByName.ts';
import { joinPointer } from '../../../scripts/json/pointer.ts';

function marksOf(method: string, path: string, operation: Record<string, string | boolean> = {}) {
  const marks = marksByName(operation, joinPointer('/paths', path, method));
  return { effect: marks['x-effect'], endsSession: marks['x-ends-session'] };
}

describe('a GET that does more than read by its name counts as a write', () => {
  test.each<[path: string, operationId: string | undefined, effect: string]>([
    ['/api/1/deletePad', undefined, 'delete'],
    ['/pads/{id}/delete', undefined, 'delete'],
    ['/delete/{id}', undefined, 'delete'],
    ['/reset_password', 'reset_password_reset_password_get', 'reset'],
    ['/codes', 'sendCode', 'send'],
    ['/users/{id}', 'UsersController.deactivateUser', 'deactivate'],
    ['/users/{id}', 'users/remove-one', 'remove'],
  ])('GET %s, %s', (path, operationId, word) => {
    const marks = marksOf('get', path, operationId === undefined ? {} : { operationId });
    expect(marks).toEqual({ effect: `so its name says: ${word}`, endsSession: undefined });
  });
});

test.each<[path: string, operationId: string]>([
  ['/cases', 'listCases'],
  ['/settings', 'getSettings'],
  ['/deleted', 'listDeleted'],
  ['/codes/{id}', 'getResetCode'],
  ['/data_set', 'read_data_set'],
  ['/updates', 'updates'],
  ['/addresses', 'addressList'],
  ['/catalogOutput', 'catalogOutput'],
  ['/', ''],
])('GET %s, %s, is a read', (path, operationId) => {
  expect(marksOf('get', path, { operationId })).toEqual({ effect: undefined, endsSession: undefined });
});

test.each<[path: string, operationId: string]>([
  ['/user/logout', 'logoutUser'],
  ['/auth/sign_out', 'auth'],
  ['/session/end', 'userSignOut'],
  ['/LogOff', ''],
])('what ends the session by its name comes last: %s, %s', (path, operationId) => {
  expect(marksOf('post', path, { operationId })).toEqual({ effect: undefined, endsSession: true });
  expect(marksOf('get', path, { operationId })).toMatchObject({
    effect: expect.stringMatching(/^so its name says: (log|sign)-?(out|off)$/),
    endsSession: true,
  });
});

test('whoever described it knows better', () => {
  const known = { 'x-effect': 'Rings a bell.', 'x-ends-session': false };
  expect(marksOf('get', '/logout', known)).toEqual({ effect: 'Rings a bell.', endsSession: false });
  expect(marksOf('get', '/set', { 'x-effect': false })).toEqual({ effect: false, endsSession: undefined });
});

test('a method that is no read needs no mark', () => {
  expect(marksOf('delete', '/pads/{id}', { operationId: 'deletePad' })).toEqual({
    effect: undefined,
    endsSession: undefined,
  });
});
