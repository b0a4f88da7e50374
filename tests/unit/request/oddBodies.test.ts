import { expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { buildRequest } from '../../../scripts/request/buildRequest.ts';
import { describedContent } from '../../../scripts/request/describedContent.ts';

const content = { 'application/x-www-form-urlencoded': {}, 'application/json': {} };
const { operations } = apiOf('things', {
  paths: { '/things': { post: { requestBody: { content } }, get: {} } },
});

async function written(inputs: RequestInputs) {
  const [operation] = operations;
  if (!operation) throw new Error('There is no operation.');
  const request = await buildRequest({
    operation,
    baseUrl: 'http://127.0.0.1',
    inputs,
    placed: [],
    mode: 'live',
  });
  return [request.headers['content-type'], request.body && Buffer.from(request.body).toString('latin1')];
}

test.each<[name: string, inputs: RequestInputs, want: unknown[]]>([
  ['bytes as they are', { contentType: 'application/json', rawBody: '{"é' }, ['application/json', '{"é']],
  ['in place of a body', { contentType: 'a/b', rawBody: '', body: 1 }, ['a/b', '']],
  [
    'what is not described, as the first that is, under another label',
    { contentType: 'application/x-undocumented', body: { a: 'b c' } },
    ['application/x-undocumented', 'a=b+c'],
  ],
  ['what is described', { contentType: 'application/json', body: { a: 1 } }, ['application/json', '{"a":1}']],
  ['nothing', {}, [undefined, undefined]],
])('%s', async (_, inputs, want) => {
  expect(await written(inputs)).toEqual(want);
});

test.each([
  ['application/json', 'application/json'],
  ['application/x-undocumented', 'application/x-www-form-urlencoded'],
  [undefined, 'application/x-www-form-urlencoded'],
])('%s is described by %s', (contentType, want) => {
  expect(operations.map((one) => describedContent(one, contentType)?.name)).toEqual([want, undefined]);
});

test.each([
  [undefined, 'application/octet-stream'],
  ['image/png, image/jpeg', 'image/png'],
  ['image/*', 'application/octet-stream'],
])('a file whose parts are described as %s', async (contentType, want) => {
  const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };
  const encoding: JsonObject = contentType === undefined ? {} : { file: { contentType } };
  const form = { 'multipart/form-data': { schema, encoding } };
  const api = apiOf('files', { paths: { '/files': { post: { requestBody: { content: form } } } } });
  const [operation] = api.operations;
  if (!operation) throw new Error('There is no operation.');
  const inputs = { contentType: 'multipart/form-data', body: { file: 'fake' } };
  const request = await buildRequest({
    operation,
    baseUrl: 'http://127.0.0.1',
    inputs,
    placed: [],
    mode: 'live',
  });
  const text = request.body ? Buffer.from(request.body).toString('latin1') : '';
  expect(text.toLowerCase()).toContain(`content-type: ${want}\r\n`);
});
