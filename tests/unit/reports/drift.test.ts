import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { setAt } from '../../../scripts/json/change.ts';
import { isObject, valueAt } from '../../../scripts/json/pointer.ts';
import type { Undescribed } from '../../../scripts/model/finding.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { judge } from '../../contract/checks/judge.ts';
import { changeFor } from '../../contract/reports/drift/changeFor.ts';
import { type DriftEntry, gatherDrift } from '../../contract/reports/drift/gatherDrift.ts';
import { renderDrift } from '../../contract/reports/drift/renderDrift.ts';
import { yamlText } from '../../contract/reports/drift/yamlText.ts';
import { judgementOf, operationOf, type Spec } from '../checks/answered.ts';
import {
  madeApi,
  madeCase,
  madeDrift,
  madeFinding,
  madeOperation,
  madeReport,
  nowhere,
} from './madeReport.ts';

const answers = (schema: object, more: object = {}) =>
  operationOf({
    operationId: 'createThing',
    responses: { 200: { description: 'Done.', content: { 'application/json': { schema } } }, ...more },
  });
const thing = { type: 'object', properties: { a: { type: 'string' } } };
const inferred = { ...thing, properties: { a: { type: 'string', 'x-inferred': 'It looks so.' } } };

interface Row {
  name: string;
  operation: Operation;
  answer: Omit<Spec, 'operation'>;
  /** Of what is to be added; `kind name types`. */
  want: string[];
}

const rows: Row[] = [
  {
    name: 'fields, with their types',
    operation: answers(thing),
    answer: {
      body: { a: 'x', b: 1, c: null, d: [1], e: { f: 2 }, __proto__: true, 'it\'s "odd": #\n- x': 'x' },
    },
    want: [
      'field b integer',
      'field c null',
      'field d array',
      'field e object',
      'field it\'s "odd": #\n- x string',
    ],
  },
  {
    name: 'fields of items, of several types',
    operation: answers({ type: 'array', items: thing }),
    answer: { body: [{ b: 1 }, { b: 1.5 }, { b: 'x' }] },
    want: ['field b integer or number or string'],
  },
  {
    name: 'a status',
    operation: answers(thing),
    answer: { status: 418, expectation: { outcome: 'refused', breaks: '/x' } },
    want: ['status 418 '],
  },
  {
    name: 'a media type where no body is described',
    operation: operationOf({ operationId: 'createThing', responses: { 200: { description: 'Done.' } } }),
    answer: { body: 'x', headers: { 'content-type': 'text/plain; charset=utf-8' } },
    want: ['media-type text/plain '],
  },
  {
    name: 'headers',
    operation: answers(thing),
    answer: { body: {}, headers: { 'x-trace': 'secret-value', 'x-"quoted"': '1' } },
    want: ['header x-trace ', 'header x-"quoted" '],
  },
  {
    name: 'another type than an inferred one',
    operation: answers(inferred),
    answer: { body: { a: null } },
    want: ['type  null'],
  },
];

/** What the findings of answers give, as a run of these cases would. */
function driftOf(operation: Operation, answer: Omit<Spec, 'operation'>): DriftEntry[] {
  const findings = judge(judgementOf({ operation, ...answer }));
  return gatherDrift(madeApi('things', [madeOperation([madeCase('one', findings)])]));
}

function told(entries: DriftEntry[]): string[] {
  return entries.map(({ kind, name, types = [] }) => `${kind} ${name} ${types.join(' or ')}`);
}

/** The operation of a document to which the changes were made, as they are pasted: read from their text. */
function withChanges({ document }: Operation, entries: DriftEntry[]): Operation {
  const places = Map.groupBy(entries, ({ place }) => place);
  const changed = [...places].reduce<JsonObject>((all, [place, own]) => {
    const pasted = parse(yamlText(changeFor(own))) as JsonObject;
    const old = valueAt(all, place);
    return setAt(all, place, merge(isObject(old) ? old : {}, pasted)) as JsonObject;
  }, document);
  const [operation] = apiOf('things', changed).operations;
  if (!operation) throw new Error('The changed document has no operation.');
  return operation;
}

function merge(old: JsonObject, added: JsonObject): JsonObject {
  const merged = Object.entries(added).map(([name, value]) => {
    const own = Object.hasOwn(old, name) ? old[name] : undefined;
    return [name, isObject(own) && isObject(value) ? merge(own, value) : value];
  });
  return Object.fromEntries([...Object.entries(old), ...merged]);
}

