import { describe, expect, test } from 'vitest';
import { renderTypes } from '../../../scripts/generate/types.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { fixture } from './fixture.ts';

const conflict = (at: string, chosen: string) => ({
  at,
  sources: [{ document: 'page.md', section: 'One', says: 'This and that.' }],
  chosen,
  why: 'It is so.',
});

/** One operation whose every node can be marked. */
function marked({
  operation = {},
  parameter = {},
  response = {},
  property = {},
  other = {},
}: Record<string, object>) {
  return {
    openapi: '3.1.0',
    info: { title: 'Marked', version: '1.0.0' },
    paths: {
      '/things/{id}': {
        parameters: [{ $ref: '#/components/parameters/Id' }],
        get: {
          operationId: 'getThing',
          description: 'Gives a thing.',
          responses: {
            '200': {
              description: 'It.',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
              ...response,
            },
            '404': { $ref: '#/components/responses/NotFound' },
          },
          ...operation,
        },
        ...other,
      },
    },
    components: {
      parameters: {
        Id: { name: 'id', in: 'path', required: true, schema: { type: 'integer' }, ...parameter },
      },
      responses: { NotFound: { description: 'There is none.' } },
      schemas: {
        Thing: { type: 'object', required: ['name'], properties: { name: { type: 'string', ...property } } },
      },
    },
  } as unknown as JsonObject;
}

/** The comment before the last line that starts so. */
function commentBefore(text: string, start: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const end = lines.findLastIndex((line) => line.startsWith(start));
  const begin = lines.slice(0, end).findLastIndex((line) => line.startsWith('/**'));
  return lines
    .slice(begin, end)
    .map((line) => line.replace(/^\/?\*+\/?\s?|\s*\*\/$/g, ''))
    .filter(Boolean)
    .join('\n');
}

