import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bodyBytes } from '../../contract/checks/bodyBytes.ts';
import { answered, at, operationOf, told } from './answered.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** What an answer of that media type, with these bytes, gives. */
function found(type: string, body: Uint8Array, { status = 200, header = type } = {}) {
  const operation = operationOf({ responses: { [status]: { content: { [type]: {} } } } });
  const exchange = answered({ operation, status, headers: { 'content-type': header } });
  exchange.response.body = body;
  return bodyBytes(exchange);
}

const png = hex('89504e470d0a1a0a 0000000d49484452 0000000049454e44ae426082');
const webp = Buffer.concat([bytes('RIFF'), hex('08000000'), bytes('WEBPxxxx')]);
const zip = hex('504b0304 00000000 504b0506 000000000000000000000000000000000000');
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const formats: [type: string, whole: Uint8Array, cut?: Uint8Array][] = [
  ['application/pdf', bytes('%PDF-1.7 of nothing\n%%EOF\n'), bytes('%PDF-1.7 of noth')],
  ['application/pdf', bytes(`${'\n'.repeat(1000)}%PDF-1.7\n%%EOF`)],
  ['image/png', png, png.subarray(0, -1)],
  ['image/jpeg', hex('ffd8ffe0 0000 ffd9'), hex('ffd8ffe0 0000')],
  ['image/gif', bytes('GIF89a')],
  ['image/webp', webp, webp.subarray(0, -1)],
  ['image/tiff', hex('49492a00')],
  ['image/tiff', hex('4d4d002b')],
  ['application/zip', zip, zip.subarray(0, 8)],
  ['application/epub+zip', zip],
  [docx, zip, zip.subarray(0, 8)],
  ['application/gzip', gzipSync('x')],
  ['application/dicom', Buffer.concat([Buffer.alloc(128), bytes('DICM')])],
  ['video/mp4', Buffer.concat([hex('00000018'), bytes('ftypisom')])],
  ['application/xml', Buffer.from('\ufeff<?xml version="1.0"?>\n<a/>\n'), bytes('<a><b')],
  ['image/svg+xml', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), bytes('<svg')],
  ['application/xhtml+xml', bytes('<!DOCTYPE html><html></html>')],
  ['text/xml', Buffer.from('\ufeff<a/>', 'utf16le')],
];

const broken = (type: string) => [
  `violation documented ${at}/responses/200/content/${type.replace('/', '~1')} /body`,
];

test.each(formats)('%s as it should be, and something else in its place', (type, whole) => {
  expect(found(type, whole)).toEqual([]);
  expect(told(found(type, bytes('{"error":"x"}')))).toEqual(broken(type));
  expect(told(found(type, bytes('x')))).toEqual(broken(type));
  expect(found(type, bytes('x'), { status: 206 })).toEqual([]);
});

test.each(formats.flatMap(([type, , cut]) => (cut ? [[type, cut] as const] : [])))(
  '%s, cut off',
  (type, cut) => {
    expect(told(found(type, cut))).toEqual(broken(type));
  },
);

test.each([
  ['HTML in place of XML', 'application/xml', '<!DOCTYPE html><html></html>', 1],
  ['what nobody can tell', 'application/octet-stream', 'x', 0],
  ['a flat office document', 'application/vnd.oasis.opendocument.text-flat-xml', '<office:document/>', 0],
])('%s', (_, type, body, count) => {
  expect(found(type, bytes(body))).toHaveLength(count);
});

test('a range is judged by what came', () => {
  expect(told(found('image/*', bytes('GIF89a'), { header: 'image/png' }))).toEqual([
    `violation documented ${at}/responses/200/content/image~1* /body`,
  ]);
  expect(found('image/*', bytes('GIF89a'), { header: 'image/gif' })).toEqual([]);
});

test.each([
  ['text that is in its charset', 'text/plain; charset=utf-8', 'é', 'utf8', 0],
  ['text that is not', 'text/plain; charset="UTF-8"', 'é', 'latin1', 1],
  ['half a letter of UTF-16', 'text/plain;charset=utf-16le', 'é', 'latin1', 1],
  ['a charset that nobody knows', 'text/plain; charset=x-fake', 'é', 'latin1', 0],
  ['no charset', 'text/plain', 'é', 'latin1', 0],
] as const)('%s', (_, header, text, encoding, count) => {
  expect(found('text/plain', Buffer.from(text, encoding), { header })).toHaveLength(count);
});

