import { describe, expect, test } from 'vitest';
import { redactorFor } from '../../contract/redact.ts';
import { clinic, redactor } from './clinic.ts';

const secret = 'fake "s3cret"/+ü';

describe('secrets become the variable that holds them', () => {
  const { text } = redactor({ [secret]: 'CLINIC_KEY', fake: 'CLINIC_SHORT', ad: 'CLINIC_USER' });

  test.each([
    ['as it is', `key=${secret}!`, 'key=$CLINIC_KEY!'],
    ['percent-encoded', `?key=${encodeURIComponent(secret)}`, '?key=$CLINIC_KEY'],
    ['as a form writes it', new URLSearchParams({ key: secret }).toString(), 'key=$CLINIC_KEY'],
    ['as JSON writes it', JSON.stringify({ key: secret }), '{"key":"$CLINIC_KEY"}'],
    ['in base64', btoa(String.fromCharCode(...new TextEncoder().encode(secret))), '$CLINIC_KEY'],
    ['more than once', `${secret}${secret}`, '$CLINIC_KEY$CLINIC_KEY'],
    ['one that is the beginning of another', 'fakes', '$CLINIC_SHORTs'],
    ['a very short one as a word', 'a shadow, ad: ad/x', 'a shadow, $CLINIC_USER: $CLINIC_USER/x'],
  ])('%s', (_, given, want) => {
    expect(text(given)).toBe(want);
  });
});

test('a secret that came later counts as well', () => {
  const secrets = new Map<string, string>();
  const { text } = redactorFor({ api: clinic, session: { secrets: () => secrets }, headers: {} });
  expect(text('fake-token')).toBe('fake-token');
  secrets.set('fake-token', 'CLINIC_ACCESS_TOKEN');
  expect(text('fake-token')).toBe('$CLINIC_ACCESS_TOKEN');
});

describe('headers', () => {
  const { headers } = redactor(
    { 'fake-key-1': 'CLINIC_KEY' },
    { 'x-gateway': 'Bearer fake-pass-9', 'x-debug': '1' },
  );

  test.each([
    ['x-key', 'fake-key-1', '$CLINIC_KEY'],
    ['authorization', 'Token fake-key-1', 'Token $CLINIC_KEY'],
    ['x-key', 'fake-key-1 and more', '***'],
    ['x-key', 'unknown', '***'],
    ['Authorization', 'Basic unknown', '***'],
    ['cookie', 'sid=unknown', '***'],
    ['X-Nurse', 'Dora', '***'],
    ['x-gateway', 'Bearer fake-pass-9', 'Bearer $HEADER_X_GATEWAY'],
    ['x-debug', '1', '***'],
    ['x-echo', 'you sent fake-pass-9', 'you sent $HEADER_X_GATEWAY'],
    ['accept', 'application/json', 'application/json'],
    ['x-fake-key-1', '1', '1'],
  ])('%s: %s', (name, value, want) => {
    expect(Object.values(headers({ [name]: value }))).toEqual([want]);
    expect(Object.values(headers({ [name]: [value, value] }))).toEqual([[want, want]]);
    expect(JSON.stringify(headers({ [name]: value }))).not.toContain('fake-key-1');
  });
});

test('a body is masked by the names of its members, at any depth', () => {
  const { body } = redactor({ '4711': 'CLINIC_KEY' });
  const given = {
    name: 'Ana',
    NAME: { first: 'Ana' },
    phone: null,
    note: 'code 4711',
    list: [{ formerNames: ['Bea'] }, 4711, 47, true],
    'a 4711': 1,
  };
  expect(body(given)).toEqual({
    name: '***',
    NAME: '***',
    phone: null,
    note: 'code $CLINIC_KEY',
    list: [{ formerNames: '***' }, '***', 47, true],
    'a $CLINIC_KEY': 1,
  });
});

describe('values that identify a person are taken out wherever they stand', () => {
  const { text, body, headers } = redactor().without(['Ana', 'Example (von)', '1001']);

  test.each([
    ['Patient Ana was not found', 'Patient *** was not found'],
    ['ANA, ana and /Ana/', '***, *** and /***/'],
    ['Analysis of a banana', 'Analysis of a banana'],
    ['10012 and 1001', '10012 and ***'],
    ['Ana Example (von)', '*** ***'],
    ['/patients/Example%20(von)', '/patients/***'],
    [btoa('Example (von)'), '***'],
  ])('%s', (given, want) => {
    expect(text(given)).toBe(want);
    expect(body({ detail: given })).toEqual({ detail: want });
    expect(headers({ 'x-echo': given })).toEqual({ 'x-echo': want });
  });

  test('as a number', () => expect(body([1001, 1002])).toEqual(['***', 1002]));

  test('however long they are, or like a pattern', () => {
    const picture = 'QUJD+/'.repeat(100_000);
    expect(redactor().without([picture, 'a.c', '[', '-']).text(`${picture} abc a.c [ -`)).toBe(
      '*** abc *** *** ***',
    );
  });
});
