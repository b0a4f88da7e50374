/** What stands where in an OpenAPI document (OpenAPI 3.1 section 4.8, JSON Schema 2020-12): who walks it knows data from schemas. */

export type Kind =
  | 'root'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'header'
  | 'requestBody'
  | 'response'
  | 'mediaType'
  | 'encoding'
  | 'example'
  | 'link'
  | 'callback'
  | 'securityScheme'
  | 'schema';

/** One object of a kind, a map of them by name, or a list. */
export interface Shape {
  as: 'one' | 'map' | 'list';
  kind: Kind;
}

const one = (kind: Kind): Shape => ({ as: 'one', kind });
const map = (kind: Kind): Shape => ({ as: 'map', kind });
const list = (kind: Kind): Shape => ({ as: 'list', kind });

const described = { schema: one('schema'), content: map('mediaType'), examples: map('example') };
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const schemas = [
  ...['items', 'contains', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'],
  ...['propertyNames', 'not', 'if', 'then', 'else', 'contentSchema', 'additionalItems'],
];
const schemaLists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const schemaMaps = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'];

const grammar: Record<Kind, ReadonlyMap<string, Shape>> = {
  root: fields({ paths: map('pathItem'), webhooks: map('pathItem'), components: one('components') }),
  components: fields({
    schemas: map('schema'),
    responses: map('response'),
    parameters: map('parameter'),
    examples: map('example'),
    requestBodies: map('requestBody'),
    headers: map('header'),
    securitySchemes: map('securityScheme'),
    links: map('link'),
    callbacks: map('callback'),
    pathItems: map('pathItem'),
  }),
  pathItem: fields({ parameters: list('parameter'), ...each(methods, one('operation')) }),
  operation: fields({
    parameters: list('parameter'),
    requestBody: one('requestBody'),
    responses: map('response'),
    callbacks: map('callback'),
  }),
  parameter: fields(described),
  header: fields(described),
  requestBody: fields({ content: map('mediaType') }),
  response: fields({ headers: map('header'), content: map('mediaType'), links: map('link') }),
  mediaType: fields({ schema: one('schema'), examples: map('example'), encoding: map('encoding') }),
  encoding: fields({ headers: map('header') }),
  example: fields({}),
  link: fields({}),
  callback: fields({}),
  securityScheme: fields({}),
  schema: fields({
    ...each(schemas, one('schema')),
    ...each(schemaLists, list('schema')),
    ...each(schemaMaps, map('schema')),
  }),
};

/** What stands at a member of an object; `undefined`: data, of which nothing is known. */
export function shapeOf(kind: Kind, member: string): Shape | undefined {
  // A callback is itself the map of its path items, by expression.
  if (kind === 'callback') return member.startsWith('x-') || member === '$ref' ? undefined : one('pathItem');
  return grammar[kind].get(member);
}

/** The section of `components` that holds objects of a kind. */
export const sections: Partial<Record<Kind, string>> = {
  schema: 'schemas',
  response: 'responses',
  parameter: 'parameters',
  example: 'examples',
  requestBody: 'requestBodies',
  header: 'headers',
  securityScheme: 'securitySchemes',
  link: 'links',
  callback: 'callbacks',
};

function fields(shapes: Record<string, Shape>): ReadonlyMap<string, Shape> {
  return new Map(Object.entries(shapes));
}

function each(names: string[], shape: Shape): Record<string, Shape> {
  return Object.fromEntries(names.map((name) => [name, shape]));
}
