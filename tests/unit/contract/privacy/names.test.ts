import { describe, expect, test } from 'vitest';
import { isPersonalName, isSecretName } from '../../../../scripts/apis/privateNames.ts';
import { sensitiveMarks } from '../../../../scripts/apis/sensitiveMarks.ts';
import { wardTeller } from './ward.ts';

test.each([
  ...[
    'name',
    'firstName',
    'PATIENT_NAME',
    'birth-date',
    'dateOfBirth',
    'dob',
    'homePhone',
    'e-mail',
    'eMail',
  ],
  ...[
    'zip',
    'street_address',
    'insuranceNumber',
    'national_id',
    'socialSecurityNumber',
    'mrn',
    'ipAddress',
    'username',
  ],
])('%s identifies a person', (name) =>
  expect([isPersonalName(name), isSecretName(name)]).toEqual([true, false]),
);

test.each([
  ...[
    'password',
    'new_password_confirmation',
    'accessToken',
    'access_token',
    'X-Api-Key',
    'apiKey',
    'Set-Cookie',
  ],
  ...['clientSecret', 'sessionId', 'jwt', 'PIN', 'otp', 'Proxy-Authorization', 'privateKey'],
])('%s is a secret', (name) => expect(isSecretName(name)).toBe(true));

test.each([
  'id',
  'status',
  'diagnosis',
  'od_iop',
  'named',
  'zipper',
  'count',
  'author',
  'spin',
  'pinned',
  'health',
  'code',
  'number',
])('%s is neither', (name) => expect([isPersonalName(name), isSecretName(name)]).toEqual([false, false]));

test('a document marks names, and takes others back', () => {
  const one = (mark: boolean) => ({ 'x-sensitive': mark });
  const document = {
    components: {
      schemas: {
        A: { properties: { A: one(true), B: one(false), c: one(false), d: { writeOnly: true } } },
        B: { properties: { c: one(true) } },
      },
    },
  };
  expect(sensitiveMarks(document)).toEqual({
    sensitive: new Set(['a', 'c']),
    harmless: new Set(['b']),
    written: new Set(['d']),
  });
});

const response = {
  status: 200,
  headers: { 'x-who': ['Marlenchen Sample'] },
  body: new TextEncoder().encode(
    '{"kind":"visit","note":"A text that speaks of the allergies of somebody whom it does not name"}',
  ),
};
const teller = wardTeller({ response, values: ['Quorkelberg', 'fake-8Zk2Lq7'] });

describe('a name that came is told', () => {
  test.each(['room', 'allergies', 'middleName', '_links', '@type', 'x-rate', 'año', 'a.b', 'items[0]'])(
    '%s',
    (name) => expect(teller.mayName(name)).toBe(true),
  );
});

describe('a name that came is not told', () => {
  test.each([
    ['a space in it', 'Ana Example'],
    ['that of nothing', ''],
    ['a number', '4711'],
    ['a long number', 'p12345'],
    ['a token', 'a8f3Kq29ZxPw7LmT'],
    ['a long one', 'x'.repeat(61)],
    ['a path', 'a/b'],
    ['with a trace of a private value', 'by_quorkel'],
    ['the same in base64', Buffer.from('Quorkelberg').toString('base64url')],
    ['a piece of a secret', 'x8zk2l'],
    ['a value of the answer', 'visit'],
    ['a piece of one', 'marlenchen_s'],
  ])('%s', (_, name) => expect(teller.mayName(name)).toBe(false));
});

test.each([
  ['x-request-id', true],
  ['X-RateLimit-Remaining-2', true],
  ['x-room', true],
  ['set-cookie', true],
  ['etag', true],
  ['x-marlenchen', false],
  ['x-request-4711', false],
])('where the document is silent, %s is told of a header: %s', (name, want) =>
  expect(teller.mayNameUnasked(name)).toBe(want),
);

test.each([
  ['application/json', true],
  ['application/fhir+json', true],
  ['image/png', true],
  ['application/vnd.ana+json', false],
  ['application/vnd.ana+zip', false],
  ['text/ana', false],
  ['nothing', false],
])('the media type %s is told: %s', (name, want) => expect(teller.mayNameType(name)).toBe(want));
