import { describe, expect, test } from 'vitest';
import { encodePath } from '../../../scripts/client/encodePath.ts';
import { encodeQuery } from '../../../scripts/client/encodeQuery.ts';
import { cookieField, headerFields } from '../../../scripts/client/headerFields.ts';
import { encodeValue } from '../../../scripts/client/parameterStyle.ts';

const color = { string: 'blue', array: ['blue', 'black'], object: { R: 100, G: 200 } };

describe('encodeValue', () => {
  // The table of OpenAPI 3.1 section 4.8.12.4; delimiters are percent-encoded, as 3.1.1 has them.
  test.each<[style: string, explode: boolean, string: string, array: string, object: string]>([
    ['matrix', false, ';color=blue', ';color=blue,black', ';color=R,100,G,200'],
    ['matrix', true, ';color=blue', ';color=blue;color=black', ';R=100;G=200'],
    ['label', false, '.blue', '.blue,black', '.R,100,G,200'],
    ['label', true, '.blue', '.blue.black', '.R=100.G=200'],
    ['simple', false, 'blue', 'blue,black', 'R,100,G,200'],
    ['simple', true, 'blue', 'blue,black', 'R=100,G=200'],
    ['form', false, 'color=blue', 'color=blue,black', 'color=R,100,G,200'],
    ['form', true, 'color=blue', 'color=blue&color=black', 'R=100&G=200'],
    ['spaceDelimited', false, 'color=blue', 'color=blue%20black', 'color=R%20100%20G%20200'],
    ['pipeDelimited', false, 'color=blue', 'color=blue%7Cblack', 'color=R%7C100%7CG%7C200'],
    [
      'deepObject',
      true,
      'color=blue',
      'color%5B0%5D=blue&color%5B1%5D=black',
      'color%5BR%5D=100&color%5BG%5D=200',
    ],
  ])('%s, explode %s', (style, explode, string, array, object) => {
    const encode = (value: unknown) => encodeValue('color', value, { style, explode });
    expect([encode(color.string), encode(color.array), encode(color.object)]).toEqual([
      string,
      array,
      object,
    ]);
  });
});

describe('encodeQuery', () => {
  test.each([
    { given: {}, want: '' },
    { given: { a: 1, b: undefined, c: null, d: '', e: false }, want: 'a=1&d=&e=false' },
    { given: { 'a b': 'ü&=?#' }, want: 'a%20b=%C3%BC%26%3D%3F%23' },
    { given: { ids: [1, 2], none: [] }, want: 'ids=1&ids=2' },
  ])('$given', ({ given, want }) => {
    expect(encodeQuery(given)).toBe(want);
  });

  test('writes each parameter in its own style', () => {
    const styles = { ids: { style: 'form', explode: false }, filter: { style: 'deepObject', explode: true } };
    expect(encodeQuery({ ids: [1, 2], filter: { name: 'a' } }, styles)).toBe('ids=1,2&filter%5Bname%5D=a');
  });
});

describe('encodePath', () => {
  test.each([
    { template: '/cases/{id}', values: { id: 7 }, want: '/cases/7' },
    { template: '/image/{id}/', values: { id: 0 }, want: '/image/0/' },
    { template: '/a/{b}/c/{d}', values: { b: 'x/y', d: '?#%2e' }, want: '/a/x%2Fy/c/%3F%23%252e' },
    { template: '/a/{b}', values: { b: '...' }, want: '/a/...' },
    { template: '/a/{b}.json', values: { b: '$&' }, want: '/a/%24%26.json' },
    { template: '/a/{ids}', values: { ids: [1, 2] }, want: '/a/1,2' },
    { template: '/a', values: { unused: 1 }, want: '/a' },
  ])('$template with $values', ({ template, values, want }) => {
    expect(encodePath(template, values)).toBe(want);
  });

  test.each<{ values: Record<string, unknown>; want: string }>([
    { values: {}, want: 'the path parameter id is missing' },
    { values: { id: undefined }, want: 'the path parameter id is missing' },
    { values: { id: null }, want: 'the path parameter id is missing' },
    { values: { id: '' }, want: 'the path parameter id is empty' },
    { values: { id: [] }, want: 'the path parameter id is empty' },
    { values: { id: '.' }, want: 'the path parameter id may not be . or ..' },
    { values: { id: '..' }, want: 'the path parameter id may not be . or ..' },
  ])('refuses $values', ({ values, want }) => {
    expect(() => encodePath('/cases/{id}', values)).toThrow(want);
  });

  test('refuses what only together climbs, and what is inherited', () => {
    expect(() => encodePath('/cases/.{ext}', { ext: '' })).toThrow('is empty');
    expect(() => encodePath('/{toString}', {})).toThrow('the path parameter toString is missing');
    const label = { ext: { style: 'label', explode: false } };
    expect(() => encodePath('/cases/{ext}', { ext: '.' }, label)).toThrow('may not be . or ..');
  });
});

describe('headerFields', () => {
  test('later sources replace earlier ones; null takes away, undefined does not', () => {
    const headers = headerFields({ A: '1', b: 2, c: 'x' }, undefined, new Headers({ a: '3' }), {
      C: null,
      B: undefined,
    });
    expect([...headers]).toEqual([
      ['a', '3'],
      ['b', '2'],
    ]);
  });

  test('writes arrays and objects in the style simple', () => {
    expect([...headerFields({ ids: [1, 2], point: { x: 1, y: 2 } })]).toEqual([
      ['ids', '1,2'],
      ['point', 'x,1,y,2'],
    ]);
  });

  test('refuses a value that no header can carry, without repeating it', () => {
    const set = () => headerFields({ 'X-Patient': 'Ana\nExample' });
    expect(set).toThrow('the header X-Patient cannot carry its value');
    expect(set).not.toThrow(/Ana/);
  });
});

describe('cookieField', () => {
  test.each([
    { given: {}, want: undefined },
    { given: { a: undefined, b: null }, want: undefined },
    { given: { sid: 'fake', n: 1 }, want: 'sid=fake; n=1' },
  ])('$given', ({ given, want }) => {
    expect(cookieField(given)).toBe(want);
  });
});
