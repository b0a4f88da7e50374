import { describe, expect, test } from 'vitest';
import { formattedText } from '../../../scripts/cases/formattedText.ts';
import { spareAddresses } from '../../../scripts/document/spareAddresses.ts';
import type { Json } from '../../../scripts/model/json.ts';

const spared = (value: Json) => spareAddresses({ value }, { kind: 'example', pointer: '' });

describe('an address of e-mail in an example is nobody’s', () => {
  test.each<[Json, Json]>([
    ['jane@fake-clinic.de', 'jane@example.com'],
    ['Jane <jane.roe+x@mail.fake-clinic.co.uk>, joe@b.co', 'Jane <jane.roe+x@example.com>, joe@example.com'],
    [
      { to: ['a@email.com', 1, null], from: true },
      { to: ['a@example.com', 1, null], from: true },
    ],
  ])('%j', (value, want) => {
    expect(spared(value)).toEqual({ value: want });
  });

  test.each([
    'ana@example.com',
    'ana@mail.example.org',
    'x@clinic.test',
    'nobody@fake.invalid',
    'no address @ all',
    'v1@2.0',
    '@handle.name',
  ])('%s stays', (value) => {
    expect(spared(value)).toEqual({ value });
  });
});

test('wherever an example may stand, and nowhere else', () => {
  const [mail, other] = ['jane@fake-clinic.de', 'jane@example.com'];
  const at = { pointer: '' };
  const schema = { default: mail, const: mail, example: mail, examples: [mail] };
  const want = { default: mail, const: mail, example: other, examples: [other] };
  expect(spareAddresses(schema, { ...at, kind: 'schema' })).toEqual(want);
  expect(spareAddresses({ example: mail }, { ...at, kind: 'mediaType' })).toEqual({ example: other });
  expect(spareAddresses({ name: mail }, { ...at, kind: 'parameter' })).toEqual({ name: mail });
  expect(spareAddresses(true, { ...at, kind: 'schema' })).toBe(true);
});

test('nor is one that is made up, however long it has to be', () => {
  const lengths = Array.from({ length: 240 }, (_, index) => index + 8);
  const hosts = lengths.map((length) => formattedText('email', length)?.split('@')[1]);
  expect(hosts.filter((host) => !/(^|\.)(example\.com|test)$/.test(host ?? ''))).toEqual([]);
});
