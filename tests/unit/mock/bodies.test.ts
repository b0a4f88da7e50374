import { expect, test } from 'vitest';
import { encodeBody } from '../../../scripts/mock/encodeBody.ts';
import { parseBody } from '../../../scripts/mock/parseBody.ts';
import type { BodyFormat } from '../../../scripts/mock/prism/requestContents.ts';
import { Refusal } from '../../../scripts/mock/refusal.ts';
import type { Json } from '../../../scripts/model/json.ts';
import { formShape } from '../../../scripts/validate/formShape.ts';

const shape = formShape({ properties: { list: { type: 'array', items: { type: 'integer' } } } }, {});
const multipart: BodyFormat = { kind: 'multipart', shape };
const urlencoded: BodyFormat = { kind: 'urlencoded', shape, delimiters: new Map() };
const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

function part(head: string, content: string | Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(content),
  ]);
}
const multipartBody = (...parts: Buffer[]) =>
  Buffer.concat([...parts.flatMap((one) => [one, Buffer.from('\r\n')]), Buffer.from('--x--\r\n')]);

test.each<[string, BodyFormat, Buffer, Json]>([
  ['JSON', { kind: 'json' }, Buffer.from('{"a":[1,null]}'), { a: [1, null] }],
  ['JSON after a byte order mark', { kind: 'json' }, Buffer.from('\ufeff1'), 1],
  ['text', { kind: 'text' }, Buffer.from('é'), 'é'],
  ['bytes', { kind: 'bytes' }, bytes, bytes.toString('latin1')],
  [
    'urlencoded',
    urlencoded,
    Buffer.from('a=b+c&list=1&list=2&a%5B%5D=%C3%A9'),
    { a: 'b c', list: [1, 2], 'a[]': 'é' },
  ],
  [
    'urlencoded, an array in one field',
    { ...urlencoded, delimiters: new Map([['list', ',']]) },
    Buffer.from('list=1,2&a=1,2'),
    { list: [1, 2], a: '1,2' },
  ],
  ['a text part', multipart, multipartBody(part('name="a"', 'é')), { a: 'é' }],
  [
    'a file part',
    multipart,
    multipartBody(part('name="a"; filename="f"', bytes)),
    { a: bytes.toString('latin1') },
  ],
  ['an empty file', multipart, multipartBody(part('name="a"; filename="f"', '')), { a: '' }],
  [
    'several of a name',
    multipart,
    multipartBody(part('name="list"', '1'), part('name="list"; filename="f"', '2')),
    { list: [1, 2] },
  ],
  [
    'a JSON part',
    multipart,
    multipartBody(part('name="a"; filename="blob"\r\nContent-Type: application/json', '{"b":"é"}')),
    { a: { b: 'é' } },
  ],
])('%s', async (_, format, body, want) => {
  expect(await parseBody({ body, contentType: 'multipart/form-data; boundary=x', format })).toEqual(want);
});

test.each<[string, BodyFormat, Buffer, string]>([
  ['JSON', { kind: 'json' }, Buffer.from('{"a"'), 'multipart/form-data'],
  ['JSON that is not UTF-8', { kind: 'json' }, Buffer.from([0x22, 0xff, 0x22]), ''],
  ['text that is not UTF-8', { kind: 'text' }, Buffer.from([0xff]), ''],
  ['a form without a boundary', multipart, multipartBody(), 'multipart/form-data'],
  ['a form without an end', multipart, part('name="a"', 'b'), 'multipart/form-data; boundary=x'],
  [
    'a form that stops in a file',
    multipart,
    part('name="a"; filename="f"', 'b'),
    'multipart/form-data; boundary=x',
  ],
])('malformed: %s', async (_, format, body, contentType) => {
  const error: unknown = await parseBody({ body, contentType, format }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  expect((error as Refusal).reason).toBe('malformed');
});

test.each<[string, unknown, Buffer]>([
  ['application/json', { a: 'é' }, Buffer.from('{"a":"é"}')],
  ['application/json', 'text', Buffer.from('"text"')],
  ['application/problem+json', 1, Buffer.from('1')],
  ['text/plain', 'é', Buffer.from('é')],
  ['text/plain', 5, Buffer.from('5')],
  ['application/xml', '<a>é</a>', Buffer.from('<a>é</a>')],
  ['application/pdf', bytes.toString('latin1'), bytes],
  ['image/png', 'no byte: €', Buffer.from('no byte: €')],
])('%s of %j', (mediaType, value, want) => {
  expect(encodeBody(mediaType, value)).toEqual(want);
});
