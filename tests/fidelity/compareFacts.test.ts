import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { apiOf } from '../../scripts/apis/readApi.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import { compareFacts } from './compareFacts.ts';
import { renderDisagreement } from './disagreement.ts';
import { readFacts } from './readFacts.ts';

const document = `
servers: [{url: https://things.example}]
security: [{token: []}]
paths:
  /things/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
    put:
      x-source: {document: page.txt, section: Things}
      x-inferred: {responses/200: The page names no status.}
      x-conflict:
        - {at: requestBody/required, sources: [{document: page.txt, section: Things, says: yes and no}], chosen: a, why: b}
      parameters:
        - {name: sort, in: query, schema: {type: string, enum: [up, down]}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              required: [name]
              properties:
                name: {$ref: '#/components/schemas/Name'}
                nickname: {$ref: '#/components/schemas/Name'}
                weight: {type: [number, 'null'], x-inferred: {type: It is shown as null only.}}
      responses:
        200: {description: Done., content: {text/plain: {schema: {type: string}}}}
        401: {description: No., x-inferred: Every call carries a token.}
components:
  schemas:
    Name: {type: string, maxLength: 40}
`;

const facts = `
- source: {document: page.txt, section: Introduction}
  root: {servers/0/url: https://things.example}
- operation: PUT /things/{id}
  source: {document: page.txt, section: Things}
  facts:
    security: [token]
    parameters:
      path.id: {required: true, schema: {type: string}}
      query.sort: {required: false, schema: {type: string, enum: [down, up]}}
    requestBody:
      content:
        application~1json:
          schema:
            required: [name]
            optional: [nickname]
            properties:
              name: {type: string, maxLength: 40}
              nickname: {type: string, maxLength: 40}
              weight: {admits: [null]}
    responses/200/content/text~1plain: {schema: {type: string}}
  conflicts:
    requestBody/required: true
`;

const body = 'requestBody/content/application~1json/schema';
const where = '(page.txt: Things)';

describe('compareFacts', () => {
  test('finds nothing where document and sources are at one', () => {
    expect(compare(document, facts)).toEqual([]);
  });

  test.each([
    {
      title: 'a missing fact',
      drop: '        - {name: sort, in: query, schema: {type: string, enum: [up, down]}}\n',
      want: ['', '/schema/type', '/schema/enum'].map(
        (at) => `parameters/query.sort${at}, missing: a source states it, the document does not ${where}`,
      ),
    },
    {
      title: 'a missing entry of required',
      drop: '              required: [name]\n',
      want: [`${body}/required/name, missing: a source states it, the document does not ${where}`],
    },
    {
      title: 'a wrong value',
      change: ['enum: [up, down]', 'enum: [up]'],
      want: [
        `parameters/query.sort/schema/enum, different: a source says ["down","up"], the document ["up"] ${where}`,
      ],
    },
    {
      title: 'a wrong value, wherever its component is used',
      change: ['maxLength: 40', 'maxLength: 30'],
      want: ['name', 'nickname'].map(
        (name) =>
          `${body}/properties/${name}/maxLength, different: a source says 40, the document 30 ${where}`,
      ),
    },
    {
      title: 'an optional parameter that is required',
      change: ['in: query', 'in: query, required: true'],
      want: [
        `parameters/query.sort/required, required: a source calls it optional, the document requires it ${where}`,
      ],
    },
    {
      title: 'an optional property that is required, although that is marked',
      change: [
        'required: [name]',
        'required: [name, nickname]\n              x-inferred: {required/1: A guess.}',
      ],
      want: [
        `${body}/required/nickname, required: a source calls it optional, the document requires it ${where}`,
      ],
    },
    {
      title: 'a value that is refused',
      change: ["[number, 'null']", 'number'],
      want: [
        `${body}/properties/weight/admits, refused: a source shows null, which the document refuses: it must be number ${where}`,
      ],
    },
    {
      title: 'a fact that is marked inferred',
      change: ['schema: {type: string, enum', 'schema: {x-inferred: A guess., type: string, enum'],
      want: ['type', 'enum'].map(
        (at) =>
          `parameters/query.sort/schema/${at}, inferred: a source states it, and it is marked x-inferred: A guess. ${where}`,
      ),
    },
    {
      title: 'a fact that is marked as a conflict',
      change: ['at: requestBody/required', 'at: requestBody'],
      want: [
        `requestBody, conflict: it is marked x-conflict, and the facts know of no contradiction ${where}`,
        `requestBody/required, no-conflict: the sources contradict each other: mark it x-conflict ${where}`,
      ],
    },
    {
      title: 'an unmarked invention',
      change: ['401: {description: No., x-inferred: Every call carries a token.}', '404: {description: No.}'],
      want: [
        'responses/404, invented: no source states it; mark it x-inferred at /paths/~1things~1{id}/put/responses/404',
      ],
    },
    {
      title: 'an unmarked constraint',
      change: ['maxLength: 40}', 'maxLength: 40, minLength: 1}'],
      want: [
        `${body}/properties/name/minLength, invented: no source states it; mark it x-inferred at /components/schemas/Name/minLength`,
      ],
    },
    {
      title: 'a conflict that the facts know nothing of',
      change: ['- {at: requestBody', '- {at: responses/401, sources: []}\n        - {at: requestBody'],
      want: [
        'responses/401, conflict: the facts know of no contradiction; it is marked at /paths/~1things~1{id}/put/responses/401',
      ],
    },
    {
      title: 'another source',
      change: ['x-source: {document: page.txt', 'x-source: {document: other.txt'],
      want: [`x-source, other-source: x-source names other.txt, where none of the facts comes from ${where}`],
    },
  ])('finds $title', ({ drop, change = [drop ?? '', ''], want }) => {
    const changed = document.replace(change[0] ?? '', change[1] ?? '');
    expect(changed).not.toBe(document);
    expect(compare(changed, facts)).toEqual(want.map((one) => `PUT /things/{id} ${one}`));
  });

  test('finds a wrong address of the server', () => {
    expect(compare(document.replace('https://things', 'https://other'), facts)).toEqual([
      'servers/0/url, different: the source says "https://things.example", the document "https://other.example" (page.txt: Introduction)',
    ]);
  });

  test('finds an operation that the document does not have', () => {
    const more = '- {operation: GET /things, source: {document: page.txt, section: List}}\n';
    expect(compare(document, facts + more)).toEqual([
      'GET /things, missing: the document has no such operation (page.txt: List)',
    ]);
  });

  test('finds an operation that no source describes', () => {
    const more = '    get: {responses: {200: {description: One., x-inferred: A guess.}}}\n';
    expect(compare(document.replace('components:\n', `${more}components:\n`), facts)).toEqual(
      [
        '',
        'parameters/path.id',
        'parameters/path.id/required',
        'parameters/path.id/schema/type',
        'security/token',
      ].map((address) =>
        expect.stringContaining(`${['GET /things/{id}', address].filter(Boolean).join(' ')}, invented: `),
      ),
    );
  });
});

function compare(yaml: string, text: string): string[] {
  const api = apiOf('things', parse(yaml) as JsonObject);
  return compareFacts(api, readFacts(text, 'things.facts.yaml')).map(renderDisagreement);
}
