import { describe, expect, test } from 'vitest';
import { countPage } from './countPage.ts';
import { orchardPage } from './orchardPage.ts';
import { readPage } from './readPage.ts';

const sections = readPage(orchardPage);
const [pick, tree, plant] = sections;

describe('readPage', () => {
  test('reads headings: group, title, badge and descriptions', () => {
    const headings = sections.map(({ group, groupDescription, title, badge, description }) => {
      return { group, groupDescription, title, badge, description };
    });
    expect(headings).toEqual([
      {
        group: 'Fruit Management',
        groupDescription: 'Everything that grows',
        title: 'Pick a fruit',
        badge: true,
        description: 'Takes one off the tree',
      },
      { group: 'Fruit Management', title: 'GET api/tree', badge: false },
      { group: 'Endpoints', title: 'Plant a tree', badge: false, description: 'Puts it into the ground' },
    ]);
  });

  test('reads addresses without the prefix, several of one section too', () => {
    expect(sections.map(({ operations }) => operations)).toEqual([
      [{ method: 'POST', path: '/fruit/{fruit_id}' }],
      [
        { method: 'GET', path: '/tree' },
        { method: 'POST', path: '/tree' },
      ],
      [{ method: 'POST', path: '/plant' }],
    ]);
  });

  test('reads inputs with place, type, limits and what the sample sends; a nested field keeps its parent', () => {
    expect(pick?.inputs.map(({ line: _, ...input }) => input)).toEqual([
      {
        in: 'path',
        name: 'fruit_id',
        type: 'integer',
        optional: false,
        limits: [],
        text: 'The number of the fruit.',
        example: '7',
      },
      {
        in: 'query',
        name: 'colour',
        type: 'string',
        optional: true,
        limits: [],
        example: 'red',
        sent: 'red',
      },
      {
        in: 'query',
        name: 'kinds',
        type: 'string[]',
        optional: true,
        limits: [],
        text: 'the kinds to look among',
        sent: ['pear'],
      },
      { in: 'body', name: 'weight', type: 'number', optional: false, limits: [], example: '1.5', sent: 1.5 },
      { in: 'body', name: 'meta', type: 'object', optional: true, limits: [], sent: { is_ripe: true } },
      {
        in: 'body',
        name: 'is_ripe',
        within: ['meta'],
        type: 'boolean',
        optional: true,
        limits: [],
        example: 'true',
        sent: true,
      },
      { in: 'body', name: 'note', within: ['meta'], type: 'string', optional: true, limits: [] },
    ]);
  });

  test('takes no field for nested that the sample sends beside the object', () => {
    expect(plant?.inputs.map(({ name, within }) => [name, within])).toEqual([
      ['photo', undefined],
      ['tags', undefined],
      ['height', undefined],
      ['kind', undefined],
    ]);
  });

  test('says where an input stands', () => {
    const lines = orchardPage.split('\n');
    expect(lines[(plant?.inputs[1]?.line ?? 0) - 1]).toMatch(/^tags\u00a0/);
  });

  test('reads the sample', () => {
    expect(pick?.sample).toEqual({
      url: 'https://orchard.example/api/fruit/7?colour=red',
      headers: { Authorization: 'Bearer x', 'Content-Type': 'application/json' },
      query: { colour: 'red', 'kinds[0]': 'pear' },
      body: { weight: 1.5, meta: { is_ripe: true } },
    });
    expect(plant?.sample.files).toEqual({ photo: '/tmp/tree.png' });
  });

  test('reads the example response', () => {
    const refusal = {
      status: 401,
      headers: { 'cache-control': 'no-store', 'content-type': 'application/json' },
      body: { message: 'Who are you?' },
    };
    expect([pick?.response, tree?.response, plant?.response]).toEqual([refusal, refusal, undefined]);
  });

  test.each([
    { fault: 'no line "Request"', from: /^Request.*$/m, to: 'Asked' },
    { fault: 'no sample in Python', from: 'import requests', to: 'require requests' },
    { fault: 'names no address', from: 'POST api/plant', to: 'MOW api/plant' },
    { fault: 'at most one description', from: 'GET api/tree', to: 'A\n\nB\n\nC' },
    { fault: 'above the first group', from: /^.*?(?=Pick a fruit)/s, to: '' },
    { fault: 'No entry of a Python literal', from: "'Authorization': 'Bearer x'", to: '"Authorization"' },
  ])('refuses a text with $fault', ({ fault, from, to }) => {
    expect(() => readPage(orchardPage.replace(from, to))).toThrow(fault);
  });
});

test('countPage counts', () => {
  expect(countPage(sections)).toEqual({
    sections: 3,
    operations: 4,
    badges: 1,
    inputs: 11,
    'inputs in the path': 1,
    'inputs in the query': 2,
    'inputs in the body': 8,
    'required inputs': 3,
    'limits "Must …"': 2,
    'rules "required when …"': 1,
    'rules "must match"': 0,
    'example responses': 2,
  });
});
