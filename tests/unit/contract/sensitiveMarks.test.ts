import { expect, test } from 'vitest';
import { sensitiveMarks } from '../../../scripts/apis/sensitiveMarks.ts';
import type { Json } from '../../../scripts/model/json.ts';
import { sensitiveValues } from '../../contract/sensitiveValues.ts';
import { clinic, redactor } from './clinic.ts';

test('a mark counts on a property or parameter, and on a schema below it, also behind a $ref', () => {
  expect([...sensitiveMarks(clinic.document).sensitive].sort()).toEqual([
    'formernames',
    'name',
    'patient',
    'phone',
    'session',
    'street',
    'x-initials',
    'x-nurse',
  ]);
});

test('circles end', () => {
  const loop = { $ref: '#/components/schemas/A' };
  const schemas = {
    A: { properties: { a: loop, b: { allOf: [loop], 'x-sensitive': true } } },
    B: { $ref: '#/components/schemas/B' },
  };
  expect([...sensitiveMarks({ components: { schemas } }).sensitive]).toEqual(['b']);
});

test('values are those sent and received under such names, however deep, if long enough to tell anybody', () => {
  const body: Json = { name: 'Ana Example', note: 'well', relatives: [{ phone: 5550100 }, { name: 'Al' }] };
  const answer = { address: { street: 'Fake Street 1' }, formerNames: ['Bea', 'Cea'], score: 12345 };
  const values = sensitiveValues({
    inputs: { path: { doctor: 'Dr. No', patient: 1001 }, header: { 'X-Nurse': 'Dora' }, body },
    response: {
      status: 200,
      headers: { 'x-initials': ['A.E.'], server: ['fake'] },
      body: new TextEncoder().encode(JSON.stringify(answer)),
    },
    isSensitive: redactor().isSensitive,
  });
  expect(values.sort()).toEqual([
    '1001',
    '5550100',
    'A.E.',
    'Ana Example',
    'Bea',
    'Cea',
    'Dora',
    'Fake Street 1',
  ]);
});