describe.each(rows)('$name', ({ operation, answer, want }) => {
  test('is told by names and types', () => {
    expect(told(driftOf(operation, answer))).toEqual(want);
  });

  test('is no drift any more once the change is pasted', () => {
    const entries = driftOf(operation, answer);
    expect(judge(judgementOf({ operation: withChanges(operation, entries), ...answer }))).toEqual([]);
  });
});

test('a violation is no drift: nothing is proposed for it', () => {
  const documented = answers(thing);
  expect(judge(judgementOf({ operation: documented, body: { a: 1 } }))).toMatchObject([
    { severity: 'violation' },
  ]);
  expect(driftOf(documented, { body: { a: 1 } })).toEqual([]);
});

const colour: Undescribed = {
  kind: 'field',
  name: 'colour',
  types: ['string'],
  place: '/components/schemas/Boat',
};
const drift = madeDrift('undocumented-field', { undescribed: [colour] });

test('a run counts cases, not findings, and puts operations and types together', () => {
  const other = madeDrift('undocumented-field', { undescribed: [{ ...colour, types: ['null'] }] });
  const operations = [
    madeOperation([madeCase('one', [drift, drift]), madeCase('two', [drift])]),
    madeOperation([madeCase('three', [other])], { operationId: 'getBoat' }),
  ];
  expect(gatherDrift(madeApi('boats', operations))).toEqual([
    { ...colour, types: ['string', 'null'], cases: 3, operations: ['listBoats', 'getBoat'] },
  ]);
});

describe('drift.md', () => {
  const broken = {
    pointer: '/components/schemas/Boat/required/0',
    reason: 'A boat has a name.',
    verdict: 'broken' as const,
    brokenBy: ['listBoats'],
  };
  const statements = [
    broken,
    { pointer: '/components/schemas/Boat/type', reason: 'It looks so.', verdict: 'confirmed' as const },
    { pointer: '/paths/~1boats/get/responses/404', reason: 'It | looks so.', verdict: 'unseen' as const },
  ];
  const other = madeDrift('allow-header', { evidence: 'protocol', message: 'PUT <b>x</b> had no Allow.' });
  const api = madeApi('boats', [madeOperation([madeCase('one', [drift, other])])], { inferred: statements });
  const file = { file: '/work/openapi/boats/components/schemas/Boat.yaml', line: 3 };
  const placeOf = (_: string, pointer: string) => (pointer.startsWith('/components') ? file : undefined);
  const text = renderDrift(madeReport([api]), { placeOf, workspace: '/work' });

  test('has the change, ready to paste, with the file and the pointer', () => {
    expect(text).toContain(
      [
        'Into `openapi/boats/components/schemas/Boat.yaml:3` (`#/components/schemas/Boat` of the bundle):',
        '',
        '- `colour`, string: 1 case of `listBoats`',
        '',
        '````yaml',
        'properties:',
        '  colour:',
        '    type: string',
        '    x-inferred: "Seen in 1 answer of a server; no source states it."',
        '````',
      ].join('\n'),
    );
  });

  test('has every inferred statement by its verdict', () => {
    expect(text).toContain('This server confirmed 1, broke 1 and never showed 1 of 3 statements');
    expect(text).toContain('**Broken** by `listBoats`: correct it or take it out at');
    expect(text).toContain('| `/components/schemas/Boat/type` | It looks so. |');
    expect(text).toContain('| `/paths/~1boats/get/responses/404` | It &#124; looks so. |');
  });

  test('has other drift, in which nothing is markup', () => {
    expect(text).toContain(
      '- `listBoats` allow-header (protocol), 1 case: PUT &#60;b&#62;x&#60;/b&#62; had no Allow.',
    );
  });

  test('says so where there is none', () => {
    const clean = madeReport([madeApi('boats', [madeOperation([madeCase('one', [madeFinding()])])])]);
    expect(renderDrift(clean, nowhere)).toMatch(/## boats\n\nNo drift\.\n$/);
  });
});

test.each([
  'plain',
  'yes',
  'null',
  '1',
  '- x',
  '#',
  'a: b',
  "it's",
  '"',
  'a\nb',
  '````',
  '\u0000\u0085\u2028\u202e',
  '\u{e0041}',
  '',
  '~',
  '__proto__',
  '🛶',
])('the name %j is read back from YAML as it is, and stands on one line of visible characters', (name) => {
  const value = { a: { [name]: name }, b: [name, 1, null, true] };
  const text = yamlText(value);
  expect(parse(text)).toEqual(value);
  expect(text.split('\n')).toHaveLength(3);
  expect(text).toMatch(/^[\x20-\x7e\n]*$/);
});
