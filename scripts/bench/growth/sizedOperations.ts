import type { Json, JsonObject } from '../../model/json.ts';

interface Member {
  index: number;
  /** Which of the resource's operations. */
  place: number;
  tag: string;
}

interface Template {
  verb: string;
  method: string;
  isItem: boolean;
  operation(schema: string): JsonObject;
}

const item: JsonObject = {
  ...{ name: 'Fake item', amount: 3, kind: 'small', since: '2024-01-31' },
  owner: { email: 'ana@example.com', active: true },
  labels: ['fake'],
};

/** Shared by all, as an error's schema is. */
export const problemSchema: JsonObject = {
  type: 'object',
  description: 'What is wrong with a request.',
  required: ['message'],
  properties: { message: { type: 'string' } },
};

const problemReference: JsonObject = { $ref: '../components/schemas/Problem.yaml' };

const problems: JsonObject = {
  '400': problem('The request is not understood.'),
  '401': problem('The key is missing.'),
};

const missing: JsonObject = { '404': problem('There is none.') };

function json(schema: Json, value: Json): JsonObject {
  return { 'application/json': { schema, examples: { first: { value } } } };
}

function problem(message: string): JsonObject {
  return { description: message, content: json(problemReference, { message }) };
}

const templates: Template[] = [
  {
    verb: 'list',
    method: 'get',
    isItem: false,
    operation: (schema) => ({
      parameters: [
        queryParameter('limit', { type: 'integer', minimum: 1, maximum: 100 }),
        queryParameter('sort', { type: 'string', enum: ['name', 'date'] }),
      ],
      responses: {
        '200': {
          description: 'The items.',
          content: json({ type: 'array', items: { $ref: schema } }, [item]),
        },
        ...problems,
      },
    }),
  },
  {
    verb: 'create',
    method: 'post',
    isItem: false,
    operation: (schema) => ({
      requestBody: { required: true, content: json({ $ref: schema }, item) },
      responses: { '201': { description: 'The item.', content: json({ $ref: schema }, item) }, ...problems },
    }),
  },
  {
    verb: 'get',
    method: 'get',
    isItem: true,
    operation: (schema) => ({
      responses: {
        '200': { description: 'The item.', content: json({ $ref: schema }, item) },
        ...problems,
        ...missing,
      },
    }),
  },
  {
    verb: 'update',
    method: 'put',
    isItem: true,
    operation: (schema) => ({
      requestBody: { required: true, content: json({ $ref: schema }, item) },
      responses: {
        '200': { description: 'The item.', content: json({ $ref: schema }, item) },
        ...problems,
        ...missing,
      },
    }),
  },
  {
    verb: 'delete',
    method: 'delete',
    isItem: true,
    operation: () => ({ responses: { '204': { description: 'It is gone.' }, ...problems, ...missing } }),
  },
];

export const operationsOfResource = templates.length;

/** One operation of one resource, and where it belongs. */
export function operationOf({ index, place, tag }: Member) {
  const template = templates[place % templates.length] as Template;
  const { verb, method, isItem } = template;
  const own = template.operation(`../components/schemas/Item${index}.yaml`);
  const parameters = [...(isItem ? [identifier] : []), ...((own.parameters as Json[] | undefined) ?? [])];
  const operation: JsonObject = {
    operationId: `${verb}Item${index}`,
    summary: `${verb[0]?.toUpperCase()}${verb.slice(1)} items ${index}`,
    description: 'One of many operations that are alike.',
    tags: [tag],
    'x-source': { document: 'bench', section: `Item ${index}` },
    ...own,
    ...(parameters.length > 0 && { parameters }),
  };
  const path = `/items${index}${isItem ? '/{id}' : ''}`;
  return { path, file: `items${index}${isItem ? '_{id}' : ''}.yaml`, method, operation };
}

const identifier: JsonObject = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Which item.',
  schema: { type: 'integer' },
  example: 12,
};

function queryParameter(name: string, schema: JsonObject): JsonObject {
  return { name, in: 'query', description: 'How to list them.', schema, example: schema.maximum ?? 'name' };
}

/** A few members of several types, one level deep: what a body of these APIs looks like. */
export function schemaOf(index: number): JsonObject {
  return {
    type: 'object',
    description: `What item ${index} consists of.`,
    required: ['name', 'amount'],
    properties: {
      name: { type: 'string', maxLength: 50 + (index % 50), examples: ['Fake item'] },
      amount: { type: 'integer', minimum: 0 },
      kind: { type: 'string', enum: ['small', 'large', `size-${index}`] },
      since: { type: 'string', format: 'date' },
      owner: {
        type: 'object',
        required: ['email'],
        properties: { email: { type: 'string', format: 'email' }, active: { type: 'boolean' } },
      },
      labels: { type: 'array', items: { type: 'string' } },
    },
  };
}
