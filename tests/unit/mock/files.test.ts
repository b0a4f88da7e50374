import { crc32, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readApi } from '../../../scripts/apis/readApi.ts';
import { type Mock, startMock } from '../../../scripts/mock/startMock.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';

const names = ['dentalray', 'optretina'];
const root = findProjectRoot();
let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ apis: await Promise.all(names.map((name) => readApi({ root, name }))) });
});
afterAll(() => mock.close());

const authorization = 'Bearer fake-token-0001';

async function fileAt(path: string, accept: string, method = 'GET'): Promise<Buffer> {
  const response = await fetch(`${mock.url}${path}`, { method, headers: { authorization, accept } });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([response.status, response.headers.get('content-type')]).toEqual([200, accept]);
  expect(response.headers.get('content-length')).toBe(String(bytes.length));
  return bytes;
}

test.each([
  ['/optretina/cases/report/7001', 'GET'],
  ['/dentalray/report/preview', 'POST'],
])('%s is a PDF: each object is where its table says (ISO 32000-1 section 7.5.4)', async (path, method) => {
  const text = (await fileAt(path, 'application/pdf', method)).toString('latin1');
  expect(text).toMatch(/^%PDF-1\.\d\n.*%%EOF\n?$/s);
  const table = Number(/startxref\n(\d+)\n/.exec(text)?.[1]);
  expect(text.slice(table, table + 4)).toBe('xref');
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
  expect(offsets.length).toBeGreaterThan(0);
  for (const [index, offset] of offsets.entries()) {
    expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\\n`));
  }
});

test('the QR code is a PNG that can be decoded: sums of its chunks, rows of its pixels', async () => {
  const bytes = await fileAt('/dentalray/user/11/qr', 'image/png');
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const end = at + 8 + bytes.readUInt32BE(at);
    expect(bytes.readUInt32BE(end)).toBe(crc32(bytes.subarray(at + 4, end)));
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, end));
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  const [width, height] = [0, 4].map((at) => chunks.get('IHDR')?.readUInt32BE(at) ?? 0);
  // One bit a pixel, and a byte for each row's filter.
  const rows = Number(height) * (1 + Math.ceil(Number(width) / 8));
  expect(inflateSync(chunks.get('IDAT') ?? '')).toHaveLength(rows);
});

test('a study is a DICOM file (PS3.10 section 7.1)', async () => {
  const bytes = await fileAt('/dentalray/media/401/download', 'application/octet-stream');
  expect(bytes.toString('latin1', 128, 132)).toBe('DICM');
});

const anyBytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString('latin1');

/** Takes exactly these files and fields, and no others. */
const exact: JsonObject = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Exact', version: '1' },
  paths: {
    '/files': {
      post: {
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['files[]', 'meta'],
                properties: {
                  'files[]': {
                    type: 'array',
                    items: { type: 'string' },
                    const: [anyBytes, `\r\n--x\r\n${anyBytes}`],
                  },
                  meta: {
                    type: 'object',
                    properties: {
                      size: { type: 'integer' },
                      of: { type: 'object', properties: { eye: { type: 'string' } } },
                      tags: { type: 'array', items: { type: 'string' } },
                    },
                    const: { size: 2, of: { eye: 'OD' }, tags: ['a', 'ü'] },
                  },
                },
              },
            },
          },
        },
        responses: {
          204: { description: 'Exactly these.' },
          413: {
            description: 'Too large.',
            content: {
              'application/json': {
                schema: { type: 'object', properties: { message: { type: 'string' } } },
                example: { message: 'No.' },
              },
            },
          },
        },
      },
    },
  },
};

test('files and nested fields of an upload come in uncorrupted; one that is too large is refused', async () => {
  const own = await startMock({ apis: [{ name: 'exact', document: exact }] });
  const send = async (second: string) => {
    const form = new FormData();
    for (const text of [anyBytes, second]) form.append('files[]', new Blob([Buffer.from(text, 'latin1')]));
    for (const [name, value] of [
      ['meta[size]', '2'],
      ['meta[of][eye]', 'OD'],
      ['meta[tags][]', 'a'],
      ['meta[tags][]', 'ü'],
    ] as const)
      form.append(name, value);
    const response = await fetch(`${own.url}/exact/files`, { method: 'POST', body: form });
    return [response.status, await response.text()];
  };
  expect(await send(`\r\n--x\r\n${anyBytes}`)).toEqual([204, '']);
  expect((await send(anyBytes))[0]).toBe(422);
  expect(await send('x'.repeat(33 * 1024 * 1024))).toEqual([
    413,
    '{"message":"The content may have at most 33554432 bytes."}',
  ]);
  await own.close();
});
