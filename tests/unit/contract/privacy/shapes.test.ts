import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../scripts/model/json.ts';
import { shapeOf } from '../../../contract/privacy/shapeOf.ts';
import { stringShape, textShape } from '../../../contract/privacy/textShape.ts';
import { ward, wardTeller } from './ward.ts';

describe('a string', () => {
  test.each([
    ['', ''],
    ['a', '<string, 1 character>'],
    ['Ana Example', '<string, 11 characters>'],
    ['🦷🦷', '<string, 2 characters>'],
    ['2031-02-03', '<string, date>'],
    ['2031-02-03T04:05:06Z', '<string, date-time>'],
    ['04:05', '<string, time>'],
    ['7b0c1d2e-0000-4000-8000-00000000abcd', '<string, uuid>'],
    ['ana@clinic.example', '<string, email, 18 characters>'],
    ['https://clinic.example/ana', '<string, uri, 26 characters>'],
    ['600123456', '<string, 9 digits>'],
  ])('%s', (given, want) => expect(stringShape(given)).toBe(want));
});

describe('a text of a header or an address', () => {
  test.each([
    ['12', '<integer>'],
    ['-1.5', '<number>'],
    ['true', '<boolean>'],
    ['12345678901234567', '<string, 17 digits>'],
    ['x', '<string, 1 character>'],
  ])('%s', (given, want) => expect(textShape(given)).toBe(want));
});

const places = [ward('Patient')];

function shaped(value: Json, { showsValues = false, secrets = {}, values = [] as string[] } = {}): Json {
  const teller = wardTeller({ showsValues, secrets, values });
  return shapeOf(value, { document: teller.document, teller, places, name: '' });
}

describe('a body', () => {
  test.each<[name: string, value: Json, shape: Json, shown: Json]>([
    ['numbers', { id: 7, score: 1.5 }, { id: '<integer>', score: '<number>' }, { id: 7, score: 1.5 }],
    ['null and nothing', { id: null, room: '' }, { id: null, room: '' }, { id: null, room: '' }],
    ['a truth', { asleep: true }, { asleep: '<boolean>' }, { asleep: true }],
    ['a listed value', { status: 'in' }, { status: 'in' }, { status: 'in' }],
    ['one that is not', { status: 'lost' }, { status: '<string, 4 characters>' }, { status: 'lost' }],
    [
      'a listed value that is sensitive',
      { sex: 'f' },
      { sex: '<string, 1 character>' },
      { sex: '<string, 1 character>' },
    ],
    ['a word', { room: 'B12' }, { room: '<string, 3 characters>' }, { room: 'B12' }],
    ['a text', { room: 'Bed 12' }, { room: '<string, 6 characters>' }, { room: '<string, 6 characters>' }],
    ['a text that is harmless', { help: 'Ask us' }, { help: '<string, 6 characters>' }, { help: 'Ask us' }],
    [
      'a usual name',
      { first_name: 'Ana' },
      { first_name: '<string, 3 characters>' },
      { first_name: '<string, 3 characters>' },
    ],
    ['a usual name, taken back', { bed_name: 'B' }, { bed_name: '<string, 1 character>' }, { bed_name: 'B' }],
    [
      'a marked one',
      { chart: 'X1' },
      { chart: '<string, 2 characters>' },
      { chart: '<string, 2 characters>' },
    ],
    [
      'what is below it',
      { relative: { id: 5 } },
      { relative: { id: '<integer>' } },
      { relative: { id: '<integer>' } },
    ],
    [
      'a password',
      { pass: 'x', access_token: 'y' },
      { pass: '***', access_token: '***' },
      { pass: '***', access_token: '***' },
    ],
    ['what is not described', { extra: 5 }, { extra: '<integer>' }, { extra: '<integer>' }],
    [
      'names that are data',
      { 'Ana E': 1, 'Bea E': 1 },
      { '<name 1>': '<integer>', '<name 2>': '<integer>' },
      { '<name 1>': '<integer>', '<name 2>': '<integer>' },
    ],
    [
      'keys',
      { tags: { ana: 'x' } },
      { tags: { '<name 1>': '<string, 1 character>' } },
      { tags: { ana: 'x' } },
    ],
    [
      'a list',
      { beds: [1, 2, 'x', 3] },
      { beds: ['<integer>', '<string, 1 character>', '<2 more items>'] },
      { beds: [1, 2, 'x', 3] },
    ],
  ])('%s', (_, value, shape, shown) => {
    expect(shaped(value)).toEqual(shape);
    expect(shaped(value, { showsValues: true })).toEqual(shown);
  });

  test('a secret that is repeated is the variable that holds it', () => {
    const secrets = { 'fake-key-1': 'WARD_KEY' };
    expect(shaped({ room: 'fake-key-1', pass: 'fake-key-1' }, { secrets })).toEqual({
      room: '$WARD_KEY',
      pass: '$WARD_KEY',
    });
  });

  test('a word with a trace of a private value is not shown', () => {
    const given = { showsValues: true, values: ['Quorkelberg'] };
    const room = (text: string) => shaped({ room: text }, given);
    expect(room('QUORKEL')).toEqual({ room: '<string, 7 characters>' });
    expect(room(btoa('x Quorkelberg'))).toEqual({ room: '<string, 20 characters>' });
    expect(room('Quo')).toEqual({ room: 'Quo' });
  });

  test('what is large or deep ends', () => {
    const deep = (left: number): Json => (left === 0 ? 1 : { relative: deep(left - 1) });
    expect(JSON.stringify(shaped(deep(500))).length).toBeLessThan(500);
    const wide = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`f${index}`, 1]));
    expect(shaped(wide)).toMatchObject({ f0: '<integer>', '…': '<50 more members>' });
  });
});
