import { describe, expect, test } from 'vitest';
import { readFacts } from '../readFacts.ts';
import { type Decision, readDecisions } from './decision.ts';
import { deriveFacts } from './deriveFacts.ts';
import { orchardPage } from './orchardPage.ts';
import { readPage } from './readPage.ts';
import { renderFacts } from './renderFacts.ts';

const sections = readPage(orchardPage);

function derive(...decisions: Omit<Decision, 'reason'>[]) {
  return deriveFacts(
    sections,
    decisions.map((decision) => ({ reason: 'because', ...decision })),
  );
}

const refusal = {
  headers: { 'cache-control': { schema: { type: 'string' } } },
  content: {
    'application~1json': { schema: { type: 'object', properties: { message: { type: 'string' } } } },
  },
};
const plant = 'requestBody/content/multipart~1form-data/schema';

describe('deriveFacts', () => {
  test('states what the sections state', () => {
    const [pick, ...others] = derive();
    expect(pick).toEqual({
      operation: 'POST /fruit/{fruit_id}',
      section: 'Fruit Management, Pick a fruit',
      facts: {
        security: ['bearer'],
        parameters: {
          'path.fruit_id': { required: true, schema: { type: 'integer' } },
          'query.colour': { required: false, schema: { type: 'string' } },
          'query.kinds': { required: false, schema: { type: 'array', items: { type: 'string' } } },
        },
        requestBody: {
          required: true,
          content: {
            'application~1json': {
              schema: {
                type: 'object',
                required: ['weight'],
                optional: ['meta'],
                properties: {
                  weight: { type: 'number' },
                  meta: {
                    type: 'object',
                    optional: ['is_ripe', 'note'],
                    properties: { is_ripe: { type: 'boolean' }, note: { type: 'string' } },
                  },
                },
              },
            },
          },
        },
        responses: { 401: refusal },
      },
      conflicts: {},
    });
    expect(others.map(({ operation }) => operation)).toEqual(['GET /tree', 'POST /tree', 'POST /plant']);
  });

  test('calls a missing badge contradicted where a call without a token was refused, and only there', () => {
    const [, tree, , planting] = derive();
    expect(tree).toMatchObject({
      facts: { responses: { 401: refusal } },
      conflicts: { security: ['bearer'] },
    });
    expect(tree?.facts).not.toHaveProperty('security');
    expect(planting).toMatchObject({ facts: { security: [] }, conflicts: {} });
  });

  test('reads "required when … is …" as a branch, and a file as bytes', () => {
    const schema = derive().at(-1)?.facts.requestBody;
    expect(schema).toEqual({
      required: true,
      content: {
        'multipart~1form-data': {
          schema: {
            type: 'object',
            required: ['tags'],
            optional: ['photo', 'height', 'kind'],
            oneOf: {
              0: {
                required: ['kind', 'height'],
                properties: { kind: { const: 'oak' }, height: { type: 'string' } },
              },
            },
            properties: {
              photo: { type: 'string', format: 'binary' },
              tags: { type: 'object' },
              height: { type: 'string', minLength: 2 },
              kind: { type: 'string' },
            },
          },
        },
      },
    });
  });

  const decisions: { title: string; decision: Omit<Decision, 'operations' | 'reason'>; want: object }[] = [
    {
      title: 'a chosen value is contradicted',
      decision: { conflicts: { 'body/properties/tags/type': 'array' } },
      want: { conflicts: { [`${plant}/properties/tags/type`]: 'array' } },
    },
    {
      title: "the section's own value is contradicted",
      decision: { conflicts: { 'body/properties/height/minLength': null } },
      want: { conflicts: { [`${plant}/properties/height/minLength`]: 2 } },
    },
    {
      title: 'its being there is contradicted',
      decision: { conflicts: { '': {} } },
      want: { conflicts: { '': {} } },
    },
    {
      title: 'a fact moves',
      decision: { move: { 'body/properties/height/minLength': 'body/properties/tags/items/minLength' } },
      want: { facts: { [`${plant}/properties/tags/items/minLength`]: 2 } },
    },
    {
      title: 'a fact is added',
      decision: { facts: { 'body/properties/tags/minItems': 1 } },
      want: { facts: { [`${plant}/properties/tags/minItems`]: 1 } },
    },
  ];
  test.each(decisions)('applies a decision: $title', ({ decision, want }) => {
    expect(derive({ operations: ['POST /plant'], ...decision }).at(-1)).toMatchObject(want);
  });

  test('what is contradicted or dropped is no fact any more', () => {
    const changed = derive({
      operations: ['POST /plant'],
      drop: ['body/properties/kind'],
      conflicts: { 'body/properties/tags/type': 'array', 'body/properties/height': {} },
    });
    expect(changed.at(-1)?.facts).toHaveProperty(
      ['requestBody', 'content', 'multipart~1form-data', 'schema', 'properties'],
      { photo: { type: 'string', format: 'binary' }, tags: {}, height: { type: 'string', minLength: 2 } },
    );
  });

  test.each([
    {
      what: 'an unknown operation',
      decision: { operations: ['GET /sea'] },
      message: 'no operation GET /sea',
    },
    {
      what: 'an unknown fact',
      decision: { operations: ['POST /plant'], conflicts: { 'body/properties/sea/type': null } },
      message: `POST /plant: The section states nothing at ${plant}/properties/sea/type`,
    },
  ])('refuses a decision about $what', ({ decision, message }) => {
    expect(() => derive(decision)).toThrow(message);
  });
});

test('readDecisions reads a list', () => {
  expect(
    readDecisions("- {operations: [GET /tree], conflicts: {'': {}}, reason: A tree is no bush.}"),
  ).toEqual([{ operations: ['GET /tree'], conflicts: { '': {} }, reason: 'A tree is no bush.' }]);
});

test('what renderFacts writes, readFacts reads', () => {
  const text = renderFacts({
    head: ' Facts of an orchard.',
    document: 'orchard.txt',
    root: [
      {
        source: { document: 'orchard.txt', section: 'Top' },
        root: { 'servers/0/url': 'https://orchard.example' },
      },
    ],
    groups: derive({ operations: ['POST /plant'], conflicts: { 'body/properties/tags/type': 'array' } }),
  });
  expect(text).toMatch(/^# Facts of an orchard\.\n/);
  const { root, operations } = readFacts(text, 'orchard.facts.yaml');
  expect(root.map(({ address, want }) => [address, want])).toEqual([
    ['servers/0/url', { kind: 'equal', value: 'https://orchard.example' }],
  ]);
  expect(operations.map(({ operation, facts }) => [operation, facts.length])).toEqual([
    ['POST /fruit/{fruit_id}', 35],
    ['GET /tree', 9],
    ['POST /tree', 9],
    ['POST /plant', 27],
  ]);
  expect(operations.flatMap(({ facts }) => facts.filter(({ contradicted }) => contradicted))).toHaveLength(3);
});
