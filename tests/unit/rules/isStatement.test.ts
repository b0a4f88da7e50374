import { describe, expect, test } from 'vitest';
import { isStatement } from '../../../openapi/rules/isStatement.ts';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { escapeToken, isObject, parsePointer } from '../../../scripts/json/pointer.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';

const every: JsonObject = {
  type: 'object',
  description: 'All keywords.',
  examples: [{}],
  default: {},
  enum: [{}],
  const: {},
  required: ['a'],
  minProperties: 1,
  maxProperties: 2,
  dependentRequired: { a: ['b'] },
  dependentSchemas: { a: { type: 'object' } },
  propertyNames: { pattern: 'x' },
  patternProperties: { '^x': { type: 'string' } },
  additionalProperties: false,
  unevaluatedProperties: false,
  unevaluatedItems: false,
  properties: {
    a: { type: 'number', multipleOf: 1, minimum: 0, maximum: 9, exclusiveMinimum: 0, exclusiveMaximum: 9 },
    b: {
      format: 'date',
      pattern: 'x',
      minLength: 1,
      maxLength: 2,
      readOnly: true,
      writeOnly: true,
      'x-equals': 'c',
    },
    c: { contentEncoding: 'base64', contentMediaType: 'application/pdf', deprecated: true, title: 'C' },
    d: {
      items: { type: 'string' },
      prefixItems: [{ type: 'string' }],
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
    },
    e: { contains: { type: 'string' }, minContains: 1, maxContains: 2 },
  },
  allOf: [{ type: 'object' }],
  anyOf: [{ type: 'object' }],
  oneOf: [{ type: 'object' }],
  not: { type: 'string' },
  if: { type: 'object' },
  else: { type: 'object' },
};

const content: JsonObject = { 'application/json': { schema: every, examples: { one: { value: {} } } } };

const get: JsonObject = {
  operationId: 'getThing',
  summary: 'Get a thing',
  tags: ['Things'],
  'x-source': { document: 'things.md', section: 'Get a thing' },
  parameters: [{ name: 'id', in: 'path', required: true, description: 'Which.', schema: every }],
  requestBody: { required: true, description: 'The thing.', content },
  responses: {
    200: { description: 'ok', content, headers: { ETag: { required: true, schema: { type: 'string' } } } },
  },
  security: [{ token: [] }],
};

const api = apiOf('things', {
  openapi: '3.1.0',
  paths: { '/things': { get } },
  components: { securitySchemes: { token: { type: 'apiKey', in: 'header', name: 'Key' } } },
});
const [operation] = api.operations;
const listed = (operation?.statements ?? []).map(({ usage }) => usage.slice(`${operation?.usage}/`.length));

/** Every pointer below the operation. */
function pointersBelow(node: Json, above: string[] = []): string[] {
  const entries = Array.isArray(node) || isObject(node) ? Object.entries(node) : [];
  return entries.flatMap(([key, value]) => {
    const tokens = [...above, key];
    return [tokens.map(escapeToken).join('/'), ...pointersBelow(value, tokens)];
  });
}

describe('a mark may name exactly what the walker lists', () => {
  const pointers = pointersBelow(get).filter(
    (pointer) => !/(^|\/)(examples|default|const|x-source)\//.test(pointer),
  );

  test('there are both kinds', () => {
    expect(listed).toContain('responses/200/headers/ETag/required');
    expect(listed.length).toBeGreaterThan(100);
    expect(pointers.length).toBeGreaterThan(listed.length);
  });

  test.each(pointers)('%s', (pointer) => {
    const covers = listed.some((statement) => statement === pointer || isKeywordOver(pointer, statement));
    expect(isStatement(parsePointer(`/${pointer}`))).toBe(covers);
  });
});

/** A mark on these covers their entries. */
function isKeywordOver(pointer: string, statement: string): boolean {
  return /(^|\/)(required|security)$/.test(pointer) && statement.startsWith(`${pointer}/`);
}
