import { describe, expect, test } from 'vitest';
import { DocumentError } from '../../scripts/model/errors.ts';
import { readFacts } from './readFacts.ts';

const source = 'source: {document: page.txt, section: Things}';
const page = [{ document: 'page.txt', section: 'Things' }];

/** Address and want of each fact of the operation, apart from the operation itself. */
function factsOf(facts: string): unknown[] {
  const { operations } = readFacts(`- {operation: GET /things, ${source}, facts: ${facts}}`, 'a.facts.yaml');
  return operations
    .flatMap((one) => one.facts)
    .slice(1)
    .map(({ address, want }) => [address, 'value' in want ? { [want.kind]: want.value } : want.kind]);
}

describe('readFacts', () => {
  test.each([
    {
      title: 'what a key ends at, not what it passes through',
      facts: '{responses/200/content/application~1pdf: {}}',
      want: [['responses/200/content/application~1pdf', 'present']],
    },
    {
      title: 'each key of nested maps',
      facts:
        '{responses: {200: {content: {application~1json: {schema: {type: array, items: {type: integer}}}}}}}',
      want: [
        ['responses/200', 'present'],
        ['responses/200/content/application~1json', 'present'],
        ['responses/200/content/application~1json/schema/type', { equal: 'array' }],
        ['responses/200/content/application~1json/schema/items/type', { equal: 'integer' }],
      ],
    },
    {
      title: 'required and optional parameters',
      facts: '{parameters: {query.a: {required: true}, header.B: {required: false, schema: {maxLength: 3}}}}',
      want: [
        ['parameters/query.a', 'present'],
        ['parameters/query.a/required', 'present'],
        ['parameters/header.B', 'present'],
        ['parameters/header.B/required', 'absent'],
        ['parameters/header.B/schema/maxLength', { equal: 3 }],
      ],
    },
    {
      title: 'required and optional properties, by name',
      facts: '{requestBody/content/a~1b/schema: {required: [a, b/c], optional: [d]}}',
      want: [
        ['requestBody/content/a~1b/schema/required/a', 'present'],
        ['requestBody/content/a~1b/schema/required/b~1c', 'present'],
        ['requestBody/content/a~1b/schema/required/d', 'absent'],
      ],
    },
    {
      title: 'properties whose names are keywords',
      facts:
        '{requestBody/content/a~1b/schema/properties: {type: {enum: [a]}, required: {}, properties: {}}}',
      want: [
        ['requestBody/content/a~1b/schema/properties/type', 'present'],
        ['requestBody/content/a~1b/schema/properties/type/enum', { equal: ['a'] }],
        ['requestBody/content/a~1b/schema/properties/required', 'present'],
        ['requestBody/content/a~1b/schema/properties/properties', 'present'],
      ],
    },
    {
      title: 'values that a schema admits',
      facts: '{responses/200/content/a~1b/schema: {properties: {a: {admits: [null, 1]}}}}',
      want: [
        ['responses/200/content/a~1b/schema/properties/a', 'present'],
        ['responses/200/content/a~1b/schema/properties/a/admits', { admits: null }],
        ['responses/200/content/a~1b/schema/properties/a/admits', { admits: 1 }],
      ],
    },
    {
      title: 'rules that hold under a condition',
      facts:
        '{requestBody/content/a~1b/schema: {allOf/0: {if: {properties/a: {const: 1}}, then: {required: [b]}}, additionalProperties: false}}',
      want: [
        ['requestBody/content/a~1b/schema/allOf/0/if', 'present'],
        ['requestBody/content/a~1b/schema/allOf/0/if/properties/a', 'present'],
        ['requestBody/content/a~1b/schema/allOf/0/if/properties/a/const', { equal: 1 }],
        ['requestBody/content/a~1b/schema/allOf/0/then/required/b', 'present'],
        ['requestBody/content/a~1b/schema/additionalProperties', { equal: false }],
      ],
    },
    {
      title: 'security alternatives',
      facts: '{security: [token, a + b]}',
      want: [
        ['security/token', 'present'],
        ['security/a + b', 'present'],
      ],
    },
    {
      title: 'a keyword whose value is a map',
      facts: '{responses/200/content/a~1b/schema: {dependentRequired: {a: [b]}}}',
      want: [['responses/200/content/a~1b/schema/dependentRequired', { equal: { a: ['b'] } }]],
    },
    { title: 'no security', facts: '{security: []}', want: [['security', { equal: [] }]] },
  ])('reads $title', ({ facts, want }) => {
    expect(factsOf(facts)).toEqual(want);
  });

  test('unites the groups of an operation', () => {
    const group = (section: string, rest: string) =>
      `- operation: GET /things\n  source: {document: page.txt, section: ${section}}\n${rest}`;
    const { operations } = readFacts(
      group('One', '  facts: {responses/200: {}, security: [a]}\n') +
        group('Two', '  conflicts: {security: [a]}\n'),
      'a.facts.yaml',
    );
    const [one, two] = ['One', 'Two'].map((section) => ({ document: 'page.txt', section }));
    expect(operations).toEqual([
      {
        operation: 'GET /things',
        sources: [one, two],
        facts: [
          { address: '', want: { kind: 'present' }, contradicted: false, sources: [one, two] },
          { address: 'responses/200', want: { kind: 'present' }, contradicted: false, sources: [one] },
          { address: 'security/a', want: { kind: 'present' }, contradicted: true, sources: [one, two] },
        ],
      },
    ]);
  });

  test('reads what stands below the root of the document', () => {
    const text = `- {${source}, root: {servers/0/url: 'https://things.example', info: {contact/email: a@things.example}}}`;
    expect(readFacts(text, 'a.facts.yaml').root).toEqual(
      [
        { address: 'servers/0/url', value: 'https://things.example' },
        { address: 'info/contact/email', value: 'a@things.example' },
      ].map(({ address, value }) => ({
        address,
        want: { kind: 'equal', value },
        contradicted: false,
        sources: page,
      })),
    );
  });

  const operation = 'operation: GET /things';
  test.each([
    { text: '', want: 'a.facts.yaml: there is no list of groups' },
    { text: '- [', want: /^a\.facts\.yaml: .* at line 1/ },
    { text: '- 1', want: 'a.facts.yaml #/0: the group is no map' },
    { text: `- {${operation}}`, want: '#/0: the group has no source' },
    { text: `- {${operation}, source: {document: a, section: ''}}`, want: '#/0: the group has no source' },
    { text: `- {${source}}`, want: '#/0: a group has either an operation or a root' },
    { text: `- {operation: things, ${source}}`, want: '#/0: the operation is not written as METHOD /path' },
    { text: `- {${operation}, ${source}, fact: {}}`, want: '#/0: fact is unknown; a group has operation,' },
    {
      text: `- {${operation}, ${source}, facts: {response: {}}}`,
      want: '#/0: response is unknown; known there:',
    },
    { text: `- {${operation}, ${source}, facts: {responses: [200]}}`, want: 'responses is no map: [200]' },
    {
      text: `- {${operation}, ${source}, facts: {responses: {200: text}}}`,
      want: 'responses/200 is no map: "text"',
    },
    { text: `- {${operation}, ${source}, facts: {security: a}}`, want: 'security is no list: "a"' },
    { text: `- {${operation}, ${source}, facts: {security/a: {}}}`, want: 'security/a has a value above it' },
    {
      text: `- {${operation}, ${source}, facts: {parameters/query.a/required: 1}}`,
      want: 'parameters/query.a/required is neither true nor false: 1',
    },
    {
      text: `- {${operation}, ${source}, facts: {requestBody/required: true}}\n- {${operation}, ${source}, facts: {requestBody/required: false}}`,
      want: '#/1: requestBody/required is stated twice, and differently',
    },
  ])('refuses $text', ({ text, want }) => {
    expect(() => readFacts(text, 'a.facts.yaml')).toThrow(DocumentError);
    expect(() => readFacts(text, 'a.facts.yaml')).toThrow(want);
  });
});
