import { expect, test } from 'vitest';
import { documentOf, type Files, operationAt, problemsOf, type Said } from './problemsOf.ts';

const conflict = {
  at: '',
  sources: [{ document: 'things.md', section: 'Get a thing', says: 'Both.' }],
  chosen: 'One.',
  why: 'The other is older.',
};
const withAnswer = { responses: { 200: { $ref: 'Ok.yaml' } } };
const ok = {
  'Ok.yaml': { description: 'ok', content: { 'application/json': { schema: { $ref: 'Thing.yaml' } } } },
};
const thing = { 'Thing.yaml': { properties: { id: { type: 'integer', enum: [1] } }, required: ['id'] } };

function marked(operation: object, rest: object = {}): Files {
  return { ...documentOf({ ...withAnswer, ...operation }, rest), ...ok, ...thing };
}

const atInferred = `${operationAt}/x-inferred`;
const atConflict = `${operationAt}/x-conflict`;
const deep = 'responses/200/content/application~1json/schema/properties/id';

const table: { name: string; files: Files; want: Said[] }[] = [
  { name: 'a reason', files: marked({ 'x-inferred': 'Usual.' }), want: [] },
  {
    name: 'pointers through files',
    files: marked({
      'x-inferred': {
        responses: 'x',
        'responses/200': 'x',
        [deep]: 'x',
        [`${deep}/type`]: 'x',
        [`${deep}/enum`]: 'x',
      },
    }),
    want: [
      [`${atInferred}/responses`, '`responses` is no statement, so that the mark has no effect. There: 200.'],
    ],
  },
  {
    name: 'an entry of required',
    files: marked({ 'x-inferred': { 'responses/200/content/application~1json/schema/required/0': 'x' } }),
    want: [],
  },
  {
    name: 'inherited security',
    files: marked({ 'x-inferred': { 'security/0': 'x', security: 'y' } }, { security: [{ token: [] }] }),
    want: [],
  },
  {
    name: 'security that the operation replaces',
    files: marked(
      { security: [], 'x-inferred': { security: 'x', 'security/0': 'y' } },
      { security: [{ token: [] }] },
    ),
    want: [[`${atInferred}/security~10`, 'there is no `0`. Nothing is below it.']],
  },
  { name: 'the node itself', files: marked({ 'x-inferred': { '': 'x' } }), want: [] },
  {
    name: 'beside the $ref of a schema',
    files: {
      ...marked({}),
      'Ok.yaml': answer({ $ref: 'Thing.yaml', 'x-inferred': { 'properties/id': 'x' } }),
    },
    want: [],
  },
  {
    name: 'beside the $ref of a schema, leading nowhere',
    files: {
      ...marked({}),
      'Ok.yaml': answer({ $ref: 'Thing.yaml', 'x-inferred': { 'properties/no': 'x' } }),
    },
    want: [[`${answerSchemaAt()}/x-inferred/properties~1no`, 'there is no `no`. There: id.']],
  },
  {
    name: 'no reason',
    files: marked({ 'x-inferred': ' ' }),
    want: [[atInferred, 'a reason is a non-empty string']],
  },
  {
    name: 'no such shape',
    files: marked({ 'x-inferred': true }),
    want: [[atInferred, 'a reason is a non-empty string']],
  },
  { name: 'an empty map', files: marked({ 'x-inferred': {} }), want: [[atInferred, 'it is empty']] },
  {
    name: 'no reason in a map',
    files: marked({ 'x-inferred': { 'responses/200': '' } }),
    want: [[`${atInferred}/responses~1200`, 'a reason is a non-empty string']],
  },
  {
    name: 'a reason of two lines',
    files: marked({ 'x-inferred': 'One.\nTwo.' }),
    want: [[atInferred, 'The reason is one line']],
  },
  {
    name: 'a slash that is part of a name',
    files: marked({ 'x-inferred': { 'responses/200/content/application/json': 'x' } }),
    want: [[`${atInferred}/responses~1200~1content~1application~1json`, 'There: application~1json.']],
  },
  {
    name: 'a leading slash',
    files: marked({ 'x-inferred': { '/responses/200': 'x' } }),
    want: [[`${atInferred}/~1responses~1200`, 'A relative pointer has no leading slash: `responses/200`.']],
  },
  {
    name: 'a wrong escape',
    files: marked({ 'x-inferred': { 'responses/~2': 'x' } }),
    want: [[`${atInferred}/responses~1~02`, 'write "~" as ~0']],
  },
  {
    name: 'a key that objects inherit',
    files: marked({ 'x-inferred': { 'responses/constructor': 'x' } }),
    want: [[`${atInferred}/responses~1constructor`, 'there is no `constructor`']],
  },
  { name: 'a conflict', files: marked({ 'x-conflict': [conflict, { ...conflict, at: deep }] }), want: [] },
  { name: 'no list', files: marked({ 'x-conflict': conflict }), want: [[atConflict, 'is a non-empty list']] },
  { name: 'an empty list', files: marked({ 'x-conflict': [] }), want: [[atConflict, 'is a non-empty list']] },
  {
    name: 'a conflict that is a string',
    files: marked({ 'x-conflict': ['both'] }),
    want: [[`${atConflict}/0`, 'A conflict is {at, sources']],
  },
  {
    name: 'a conflict that leads nowhere',
    files: marked({ 'x-conflict': [{ ...conflict, at: 'responses/404' }] }),
    want: [[`${atConflict}/0/at`, '`responses/404` leads nowhere: there is no `404`. There: 200.']],
  },
  {
    name: 'a conflict without its parts',
    files: marked({ 'x-conflict': [{ at: '', chosen: '' }] }),
    want: [
      [`${atConflict}/0/chosen`, '`chosen` is a non-empty string'],
      [`${atConflict}/0`, '`why` is a non-empty string'],
      [`${atConflict}/0`, '`sources` is a non-empty list'],
    ],
  },
  {
    name: 'a conflict without its place, with a further key',
    files: marked({ 'x-conflict': [{ ...conflict, at: undefined, reason: 'x' }] }),
    want: [
      [`${atConflict}/0/reason`, 'A conflict has no `reason`.'],
      [`${atConflict}/0`, '`at` is a relative pointer'],
    ],
  },
  {
    name: 'a source that says nothing',
    files: marked({ 'x-conflict': [{ ...conflict, sources: [{ document: 'things.md', section: 'Get' }] }] }),
    want: [[`${atConflict}/0/sources/0`, '`says` is missing or empty']],
  },
  {
    name: 'inside a security requirement',
    files: marked({ security: [{ token: [], 'x-inferred': 'x' }] }),
    want: [
      [
        `${operationAt}/security/0/x-inferred`,
        'Move it to the operation: `x-inferred: {security/<index>: <reason>}`',
      ],
    ],
  },
  {
    name: 'on the responses map',
    files: marked({ responses: { 'x-conflict': [conflict], 200: { $ref: 'Ok.yaml' } } }),
    want: [[`${operationAt}/responses/x-conflict`, '`x-conflict: [{at: responses/<status>, …}]`']],
  },
  {
    name: 'on a map of media types',
    files: marked({ requestBody: { content: { 'x-inferred': 'x' } } }),
    want: [[`${operationAt}/requestBody/content/x-inferred`, 'one more entry of a map']],
  },
  {
    name: 'on a map of properties',
    files: { ...marked({}), 'Thing.yaml': { properties: { 'x-inferred': 'x' } } },
    want: [['Thing.yaml#/properties/x-inferred', 'one more entry of a map']],
  },
  {
    name: 'beside the $ref of a response',
    files: marked({ responses: { 200: { $ref: 'Ok.yaml', 'x-inferred': 'x' } } }),
    want: [
      [
        `${operationAt}/responses/200/x-inferred`,
        'Move x-inferred to the operation: `x-inferred: {responses/<status>',
      ],
    ],
  },
  {
    name: 'on a node without statements',
    files: documentOf({}, { tags: [{ name: 'Things', 'x-inferred': 'x' }] }),
    want: [['openapi.yaml#/tags/0/x-inferred', 'has no effect on this node (Tag)']],
  },
  {
    name: 'in an example, where it is data',
    files: marked({ requestBody: { content: { 'application/json': { example: { 'x-inferred': 1 } } } } }),
    want: [],
  },
];

test.each(table)('marks: $name', async ({ files, want }) => {
  const got = await problemsOf('care/evidence-marks', files);
  expect(got).toEqual(want.map(([at, says]) => [at, expect.stringContaining(says)]));
});

function answer(schema: object): object {
  return { description: 'ok', content: { 'application/json': { schema } } };
}

function answerSchemaAt(): string {
  return 'Ok.yaml#/content/application~1json/schema';
}
