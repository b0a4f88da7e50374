import { describe, expect, test } from 'vitest';
import { apiOf } from '../../scripts/apis/readApi.ts';
import { annotateDocument } from '../../scripts/docs/annotate/annotateDocument.ts';
import { collectQuestions } from '../../scripts/docs/evidence/questions.ts';
import { valueAt } from '../../scripts/json/pointer.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import { exampleDocument } from './exampleDocument.ts';
import { hostileDocument } from './hostileDocument.ts';

/** A description in the annotated document, its links taken off. */
function described(document: JsonObject, pointer: string): string {
  const value = valueAt(annotateDocument(document), pointer);
  return String(value)
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

const visit = '/paths/~1visits/post';

describe('a mark is shown where its statement is', () => {
  test.each([
    {
      at: `${visit}/description`,
      want: 'Announces a patient.\n\nConflict security: A key is needed. — The rule outweighs the example.\n\nWhat the sources sayA key is needed. clinic.txt, “Keys”The example sends none. clinic.txt, “Example”\n\nSource: clinic.txt, “POST https://clinic.example/visits”',
    },
    {
      at: `${visit}/responses/201/x-summary`,
      want: 'The visit is announced. (inferred)',
    },
    {
      at: `${visit}/responses/201/description`,
      want: 'Inferred Creating is answered with 201 (RFC 9110 section 15.3.2).',
    },
    {
      at: `${visit}/responses/401/description`,
      want: 'Inferred A missing key is refused by every framework of this kind.\n\nInferred application/json: No page shows the body of a fault.',
    },
    { at: `${visit}/responses/401/$ref`, want: '#/components/responses/Refused' },
    {
      at: '/components/responses/Refused/description',
      want: 'Inferred application/json: No page shows the body of a fault.',
    },
    { at: '/components/responses/Refused/x-summary', want: 'No key, or a wrong one.' },
    {
      at: '/components/parameters/VisitId/description',
      want: "The visit's number.\n\nInferred type: The example shows a number.",
    },
    {
      at: '/components/schemas/Visit/properties/note/description',
      want: 'Inferred The example carries a `note`.',
    },
  ])('$at', ({ at, want }) => expect(described(exampleDocument, at)).toBe(want));

  test('once through a $ref, and not at the component that it leads to', () => {
    const through = `${visit}/responses/201/content/application~1json/schema`;
    expect(described(exampleDocument, `${through}/properties/age/description`)).toBe(
      'In years.\n\nInferred type: Only here is the age read back.',
    );
    expect(described(exampleDocument, `${through}/title`)).toBe('Visit');
    expect(described(exampleDocument, '/components/schemas/Visit/properties/age/description')).toBe(
      'In years.',
    );
  });
});

test.each([
  { title: 'the example', document: exampleDocument },
  { title: 'the hostile document', document: hostileDocument },
])('every open question of $title is linked from its reference, and nothing else', ({ document }) => {
  const links = JSON.stringify(annotateDocument(document)).match(/open-questions\.html#q-[0-9a-f]+/g);
  const questions = collectQuestions(apiOf('any', document));
  expect(new Set(links)).toEqual(new Set(questions.map(({ id }) => `open-questions.html#${id}`)));
  expect(questions).not.toEqual([]);
});

test('the document itself stays as it is, and no mark is left in the copy', () => {
  const before = structuredClone(exampleDocument);
  const copy = JSON.stringify(annotateDocument(exampleDocument));
  expect(exampleDocument).toEqual(before);
  expect(copy).not.toMatch(/x-inferred|x-conflict/);
});

test('a document without marks gets no legend', () => {
  const info = { title: 'Plain', version: '1', description: 'Nothing to say.' };
  expect(annotateDocument({ info, paths: {} })).toEqual({ info, paths: {} });
});

test('a mark that leads through a schema into itself ends', () => {
  const document: JsonObject = {
    info: { title: 'Tree' },
    paths: {
      '/tree': {
        get: {
          responses: {
            '200': {
              description: 'A tree.',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Node: {
          'x-inferred': { 'properties/child/properties/child/properties/name': 'A grandchild has a name.' },
          properties: { name: { type: 'string' }, child: { $ref: '#/components/schemas/Node' } },
        },
      },
    },
  };
  expect(JSON.stringify(annotateDocument(document))).toContain('A grandchild has a name.');
});

test('words that look like marks are left alone where they are names or values', () => {
  const schema = {
    type: 'object',
    properties: { 'x-inferred': { type: 'string', description: 'A field of that name.' } },
    example: { 'x-inferred': 'a value' },
  };
  const document: JsonObject = { info: { title: 'Names' }, components: { schemas: { Thing: schema } } };
  expect(annotateDocument(document)).toEqual(document);
});