describe('renderTypes', () => {
  test.each<{ name: string; given: Record<string, object>; at: string; want: string }>([
    {
      name: 'nothing where all is documented',
      given: {},
      at: 'get: operations',
      want: '@description Gives a thing.',
    },
    {
      name: 'an inferred operation',
      given: { operation: { 'x-inferred': 'Seen in another one.' } },
      at: 'get: operations',
      want: '@description Gives a thing.\n@inferred Seen in another one.',
    },
    {
      name: 'a conflict, without the full stop of what was chosen',
      given: { operation: { 'x-conflict': [conflict('', 'With the slash.'), conflict('', 'As it is')] } },
      at: 'get: operations',
      want: '@description Gives a thing.\n@conflict With the slash: It is so.\n@conflict As it is: It is so.',
    },
    {
      name: 'an inferred response',
      given: { response: { 'x-inferred': 'No page\n  shows it.' } },
      at: '200: {',
      want: '@description It.\n@inferred No page shows it.',
    },
    {
      name: 'a response in a component, at its use',
      given: { operation: { 'x-inferred': { 'responses/404': 'HTTP has it.' } } },
      at: '404: components',
      want: '@description There is none.\n@inferred HTTP has it.',
    },
    {
      name: 'a parameter of the path item, in a component',
      given: { parameter: { 'x-inferred': 'In the path.' } },
      at: 'id: number',
      want: '@inferred In the path.',
    },
    {
      name: "a parameter's keyword",
      given: { parameter: { 'x-conflict': [conflict('schema/type', 'integer')], description: 'Its id.' } },
      at: 'id: number',
      want: '@description Its id.\n@conflict type: integer: It is so.',
    },
    {
      name: 'a property of a component, as all its uses have it',
      given: { property: { 'x-inferred': 'A guess.', description: 'Its name, */ too.' } },
      at: 'name: string',
      want: '@description Its name, *\\/ too.\n@inferred A guess.',
    },
    {
      name: "a property's being required",
      given: { response: { 'x-inferred': { 'content/application~1json/schema/required': 'Always seen.' } } },
      at: 'name: string',
      want: '@inferred required: Always seen.',
    },
    {
      name: 'that a property is deprecated',
      given: { property: { deprecated: true, description: 'Its old name.' } },
      at: 'name: string',
      want: '@deprecated\n@description Its old name.',
    },
    {
      name: 'that an operation is deprecated',
      given: { operation: { deprecated: true } },
      at: 'get: operations',
      want: '@deprecated\n@description Gives a thing.',
    },
    {
      name: 'once what is said of a node and of all below it',
      given: { response: { 'x-inferred': 'No page shows it.' } },
      at: 'name: string',
      want: '@inferred No page shows it.',
    },
  ])('says $name', async ({ given, at, want }) => {
    expect(commentBefore(await renderTypes(marked(given)), at)).toBe(want);
  });

  test.each<{ dependentRequired: JsonObject | undefined; want: string[] }>([
    { dependentRequired: { name: ['nick'] }, want: ['name', 'nick'] },
    { dependentRequired: { name: ['nick'], nick: ['other'] }, want: ['name', 'nick', 'other'] },
    { dependentRequired: { nick: ['other'] }, want: ['name'] },
    { dependentRequired: undefined, want: ['name'] },
  ])('requires what a required property does: $dependentRequired', async ({ dependentRequired, want }) => {
    const document = marked({});
    const { schemas } = document.components as { schemas: Record<string, JsonObject> };
    const text = { type: 'string' };
    schemas.Thing = {
      ...{ type: 'object', required: ['name'], properties: { name: text, nick: text, other: text } },
      ...(dependentRequired && { dependentRequired }),
    };
    const types = await renderTypes(document);
    expect([...types.matchAll(/^ +(name|nick|other): string;$/gm)].map(([, name]) => name)).toEqual(want);
  });

  test('says nothing of a property that one of its uses documents', async () => {
    const post = {
      operationId: 'createThing',
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
      responses: { '204': { description: 'Done.' } },
    };
    const text = await renderTypes(marked({ response: { 'x-inferred': 'A guess.' }, other: { post } }));
    expect(text.match(/@inferred/g)).toHaveLength(1);
  });

  test.each<{ name: string; schema: JsonObject; want: string }>([
    { name: 'a file in a form', schema: { type: 'string', format: 'binary' }, want: 'Blob' },
    {
      name: 'files in a form',
      schema: { type: 'array', items: { type: 'string', format: 'binary' } },
      want: 'Blob[]',
    },
    { name: 'an image', schema: { type: 'string', contentMediaType: 'image/png' }, want: 'Blob' },
    { name: 'an image without a type', schema: { contentMediaType: 'image/png' }, want: 'Blob' },
    {
      name: 'images without a type',
      schema: { type: 'array', items: { contentMediaType: 'image/png' } },
      want: 'Blob[]',
    },
    {
      name: 'an image or nothing',
      schema: { type: ['string', 'null'], format: 'binary' },
      want: 'Blob | null',
    },
    {
      name: 'an image in base64',
      schema: { type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' },
      want: 'string',
    },
    {
      name: 'JSON in a string',
      schema: { type: 'string', contentMediaType: 'application/json' },
      want: 'string',
    },
    { name: 'text', schema: { type: 'string', contentMediaType: 'text/html' }, want: 'string' },
  ])('$name is $want', async ({ schema, want }) => {
    const document = marked({});
    (document.components as JsonObject).schemas = { Thing: { type: 'object', properties: { name: schema } } };
    expect(await renderTypes(document)).toContain(`name?: ${want};`);
  });

  test.each([
    { content: { 'application/pdf': {} }, want: '"application/pdf": Blob;' },
    { content: { 'image/png': { schema: {} } }, want: '"image/png": Blob;' },
    {
      content: { 'application/pdf': { schema: { contentMediaType: 'application/pdf' } } },
      want: '"application/pdf": Blob;',
    },
    { content: { 'text/csv': {} }, want: '"text/csv": unknown;' },
  ])('a body of $content is $want', async ({ content, want }) => {
    expect(await renderTypes(marked({ response: { content } }))).toContain(want);
  });

  test('gives the same text every time, leaves the document as it was, and says who wrote it', async () => {
    const before = structuredClone(fixture);
    const first = await renderTypes(fixture);
    expect(await renderTypes(fixture)).toBe(first);
    expect(fixture).toEqual(before);
    expect(first.split('\n', 1)).toEqual(['// Generated by npm run generate. Do not edit.']);
  });
});
