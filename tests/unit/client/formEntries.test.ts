import { describe, expect, test } from 'vitest';
import { encodeForm } from '../../../scripts/client/encodeForm.ts';
import { encodeUrlencoded } from '../../../scripts/client/encodeUrlencoded.ts';
import { formEntries } from '../../../scripts/client/formEntries.ts';

const right = new File(['right'], 'right.jpg', { type: 'image/jpeg' });
const left = new File(['left'], 'left.jpg', { type: 'image/jpeg' });

describe('formEntries', () => {
  test.each<{ given: object; want: [string, unknown][] }>([
    { given: {}, want: [] },
    {
      given: { name: 'Ana', age: 58, ok: true },
      want: [
        ['name', 'Ana'],
        ['age', '58'],
        ['ok', 'true'],
      ],
    },
    {
      given: { gone: undefined, none: null, empty: '' },
      want: [
        ['none', ''],
        ['empty', ''],
      ],
    },
    {
      given: { 'images[]': [right, left] },
      want: [
        ['images[]', right],
        ['images[]', left],
      ],
    },
    { given: { image: right }, want: [['image', right]] },
    {
      given: { ids: [1, 2] },
      want: [
        ['ids', '1'],
        ['ids', '2'],
      ],
    },
    { given: { ids: [] }, want: [] },
    {
      given: { meta: { kind: 'a', size: { x: 1 } } },
      want: [
        ['meta[kind]', 'a'],
        ['meta[size][x]', '1'],
      ],
    },
    {
      given: { meta: { tags: ['a', 'b'] } },
      want: [
        ['meta[tags]', 'a'],
        ['meta[tags]', 'b'],
      ],
    },
    {
      given: { teeth: [{ id: 1 }, { id: 2 }] },
      want: [
        ['teeth[0][id]', '1'],
        ['teeth[1][id]', '2'],
      ],
    },
    { given: { 'teeth[]': [{ id: 1 }] }, want: [['teeth[][id]', '1']] },
    { given: { day: new Date(0) }, want: [['day', '1970-01-01T00:00:00.000Z']] },
    { given: { days: [new Date(0)] }, want: [['days', '1970-01-01T00:00:00.000Z']] },
    { given: JSON.parse('{"__proto__": "a"}'), want: [['__proto__', 'a']] },
  ])('$given', ({ given, want }) => {
    expect(formEntries(given)).toEqual(want);
  });

  test('sends the properties that the document says as JSON', () => {
    expect(formEntries({ meta: { a: [1] } }, { jsonProperties: ['meta', 'other'] })).toEqual([
      ['meta', '{"a":[1]}'],
    ]);
  });

  test.each([['text'], [null], [[1]], [right], [undefined]])('refuses %s', (body) => {
    expect(() => formEntries(body)).toThrow('the body of a form is an object');
  });

  test('writes booleans as the document says, however deep', () => {
    const booleans = { true: '1', false: '0' };
    const given = { on: true, meta: { off: false }, list: [true], word: 'true' };
    expect(formEntries(given, { booleans })).toEqual([
      ['on', '1'],
      ['meta[off]', '0'],
      ['list', '1'],
      ['word', 'true'],
    ]);
  });
});

describe('encodeForm', () => {
  test('keeps the names and types of files, as they go over the wire', async () => {
    const form = encodeForm({ 'images[]': [right, left], note: 'a\r\nb', bytes: new Uint8Array([1, 255]) });
    const received = await new Response(form).formData();
    const images = received.getAll('images[]') as File[];
    expect(images.map(({ name, type }) => [name, type])).toEqual([
      ['right.jpg', 'image/jpeg'],
      ['left.jpg', 'image/jpeg'],
    ]);
    expect(await images[1]?.text()).toBe('left');
    expect(received.get('note')).toBe('a\r\nb');
    expect(new Uint8Array(await (received.get('bytes') as File).arrayBuffer())).toEqual(
      new Uint8Array([1, 255]),
    );
  });
});

describe('encodeUrlencoded', () => {
  test.each([
    { given: { a: 'b c&d', e: 1 }, want: 'a=b+c%26d&e=1' },
    { given: { 'ids[]': [1, 2] }, want: 'ids%5B%5D=1&ids%5B%5D=2' },
    { given: { meta: { ü: 'é' } }, want: 'meta%5B%C3%BC%5D=%C3%A9' },
    { given: {}, want: '' },
  ])('$given', ({ given, want }) => {
    expect(encodeUrlencoded(given)).toBe(want);
  });

  test('refuses a file', () => {
    expect(() => encodeUrlencoded({ image: right })).toThrow('image: a file cannot be sent urlencoded');
  });
});
