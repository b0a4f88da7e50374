import { expect, test } from 'vitest';
import type { Operation } from '../../../scripts/model/operation.ts';
import { headersDocumented } from '../../contract/checks/headersDocumented.ts';
import { answered, at, operationOf, told } from './answered.ts';

const headers = `${at}/responses/200/headers`;

/** An operation whose answer has one header, `X-It`. */
function having(header: object, marks: object = {}): Operation {
  return operationOf({ ...marks, responses: { 200: { headers: { 'X-It': header } } } });
}

const integers = { type: 'array', items: { type: 'integer' } };
const colour = { type: 'object', properties: { R: { type: 'integer' }, G: { type: 'integer' } } };

interface Row {
  name: string;
  of: Operation;
  sent?: Record<string, string | string[]>;
  want?: string[];
}

test.each<Row>([
  { name: 'one that may be absent', of: having({ schema: { type: 'string' } }) },
  {
    name: 'one that must not',
    of: having({ required: true }),
    want: [`violation documented ${headers}/X-It/required /headers/x-it`],
  },
  {
    name: 'one of which that is inferred',
    of: having({ required: true, 'x-inferred': { required: 'A guess.' } }),
    want: [`drift inferred ${headers}/X-It/required /headers/x-it`],
  },
  { name: 'an integer', of: having({ schema: { type: 'integer' } }), sent: { 'x-it': '-12' } },
  { name: 'a number', of: having({ schema: { type: 'number' } }), sent: { 'x-it': '1.5e3' } },
  {
    name: 'a number in a text',
    of: having({ schema: { type: 'string', pattern: '^7$' } }),
    sent: { 'x-it': '7' },
  },
  {
    name: 'a hexadecimal',
    of: having({ schema: { type: 'integer' } }),
    sent: { 'x-it': '0x10' },
    want: [`violation documented ${headers}/X-It/schema/type /headers/x-it`],
  },
  {
    name: 'an empty number',
    of: having({ schema: { type: 'integer' } }),
    sent: { 'x-it': '' },
    want: [`violation documented ${headers}/X-It/schema/type /headers/x-it`],
  },
  { name: 'a boolean', of: having({ schema: { type: 'boolean' } }), sent: { 'x-it': 'false' } },
  {
    name: 'no boolean',
    of: having({ schema: { type: 'boolean' } }),
    sent: { 'x-it': 'no' },
    want: [`violation documented ${headers}/X-It/schema/type /headers/x-it`],
  },
  { name: 'null', of: having({ schema: { type: ['integer', 'null'] } }), sent: { 'x-it': '' } },
  { name: 'a list of integers', of: having({ schema: integers }), sent: { 'x-it': '1, 2,3' } },
  { name: 'an empty list', of: having({ schema: integers }), sent: { 'x-it': '' } },
  { name: 'a repeated field is a list', of: having({ schema: integers }), sent: { 'x-it': ['1', '2'] } },
  {
    name: 'a list with a word in it',
    of: having({ schema: integers }),
    sent: { 'x-it': '1,two' },
    want: [`violation documented ${headers}/X-It/schema/items/type /headers/x-it`],
  },
  { name: 'an object', of: having({ schema: colour }), sent: { 'x-it': 'R,100,G,200' } },
  {
    name: 'an exploded object',
    of: having({ explode: true, schema: colour }),
    sent: { 'x-it': 'R=100,G=200' },
  },
  {
    name: 'an object with a word in it',
    of: having({ schema: colour }),
    sent: { 'x-it': 'R,red' },
    want: [`violation documented ${headers}/X-It/schema/properties/R/type /headers/x-it`],
  },
  {
    name: 'a value that breaks two keywords is told once',
    of: having({ schema: { type: 'string', maxLength: 1, pattern: '^a$' } }),
    sent: { 'x-it': 'bb' },
    want: [`violation documented ${headers}/X-It/schema/pattern /headers/x-it`],
  },
  {
    name: 'a value that breaks an inferred keyword and a documented one',
    of: having({
      schema: { type: 'string', maxLength: 1, pattern: '^a$', 'x-inferred': { pattern: 'A guess.' } },
    }),
    sent: { 'x-it': 'bb' },
    want: [`violation documented ${headers}/X-It/schema/maxLength /headers/x-it`],
  },
  {
    name: 'a value that breaks an inferred keyword',
    of: having({ schema: { type: 'string', maxLength: 1, 'x-inferred': { maxLength: 'A guess.' } } }),
    sent: { 'x-it': 'bb' },
    want: [`drift inferred ${headers}/X-It/schema/maxLength /headers/x-it`],
  },
  {
    name: 'one that is not described',
    of: having({}),
    sent: { 'x-other': '1' },
    want: [`drift silent ${at}/responses/200 /headers/x-other`],
  },
  {
    name: 'several that are not described are told together',
    of: having({}),
    sent: { 'x-other': '1', link: '</2>; rel=next' },
    want: [`drift silent ${at}/responses/200 /headers/x-other`],
  },
  {
    name: 'those of HTTP itself',
    of: having({}),
    sent: { date: 'x', server: 'x', etag: 'x', allow: 'x', vary: 'x', 'retry-after': 'x' },
  },
  {
    name: 'Link says something of the resource',
    of: having({}),
    sent: { link: '</2>; rel=next' },
    want: [`drift silent ${at}/responses/200 /headers/link`],
  },
])('$name', ({ of, sent = {}, want = [] }) => {
  expect(told(headersDocumented(answered({ operation: of, headers: sent })))).toEqual(want);
});

test('a described Content-Type is ignored', () => {
  const operation = operationOf({
    responses: { 200: { headers: { 'Content-Type': { required: true, schema: { const: 'x' } } } } },
  });
  expect(headersDocumented(answered({ operation }))).toEqual([]);
});

test('one component under two responses has the evidence of each', () => {
  const operation = operationOf(
    {
      responses: {
        200: { headers: { 'X-It': { $ref: '#/components/headers/It' } } },
        400: { 'x-inferred': 'A guess.', headers: { 'X-It': { $ref: '#/components/headers/It' } } },
      },
    },
    { components: { headers: { It: { required: true } } } },
  );
  const of = (status: number) => told(headersDocumented(answered({ operation, status })));
  expect(of(200)).toEqual(['violation documented /components/headers/It/required /headers/x-it']);
  expect(of(400)).toEqual(['drift inferred /components/headers/It/required /headers/x-it']);
});

test('says nothing of a status that is not described', () => {
  expect(headersDocumented(answered({ operation: having({ required: true }), status: 500 }))).toEqual([]);
});

test('never repeats the value', () => {
  const [finding] = headersDocumented(
    answered({ operation: having({ schema: { type: 'integer' } }), headers: { 'x-it': 'Ana' } }),
  );
  expect(finding?.message).toBe(
    'POST /things answered 200 to a documented example ("example of a test"), but its header X-It is a string; the document says integer.',
  );
});
