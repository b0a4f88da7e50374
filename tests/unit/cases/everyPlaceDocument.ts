import type { JsonObject } from '../../../scripts/model/json.ts';

/** An object with a member of this name looks like a promise to a linter. */
const consequence = 'then';

/** One object per keyword, or pair of keywords, that a schema of JSON Schema 2020-12 may state of a request. */
const values: Record<string, JsonObject> = {
  type: { type: 'integer' },
  types: { type: ['integer', 'null'] },
  text: { type: 'string' },
  enum: { type: 'string', enum: ['a', 'b'] },
  numbers: { enum: [1, 2] },
  const: { const: 'v1' },
  yes: { const: true },
  minLength: { type: 'string', minLength: 3 },
  maxLength: { type: 'string', maxLength: 5 },
  huge: { type: 'string', maxLength: 10_000_000 },
  sizeless: { type: 'string', minLength: 0 },
  minimum: { type: 'integer', minimum: -3 },
  maximum: { type: 'number', maximum: 2.75 },
  exclusiveMinimum: { type: 'number', exclusiveMinimum: 0.1 },
  exclusiveMaximum: { type: 'integer', exclusiveMaximum: 9 },
  multipleOf: { type: 'number', multipleOf: 0.01 },
  pattern: { type: 'string', pattern: '^[a-f]{3}\\d*$' },
  patternAndLength: { type: 'string', pattern: '^[A-Z]+$', minLength: 2, maxLength: 4 },
  fixedLength: { type: 'string', pattern: '^[A-Z]{2}$', maxLength: 2 },
  format: { type: 'string', format: 'date' },
  hint: { type: 'string', format: 'password' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  byte: { type: 'string', format: 'byte' },
  not: { type: 'string', not: { enum: ['never', 'fake'] } },
  twice: { allOf: [{ type: 'integer', minimum: 1 }, { minimum: 5 }] },
  oneOf: { oneOf: [{ type: 'integer', maximum: 9 }, { type: 'boolean' }] },
};

const lists: Record<string, JsonObject> = {
  items: { type: 'array', items: { type: 'integer', maximum: 9 } },
  minItems: { type: 'array', items: { type: 'integer' }, minItems: 2 },
  maxItems: { type: 'array', items: { type: 'integer' }, maxItems: 2 },
  uniqueItems: { type: 'array', items: { type: 'integer' }, uniqueItems: true },
};

const deepLists: Record<string, JsonObject> = {
  prefixItems: {
    type: 'array',
    prefixItems: [{ type: 'string' }, { type: 'integer', maximum: 4 }],
    items: { type: 'boolean' },
  },
  unevaluatedItems: {
    type: 'array',
    prefixItems: [{ type: 'string' }],
    unevaluatedItems: false,
    minItems: 1,
  },
  contains: { type: 'array', contains: { type: 'integer', minimum: 3 } },
  counted: {
    type: 'array',
    items: { type: ['integer', 'string'] },
    contains: { type: 'integer' },
    minContains: 2,
    maxContains: 3,
  },
};

const flat: JsonObject = {
  type: 'object',
  required: ['id', 'kind'],
  properties: {
    id: { type: 'integer', minimum: 1 },
    kind: { type: 'string', enum: ['a', 'b'] },
    note: { type: 'string', maxLength: 4 },
  },
};

const person: JsonObject = {
  type: 'object',
  required: ['role', 'name'],
  properties: { role: { type: 'string', const: 'person' }, name: { type: 'string', maxLength: 7 } },
};
const firm: JsonObject = {
  type: 'object',
  required: ['role', 'seats'],
  properties: {
    role: { type: 'string', const: 'firm' },
    seats: {
      type: 'array',
      items: { type: 'object', required: ['row'], properties: { row: { type: 'integer', maximum: 40 } } },
    },
  },
};

const objects: Record<string, JsonObject> = {
  closed: { ...flat, additionalProperties: false },
  sealed: { allOf: [flat], unevaluatedProperties: false },
  named: {
    type: 'object',
    propertyNames: { pattern: '^[a-z_0-9]+$' },
    additionalProperties: { type: 'integer', maximum: 3 },
  },
  patterned: {
    type: 'object',
    patternProperties: { '^x_': { type: 'integer' } },
    additionalProperties: false,
  },
  gone: { type: 'object', properties: { gone: false, here: { type: 'string' } } },
  counted: { type: 'object', minProperties: 1, maxProperties: 3 },
  open: { type: 'object', additionalProperties: true, unevaluatedProperties: {} },
  dependent: {
    type: 'object',
    properties: { street: { type: 'string' }, town: { type: 'string' } },
    dependentRequired: { street: ['town'] },
  },
  dependentSchemas: {
    type: 'object',
    properties: { card: { type: 'string' }, bill: { type: 'string' } },
    dependentSchemas: { card: { required: ['bill'], properties: { bill: { maxLength: 5 } } } },
  },
  conditional: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' }, size: { type: 'integer' }, colour: { type: 'string' } },
    if: { properties: { kind: { const: 'shirt' } }, required: ['kind'] },
    [consequence]: { required: ['size'], properties: { size: { maximum: 60 } } },
    else: { required: ['colour'], properties: { colour: { maxLength: 9 } } },
  },
  oneOf: { oneOf: [{ $ref: '#/components/schemas/Person' }, { $ref: '#/components/schemas/Firm' }] },
  anyOf: {
    type: 'object',
    anyOf: [
      { required: ['mail'] },
      { required: ['phone'], properties: { phone: { type: 'string', maxLength: 6 } } },
    ],
  },
  told: {
    oneOf: [{ $ref: '#/components/schemas/Person' }, { $ref: '#/components/schemas/Firm' }],
    discriminator: {
      propertyName: 'role',
      mapping: { person: '#/components/schemas/Person', firm: '#/components/schemas/Firm' },
    },
  },
  overlapping: {
    oneOf: [{ required: ['a'] }, { required: ['b'] }],
    properties: { a: { type: 'integer' }, b: { type: 'integer' } },
  },
  nested: {
    type: 'object',
    properties: {
      who: {
        oneOf: [
          { $ref: '#/components/schemas/Person' },
          {
            type: 'object',
            required: ['inner'],
            properties: { inner: { anyOf: [{ type: 'integer' }, { type: 'string', minLength: 2 }] } },
          },
        ],
      },
    },
  },
  tree: { $ref: '#/components/schemas/Tree' },
  served: {
    type: 'object',
    required: ['id', 'secret'],
    properties: {
      id: { type: 'integer', readOnly: true },
      secret: { type: 'string', writeOnly: true, minLength: 4 },
    },
  },
  repeated: {
    type: 'object',
    required: ['password', 'again'],
    properties: {
      password: { type: 'string', minLength: 8 },
      again: { type: 'string', 'x-equals': 'password' },
    },
  },
  encoded: {
    type: 'object',
    properties: { picture: { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' } },
  },
};

type Style = { style?: string; explode?: boolean };

const responses: JsonObject = { 200: { description: 'Done.' }, 400: { description: 'No.' } };
const parameter = (
  location: string,
  required: boolean,
  { schema, ...rest }: { schema: JsonObject } & Style,
) => ({
  ...{ name: 'it', in: location, required: required || location === 'path', schema },
  ...rest,
});

const paths: Record<string, JsonObject> = {};

function ask(name: string, given: object): void {
  const isTemplated = JSON.stringify(given).includes('"in":"path"');
  const path = `/${name.replaceAll(' ', '-')}${isTemplated ? '/{it}' : ''}`;
  const method = 'requestBody' in given ? 'post' : 'get';
  paths[path] = {
    [method]: { operationId: name.replaceAll(/[ +/.-]/g, '_'), ...given, responses } as JsonObject,
  };
}

for (const location of ['path', 'query', 'header', 'cookie']) {
  for (const [name, schema] of Object.entries({ ...values, ...lists })) {
    ask(`${location} ${name}`, { parameters: [parameter(location, false, { schema })] });
    if (location !== 'path')
      ask(`${location} ${name} needed`, { parameters: [parameter(location, true, { schema })] });
  }
}
const styles: [string, string, boolean][] = [
  ['query', 'form', false],
  ['query', 'spaceDelimited', false],
  ['query', 'pipeDelimited', false],
  ['path', 'simple', true],
  ['header', 'simple', true],
];
for (const [location, style, explode] of styles) {
  for (const [name, schema] of Object.entries(lists)) {
    ask(`${location} ${style} ${name} ${explode ? 'exploded' : 'whole'}`, {
      parameters: [parameter(location, true, { schema, style, explode })],
    });
  }
}
const objectStyles: [string, string, boolean][] = [
  ['query', 'deepObject', true],
  ['query', 'form', true],
  ['query', 'form', false],
  ['header', 'simple', false],
];
for (const [location, style, explode] of objectStyles) {
  for (const [name, schema] of Object.entries({ flat, closed: objects.closed ?? {} })) {
    ask(`${location} ${style} ${name} object ${explode ? 'exploded' : 'whole'}`, {
      parameters: [parameter(location, true, { schema, style, explode })],
    });
  }
}
ask('query of one member', {
  parameters: [
    parameter('query', true, {
      schema: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
      style: 'deepObject',
      explode: true,
    }),
  ],
});
ask('query written as JSON', {
  parameters: [
    {
      name: 'it',
      in: 'query',
      required: true,
      content: { 'application/json': { schema: { ...flat, additionalProperties: false } } },
    },
  ],
});
const body = (mediaType: string, schema: JsonObject) => ({
  requestBody: { required: true, content: { [mediaType]: { schema } } },
});
const inObject = (fields: Record<string, JsonObject>, required: boolean): JsonObject => ({
  type: 'object',
  properties: fields,
  ...(required && { required: Object.keys(fields) }),
});
for (const mediaType of ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
  ask(`${mediaType} needed`, body(mediaType, inObject({ ...values, ...lists }, true)));
  ask(`${mediaType} optional`, body(mediaType, inObject({ ...values, ...lists }, false)));
}
for (const [name, schema] of Object.entries({ ...objects, ...deepLists })) {
  ask(`body ${name}`, body('application/json', schema));
  ask(`member ${name}`, body('application/vnd.fake+json', inObject({ it: schema }, false)));
  ask(`item ${name}`, body('application/json', { type: 'array', items: schema }));
}
ask(
  'file',
  body(
    'multipart/form-data',
    inObject(
      { files: { type: 'array', minItems: 2, maxItems: 3, items: { type: 'string', format: 'binary' } } },
      true,
    ),
  ),
);
ask('plain text', body('text/plain', { type: 'string', minLength: 2, maxLength: 5, pattern: '^[a-z]+$' }));
ask('csv', body('text/csv', { type: 'string' }));
ask('xml', body('application/xml', { type: 'string', maxLength: 9 }));
ask('bytes', body('application/octet-stream', { type: 'string', format: 'binary' }));

const written = JSON.stringify({
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Every keyword in every place', version: '1' },
  paths,
  components: {
    schemas: {
      Person: person,
      Firm: firm,
      Tree: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', maxLength: 10 },
          children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
        },
      },
    },
  },
});

/** One operation per keyword, location, style and encoding that a request may have. */
export const everyPlaceDocument = JSON.parse(written) as JsonObject;