test('has the evidence of the media type', () => {
  const operation = operationOf({
    responses: { 200: { 'x-inferred': 'A guess.', content: { 'application/pdf': {} } } },
  });
  const exchange = answered({ operation, body: 'Ana', headers: { 'content-type': 'application/pdf' } });
  const [finding] = bodyBytes(exchange);
  expect([finding?.severity, finding?.evidence]).toEqual(['drift', 'inferred']);
  expect(finding?.message).toBe(
    'POST /things answered 200 to a documented example ("example of a test"), but its body, called application/pdf, is not a PDF; the document says application/pdf (inferred by its authors: A guess).',
  );
});

describe('what a JSON body holds', () => {
  const schemaAt = `${at}/responses/200/content/application~1json/schema`;
  const base64 = { contentEncoding: 'base64' };
  const photo = { ...base64, contentMediaType: 'image/png' };

  function judged(schema: object, body: unknown) {
    const operation = operationOf({ responses: { 200: { content: { 'application/json': { schema } } } } });
    return told(bodyBytes(answered({ operation, body })));
  }

  test.each<{ name: string; schema: object; body: unknown; want?: string[] }>([
    { name: 'base64', schema: base64, body: '"QUJD"' },
    { name: 'nothing', schema: base64, body: '""' },
    { name: 'base64 in lines', schema: base64, body: '"QUJD\\r\\nQUI="' },
    { name: 'no text', schema: base64, body: 7 },
    {
      name: 'plain text',
      schema: base64,
      body: '"not base64!"',
      want: [`violation documented ${schemaAt}/contentEncoding /body`],
    },
    {
      name: 'base64 without its padding',
      schema: base64,
      body: '"QUI"',
      want: [`violation documented ${schemaAt}/contentEncoding /body`],
    },
    {
      name: 'a data URL',
      schema: base64,
      body: '"data:image/png;base64,QUJD"',
      want: [`violation documented ${schemaAt}/contentEncoding /body`],
    },
    { name: 'base64url without its padding', schema: { contentEncoding: 'base64url' }, body: '"_-I"' },
    {
      name: 'half a byte',
      schema: { contentEncoding: 'base16' },
      body: '"abc"',
      want: [`violation documented ${schemaAt}/contentEncoding /body`],
    },
    { name: 'another encoding', schema: { ...photo, contentEncoding: 'x-fake' }, body: '"abc"' },
    { name: 'a picture', schema: photo, body: JSON.stringify(png.toString('base64')) },
    {
      name: 'base64 of no picture',
      schema: photo,
      body: '"QUJD"',
      want: [`violation documented ${schemaAt}/contentMediaType /body`],
    },
    {
      name: 'JSON that is none',
      schema: { contentMediaType: 'application/json' },
      body: '"{"',
      want: [`violation documented ${schemaAt}/contentMediaType /body`],
    },
    { name: 'JSON in a text', schema: { contentMediaType: 'application/json' }, body: '"{}"' },
    {
      name: 'items that are broken alike',
      schema: { items: { properties: { a: photo } } },
      body: [{ a: png.toString('base64') }, { a: '!' }, { a: '?' }],
      want: [`violation documented ${schemaAt}/items/properties/a/contentEncoding /body/1/a`],
    },
    {
      name: 'an inferred encoding',
      schema: { properties: { a: { ...base64, 'x-inferred': { contentEncoding: 'A guess.' } } } },
      body: { a: '!' },
      want: [`drift inferred ${schemaAt}/properties/a/contentEncoding /body/a`],
    },
    { name: 'a branch may be another', schema: { oneOf: [base64, { type: 'string' }] }, body: '"!"' },
    { name: 'what body-schema tells', schema: { ...base64, maxLength: 1 }, body: '"!!"' },
  ])('$name', ({ schema, body, want = [] }) => {
    expect(judged(schema, body)).toEqual(want);
  });
});
