import { describe, expect, test } from 'vitest';
import { chooseMediaType } from '../../../scripts/client/chooseMediaType.ts';
import { encodeBody } from '../../../scripts/client/encodeBody.ts';

const json = 'application/json';
const form = 'multipart/form-data';
const urlencoded = 'application/x-www-form-urlencoded';
const pdf = 'application/pdf';
const file = new File(['a'], 'a.txt');

describe('chooseMediaType', () => {
  test.each([
    { documented: [form, json], body: { a: 1 }, want: form },
    { documented: [json, form], body: { a: 1 }, want: json },
    { documented: [json, form], body: { a: [{ b: file }] }, want: form },
    { documented: [json], body: { a: file }, want: json },
    { documented: [json, pdf], body: file, want: pdf },
    { documented: [form, json], stated: json, body: { a: 1 }, want: json },
    { documented: [json, form], stated: 'text/csv', body: { a: file }, want: 'text/csv' },
    { documented: [], body: { a: 1 }, want: json },
  ])('of $documented, stated $stated: $want', ({ want, ...choice }) => {
    expect(chooseMediaType(choice)).toBe(want);
  });
});

describe('encodeBody', () => {
  test.each([
    { mediaType: json, body: { a: null }, want: { body: '{"a":null}', contentType: json } },
    { mediaType: json, body: 'a', want: { body: '"a"', contentType: json } },
    {
      mediaType: 'application/problem+json; charset=utf-8',
      body: [1],
      want: { body: '[1]', contentType: 'application/problem+json; charset=utf-8' },
    },
    { mediaType: urlencoded, body: { a: [1, 2] }, want: { body: 'a=1&a=2', contentType: urlencoded } },
    {
      mediaType: `${urlencoded}; charset=utf-8`,
      body: { a: 1 },
      want: { body: 'a=1', contentType: urlencoded },
    },
    {
      mediaType: json,
      body: new URLSearchParams({ a: '1' }),
      want: { body: 'a=1', contentType: urlencoded },
    },
    { mediaType: 'text/plain', body: 'a', want: { body: 'a', contentType: 'text/plain' } },
    { mediaType: pdf, body: file, want: { body: file, contentType: pdf } },
  ])('$mediaType', ({ mediaType, body, want }) => {
    expect(encodeBody(mediaType, body)).toEqual(want);
  });

  test('leaves the content type of a form to fetch, which knows its boundary', () => {
    const own = new FormData();
    expect(encodeBody(json, own)).toEqual({ body: own });
    expect(encodeBody(form, { a: 1 })).toEqual({ body: expect.any(FormData) });
  });

  test.each([
    { mediaType: json, body: { a: [file] }, want: 'a file cannot be sent as JSON' },
    { mediaType: urlencoded, body: { a: file }, want: 'a: a file cannot be sent urlencoded' },
    { mediaType: form, body: 'a', want: 'the body of a form is an object' },
    { mediaType: pdf, body: { a: 1 }, want: 'a body of application/pdf is text, a Blob, bytes or a stream' },
  ])('refuses what $mediaType cannot carry', ({ mediaType, body, want }) => {
    expect(() => encodeBody(mediaType, body)).toThrow(want);
  });
});
