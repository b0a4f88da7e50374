import { expect, test } from 'vitest';
import { parseJsonText } from '../../../scripts/mock/parseJsonText.ts';

const arrays = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

test.each([
  ['a scalar', '"["'],
  ['as deep as is allowed', arrays(500)],
  ['brackets in a string', JSON.stringify({ a: '['.repeat(1000) })],
  ['brackets after an escaped quotation mark', JSON.stringify({ a: `"\\"${'{'.repeat(1000)}` })],
  ['a very long string', JSON.stringify({ a: '\\'.repeat(10_000_000) })],
  ['brackets beside each other', `[${Array.from({ length: 1000 }, () => '[]').join()}]`],
])('%s', (_, text) => {
  expect(parseJsonText(text)).toEqual(JSON.parse(text));
});

test.each([
  ['one level too deep', arrays(501), 'nested more than 500 levels'],
  [
    'arrays and objects in turn',
    `${'[{"a":'.repeat(300)}1${'}]'.repeat(300)}`,
    'nested more than 500 levels',
  ],
  ['not closed', '['.repeat(501), 'nested more than 500 levels'],
  ['no JSON', '{"a":', 'JSON'],
  ['a string that never ends', `"${'\\'.repeat(100_001)}`, 'JSON'],
])('%s is refused', (_, text, says) => {
  expect(() => parseJsonText(text)).toThrow(says);
});
