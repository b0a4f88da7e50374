import { expect, test } from 'vitest';
import { readLimits } from './readLimits.ts';

test.each([
  { words: 'Must be at least 3 characters.', limits: [{ kind: 'minLength', value: 3 }] },
  {
    words: 'Must be a valid email address. Must not be greater than 40 characters. Example: a@example.com',
    limits: [
      { kind: 'format', value: 'email' },
      { kind: 'maxLength', value: 40 },
    ],
    example: 'a@example.com',
  },
  {
    words: 'Must have at least 2 items. Must not have more than 6 items.',
    limits: [
      { kind: 'minItems', value: 2 },
      { kind: 'maxItems', value: 6 },
    ],
  },
  { words: 'Must be a valid date.', limits: [{ kind: 'format', value: 'date' }] },
  { words: 'Must be a file.', limits: [{ kind: 'format', value: 'file' }] },
  {
    words: 'Must be one of red or green. Example: red',
    limits: [{ kind: 'enum', value: ['red', 'green'] }],
    example: 'red',
  },
  {
    words: 'Must be one of pear.eat, pear.peel, or plum.eat.',
    limits: [{ kind: 'enum', value: ['pear.eat', 'pear.peel', 'plum.eat'] }],
  },
  {
    words: 'This field is required when colour is red. Must be at least 1 characters.',
    limits: [
      { kind: 'requiredWhen', input: 'colour', is: 'red' },
      { kind: 'minLength', value: 1 },
    ],
  },
  {
    words: 'This field is required when pit is present. The value and pit must match. Example: hard',
    limits: [
      { kind: 'requiredWhen', input: 'pit' },
      { kind: 'equals', input: 'pit' },
    ],
    example: 'hard',
  },
  {
    words: 'how ripe it is. Example: very. Or not?',
    limits: [],
    text: 'how ripe it is.',
    example: 'very. Or not?',
  },
  { words: 'Example: x', limits: [], example: 'x' },
  { words: '', limits: [] },
])('$words', ({ words, ...want }) => {
  expect(readLimits(words)).toEqual(want);
});

test('refuses a limit in words that it does not know', () => {
  expect(() => readLimits('Must be round. Example: x')).toThrow('"Must be round."');
});
