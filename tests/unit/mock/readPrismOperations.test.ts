import { expect, test } from 'vitest';
import { readPrismOperations } from '../../../scripts/mock/prism/readPrismOperations.ts';
import { DocumentError } from '../../../scripts/model/errors.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';

const withSchema = (schema: JsonObject): JsonObject => ({
  openapi: '3.1.0',
  info: { title: 'x', version: '1' },
  paths: {
    '/x': { get: { responses: { 200: { description: 'x', content: { 'application/json': { schema } } } } } },
  },
});
const pointer = '/paths/~1x/get/responses/200/content/application~1json/schema/$ref';

test.each([
  ['another host', 'http://127.0.0.1:9/x.json', pointer],
  ['a file', '../../package.json#/name', pointer],
  ['nowhere', '#/components/schemas/Nothing', undefined],
])('a reference to %s', async (_, $ref, at) => {
  const error: unknown = await readPrismOperations({ name: 'x', document: withSchema({ $ref }) }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DocumentError);
  expect(error).toMatchObject({ file: 'generated/x/openapi.json', pointer: at });
  expect((error as DocumentError).message).toContain('npm run generate');
});

test('the document is left as it was', async () => {
  const document = {
    ...withSchema({ $ref: '#/components/schemas/A' }),
    components: { schemas: { A: { type: 'string' } } },
  };
  const before = structuredClone(document);
  const [operation] = await readPrismOperations({ name: 'x', document });
  expect(operation?.responses[0]?.contents?.[0]?.schema?.type).toBe('string');
  expect(document).toEqual(before);
});
