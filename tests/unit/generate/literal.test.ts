import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { isFuzzable } from '../../../scripts/cases/isFuzzable.ts';
import { planCases } from '../../../scripts/cases/planCases.ts';
import { renderContract } from '../../../scripts/generate/contract.ts';
import { literal, quoted } from '../../../scripts/generate/literal.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';

const hostile = [
  "it's",
  'say "hi"',
  `\`\${process.exit(1)}\``,
  '*/ /* //',
  'two\nlines\r\n',
  '\u2028\u2029\u0000\u001b',
  '\\',
  "\\'); throw new Error('escaped'); ('",
  '\ud800 alone',
  '😀 ü',
  '__proto__',
  'constructor',
  'class',
  '',
  ' ',
  '</script>',
  '0',
  '-1',
];

let folder: string;
let count = 0;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'literal-')));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a module exports whose text this is: really written and imported. */
async function imported(text: string): Promise<Record<string, unknown>> {
  count += 1;
  const file = join(folder, `module-${count}.mjs`);
  await writeFile(file, text);
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}

describe('literals survive being imported', () => {
  const nested: Json = {
    list: hostile,
    ...Object.fromEntries(hostile.map((name) => [name, { [name]: [name] }])),
  };
  const own: Json = JSON.parse('{"__proto__": {"polluted": true}, "a": {"__proto__": 1}}');

  test.each<[name: string, value: Json]>([
    ...hostile.map((text): [string, Json] => [JSON.stringify(text), text]),
    ['hostile names and values', nested],
    ['an own __proto__', own],
    ['numbers', [0, -1.5, 1e21, 1e-7, Number.MAX_SAFE_INTEGER]],
    ['long runs', ['x'.repeat(128), `a${'\n'.repeat(200)}b${"'".repeat(200)}`, '😀'.repeat(200)]],
    ['the rest', [null, true, false, [], {}, [[]], [{}]]],
  ])('%s', async (_, value) => {
    const texts = [literal(value), literal(value, ''), literal(value, '    ')];
    const { all } = await imported(`export const all = [${texts.join(', ')}];`);
    expect(all).toEqual([value, value, value]);
    expect(JSON.stringify(all)).toBe(JSON.stringify([value, value, value]));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test.each<[value: Json, indent: string | undefined, want: string]>([
  [{ a: 1, 'b-c': 'd', $e: [] }, undefined, "{ a: 1, 'b-c': 'd', $e: [] }"],
  [{}, '', '{}'],
  [{ a: 1 }, '', '{ a: 1 }'],
  [
    { a: 'x'.repeat(60), b: ['y'.repeat(60)] },
    '  ',
    `{\n    a: '${'x'.repeat(60)}',\n    b: ['${'y'.repeat(60)}'],\n  }`,
  ],
  [['x'.repeat(120)], '', `[\n  '${'x'.repeat(120)}',\n]`],
  [['x'.repeat(120)], undefined, `['${'x'.repeat(120)}']`],
  [`a@${'x'.repeat(128)}.b`, undefined, "'a@' + 'x'.repeat(128) + '.b'"],
])('%j is laid out', (value, indent, want) => expect(literal(value, indent)).toBe(want));

test('a quoted string is one line', () => {
  for (const text of hostile) expect(quoted(text)).toMatch(/^'[^\n\r\u2028\u2029]*'$/);
});

describe('a contract survives being imported', () => {
  const named = (name: string): JsonObject => ({
    operationId: name,
    tags: [name],
    parameters: [
      {
        name,
        in: 'query',
        required: true,
        schema: { enum: [name, `${name}!`] },
        examples: { [name]: { value: name } },
      },
    ],
    requestBody: {
      content: {
        'application/json': {
          schema: { required: [name], properties: { [name]: { enum: [name] } } },
          examples: { [name]: { value: { [name]: name } } },
        },
        [`application/${name}+json`]: { schema: {} },
      },
    },
    security: [{ [name]: [] }],
    responses: { 200: { description: name } },
  });
  const paths = Object.fromEntries(
    hostile.map((name, index) => [`/${index}/${name}`, { post: named(name) }]),
  );
  const api = apiOf('things', JSON.parse(JSON.stringify({ paths })) as JsonObject);
  const stub = `export const calls = [];
export const describe = (title, body) => { calls.push(['describe', title]); body(); };
export const given = (...all) => {
  calls.push(['given', ...all]);
  return new Proxy({}, { get: (_, verb) => (...args) => calls.push([verb, ...args]) });
};
`;

  test('every operation, base request and case is the one that was planned', async () => {
    await writeFile(join(folder, 'stub.mjs'), stub);
    const files = renderContract(api, './stub.mjs');
    for (const text of files.values()) await imported(text.replace("from 'vitest'", "from './stub.mjs'"));
    const { calls } = (await import(pathToFileURL(join(folder, 'stub.mjs')).href)) as { calls: unknown[][] };
    const plans = api.operations.flatMap((operation) => planCases(operation, api.operations));
    const given = calls.filter(([verb]) => verb === 'given').map(([, ...rest]) => rest);
    expect(sorted(given)).toEqual(
      sorted(plans.map(({ operationId, base }) => ['things', operationId, base])),
    );
    const titles = calls
      .filter(([verb]) => verb !== 'given' && verb !== 'describe' && verb !== 'fuzzes')
      .map(([, title]) => title);
    expect(sorted(titles)).toEqual(sorted(plans.flatMap(({ cases }) => cases.map(({ title }) => title))));
    const fuzzed = plans.filter(({ operationId }) =>
      api.operations.some((one) => one.operationId === operationId && isFuzzable(one)),
    );
    expect(calls.filter(([verb]) => verb === 'fuzzes')).toHaveLength(fuzzed.length);
    const refused = calls
      .filter(([verb]) => verb === 'refuses')
      .map(([, title, change, breaks]) => [title, change, breaks]);
    const planned = plans.flatMap(({ cases }) =>
      cases.flatMap(({ title, change, expectation }) =>
        expectation.outcome === 'refused' ? [[title, change, expectation.breaks]] : [],
      ),
    );
    expect(refused.length).toBeGreaterThan(hostile.length);
    expect(sorted(refused)).toEqual(sorted(planned));
  });

  test('file names are harmless', () => {
    for (const name of renderContract(api).keys()) expect(name).toMatch(/^[a-z0-9-]+\.test\.ts$/);
    expect([
      ...renderContract(apiOf('a', { paths: { '/a': { get: { tags: ['../../Évil'] } } } })).keys(),
    ]).toEqual(['vil.test.ts']);
  });
});

function sorted(values: unknown[]): string[] {
  return values.map((value) => JSON.stringify(value)).sort();
}

test('a contract reads like prose: a file per tag, a describe per operation, a line per case', () => {
  const paths = {
    '/things/{id}': {
      put: {
        operationId: 'updateThing',
        tags: ['My Things'],
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' }, example: 7 }],
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: { type: 'object' }, example: { a: 1 } },
            'text/plain': { example: 'x' },
          },
        },
        security: [{ key: [] }],
        responses: { 204: { description: 'Done.' }, default: { description: 'Not done.' } },
      },
    },
  };
  const components = { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } };
  const [[file = '', text = ''] = []] = [
    ...renderContract(apiOf('things', JSON.parse(JSON.stringify({ paths, components })))),
  ];
  expect(file).toBe('my-things.test.ts');
  const [head, first = '', second = '', ...more] = text.split('\n\ndescribe(');
  expect(head).toBe(`// Generated by npm run generate. Do not edit.
import { describe } from 'vitest';
import { given } from '../../../tests/contract/harness.ts';`);
  expect(more).toEqual([]);
  expect(first.split('\n').slice(0, 4)).toEqual([
    "'updateThing', () => {",
    "  const the = given('things', 'updateThing', { path: { id: 7 }, contentType: 'application/json', body: { a: 1 }, security: ['key'] });",
    '',
    "  the.accepts('example example');",
  ]);
  expect(first.split('\n')).toEqual(expect.arrayContaining(caseLines));
  expect(second.split('\n').slice(0, 2)).toEqual([
    "'updateThing as text/plain', () => {",
    "  const the = given('things', 'updateThing', { path: { id: 7 }, contentType: 'text/plain', body: 'x', security: ['key'] });",
  ]);
  for (const plan of [first, second]) {
    const [, , , ...lines] = plan.trimEnd().split('\n');
    expect(lines.at(-1)).toBe('});');
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^ {2}the\.\w+\('.*'.*\);$/);
  }
});

/** A line of each word that the harness has. */
const caseLines = [
  "  the.accepts('example example');",
  "  the.refuses('missing body', { remove: ['/contentType', '/body'] }, 'requestBody/required');",
  "  the.denies('no-credentials key', { remove: ['/security'] }, 'security/0');",
  "  the.knowsNoMethod('undocumented-method GET', { set: { '/method': 'GET', '/path/id': 999999937 }, remove: ['/contentType', '/body'] });",
  "  the.findsNothing('unknown-resource', { set: { '/path/id': 999999937 } });",
  "  the.answers('documented-status 204', { set: { '/prefer': { code: '204' } } }, '204');",
  "  the.skips('documented-status default', 'default names no single status to ask for');",
];
