import { describe, expect, test } from 'vitest';
import { boundedRegExp } from '../../../scripts/validate/boundedRegExp.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';
import { within } from '../../../scripts/validate/within.ts';

describe('a bounded regular expression', () => {
  test.each<[pattern: string, matches: string, not: string]>([
    ['^a\\d+$', 'a12', 'b'],
    ['^(ab)+$', 'abab', 'aba'],
    ['^\\p{L}$', 'é', '1'],
    ['a\\_b', 'a_b', 'ab'],
  ])('%s', (pattern, matches, not) => {
    expect([matches, not].map((text) => boundedRegExp(pattern).test(text))).toEqual([true, false]);
    expect(String(boundedRegExp(pattern))).toContain(pattern);
  });

  test('gives up on what would take for ever, and holds nothing against a text', () => {
    const startedAt = performance.now();
    const pattern = boundedRegExp('^(a+)+$');
    expect(pattern.test(`${'a'.repeat(50)}!`)).toBe(true);
    expect(pattern.test('!')).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  test('is what schemas are judged with', () => {
    const document = {
      s: { type: 'string', pattern: '^(a+)+$' },
      t: { patternProperties: { '^(b+)+$': false } },
    };
    const startedAt = performance.now();
    expect(validatorOf(document).errors('/s', `${'a'.repeat(50)}!`)).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});

describe('within a time', () => {
  test('a result comes, an error is thrown, and what has no end is none', () => {
    const endless = () => {
      for (;;);
    };
    expect(within(100, () => 1)).toBe(1);
    expect(() => within(100, () => JSON.parse('{'))).toThrow(SyntaxError);
    expect(within(50, endless)).toBeUndefined();
    expect(within(300, () => within(50, endless) ?? 2)).toBe(2);
    expect(within(50, () => within(5000, endless) ?? 2)).toBeUndefined();
  });

  test('a schema whose work doubles at each level of a value gives no verdict', () => {
    const two = [{ $ref: '#/T' }, { $ref: '#/T' }];
    const document = { T: { type: 'object', properties: { a: { anyOf: [...two, { type: 'string' }] } } } };
    const nested = JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`);
    const startedAt = performance.now();
    expect(validatorOf(document).errors('/T', nested)).toEqual([]);
    expect(validatorOf(document).errors('/T', { a: 1 })).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
