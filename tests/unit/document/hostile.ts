import type { JsonObject } from '../../../scripts/model/json.ts';

const json = (schema: unknown) => ({ 'application/json': { schema } });

/** A document with one operation that takes and gives a value of a schema. */
export function documentOf(schema: unknown, more: object = {}): JsonObject {
  return {
    openapi: '3.1.0',
    info: { title: 'Fake', version: '1' },
    paths: {
      '/things': {
        post: {
          operationId: 'createThing',
          requestBody: { required: true, content: json(schema) },
          responses: { 200: { description: 'As asked.', content: json(schema) } },
        },
      },
    },
    ...more,
  } as unknown as JsonObject;
}

/** `L40` refers to `L39` twice, that to `L38` twice, and so on: 2 to the power of 40 in all. */
export function doubling(keyword: 'allOf' | 'properties' | 'required'): JsonObject {
  const schemas: Record<string, unknown> = { L0: { type: 'string' } };
  for (let level = 1; level <= 40; level += 1) {
    const below = { $ref: `#/components/schemas/L${level - 1}` };
    schemas[`L${level}`] =
      keyword === 'allOf'
        ? { allOf: [below, below] }
        : {
            type: 'object',
            properties: { a: below, b: below },
            ...(keyword === 'required' && { required: ['a', 'b'] }),
          };
  }
  return documentOf({ $ref: '#/components/schemas/L40' }, { components: { schemas } });
}

/** Schemas of which each has a property of every other one's kind: written out, there is no end of them. */
export function everyOther(count: number): JsonObject {
  const names = Array.from({ length: count }, (_, index) => `S${index}`);
  const properties = Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]),
  );
  const schemas = Object.fromEntries(names.map((name) => [name, { type: 'object', properties }]));
  return documentOf({ $ref: '#/components/schemas/S0' }, { components: { schemas } });
}

/** Names that would end a string, a template, a comment, a line or a folder, were they written as they are. */
export const hostileNames = [
  "it's",
  '"; process.exit(9); "',
  "'); process.exit(9); ('",
  'a\nprocess.exit(9)',
  // In two parts, so that nobody takes it for a template of ours.
  `\`$${'{process.exit(9)}'}\``,
  '*/ process.exit(9) /*',
  '\u2028process.exit(9)',
  '\\',
  '__proto__',
  'constructor',
  '../../../../fake-owned',
  '$ref',
];

/** A document in which everything that has a name has a hostile one. */
export function hostileNamesDocument(): string {
  const text = JSON.stringify;
  const members = (value: (name: string) => string) =>
    `{${hostileNames.map((name) => `${text(name)}:${value(name)}`).join(',')}}`;
  const schema = `{"type":"object","required":${text(hostileNames)},"properties":${members(
    (name) => `{"type":"string","enum":[${text(name)}]}`,
  )}}`;
  const operations = hostileNames.map(
    (name, index) => `${text(`/things/${index}`)}:{"post":{
      "operationId":${text(name)},"tags":[${text(name)}],
      "parameters":[{"name":${text(name)},"in":"query","schema":{"type":"string"},"examples":{${text(name)}:{"value":${text(name)}}}}],
      "requestBody":{"content":{"application/json":{"schema":${schema}}}},
      "responses":{"200":{"description":${text(name)}}}}}`,
  );
  const paths = hostileNames.map(
    (name) => `${text(`/${name}`)}:{"get":{"responses":{"200":{"description":""}}}}`,
  );
  return `{"openapi":"3.1.0","info":{"title":"x"},"paths":{${[...operations, ...paths].join(',')}}}`;
}
