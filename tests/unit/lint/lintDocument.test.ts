import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRegistry, selectApis } from '../../../scripts/apis/registry.ts';
import { lintDocument } from '../../../scripts/lint/lintDocument.ts';
import { loadLintConfig } from '../../../scripts/lint/loadLintConfig.ts';
import type { Problem } from '../../../scripts/lint/problem.ts';
import { type Changes, openapi, redocly, thing, writeProject } from '../../commands/lintProject.ts';

const path = 'openapi/things/paths/thing.yaml';
const rootDocument = 'openapi/things/openapi.yaml';
const twice = { ...openapi, paths: { ...openapi.paths, '/again': { $ref: 'paths/again.yaml' } } };

const table: { name: string; changes: Changes; problem: object }[] = [
  {
    name: 'a broken $ref',
    changes: { [rootDocument]: { ...openapi, paths: { '/thing': { $ref: 'paths/ting.yaml' } } } },
    problem: {
      file: rootDocument,
      pointer: '#/paths/~1thing',
      rule: 'no-unresolved-refs',
      unreadable: true,
      message: expect.stringMatching(/^Can't resolve \$ref: ENOENT.*\/paths\/ting\.yaml'$/),
    },
  },
  {
    name: 'a $ref to another host',
    changes: {
      [rootDocument]: { ...openapi, paths: { '/thing': { $ref: 'http://127.0.0.1:1/thing.yaml' } } },
    },
    problem: {
      pointer: '#/paths/~1thing',
      unreadable: true,
      message: expect.stringContaining('http://127.0.0.1:1/thing.yaml is no file'),
    },
  },
  {
    name: 'broken YAML in a file referred to',
    changes: { [path]: 'get:\n  summary: "open\n' },
    problem: { file: path, line: expect.any(Number), rule: 'no-unresolved-refs', unreadable: true },
  },
  {
    name: 'broken YAML in the root document',
    changes: { [rootDocument]: 'openapi: 3.1.0\ninfo: [\n' },
    problem: { file: rootDocument, line: 3, pointer: '#', rule: 'readable', unreadable: true },
  },
  {
    name: 'a root document that is none',
    changes: { [rootDocument]: 'title: Things\n' },
    problem: { file: rootDocument, pointer: '#', rule: 'readable', unreadable: true },
  },
  {
    name: 'a root document that is not there',
    changes: { 'redocly.yaml': { ...redocly, apis: { things: { root: 'openapi/tings.yaml' } } } },
    problem: {
      file: 'openapi/tings.yaml',
      rule: 'readable',
      unreadable: true,
      message: expect.stringContaining('ENOENT'),
    },
  },
  {
    name: 'a $ref that leads round in a circle',
    changes: { [path]: { $ref: '#/' } },
    problem: { file: expect.any(String), unreadable: true },
  },
  {
    name: 'a duplicate operationId',
    changes: { [rootDocument]: twice, 'openapi/things/paths/again.yaml': thing },
    problem: {
      file: 'openapi/things/paths/again.yaml',
      pointer: '#/get',
      rule: 'operation-operationId-unique',
    },
  },
  {
    name: 'an example that breaks its schema',
    changes: {
      'openapi/things/components/schemas/Thing.yaml': {
        type: 'object',
        properties: { id: { type: 'string' } },
      },
    },
    problem: {
      file: path,
      line: 17,
      column: 21,
      pointer: '#/get/responses/200/content/application~1json/examples/one/value/id',
      rule: 'no-invalid-media-type-examples',
      message: 'Example value must conform to the schema: `id` property type must be string.',
    },
  },
  {
    name: 'a rule of ours',
    changes: { [path]: { get: { ...thing.get, operationId: 'fetchThing' } } },
    problem: { file: path, line: 2, pointer: '#/get/operationId', rule: 'care/operation-id-verb' },
  },
  {
    name: 'what an ignore file hides',
    changes: {
      [path]: { get: { ...thing.get, operationId: 'fetchThing' } },
      '.redocly.lint-ignore.yaml': { [path]: { 'care/operation-id-verb': ['#/get/operationId'] } },
    },
    problem: { rule: 'care/operation-id-verb' },
  },
];

describe('a document with', () => {
  test('nothing wrong', async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  test.each(table)('$name', async ({ changes, problem }) => {
    const problems = await problemsOf(changes);
    expect(problems).toContainEqual(expect.objectContaining(problem));
  });
});

async function problemsOf(changes: Changes): Promise<Problem[]> {
  const projectRoot = writeProject(changes);
  try {
    const config = await loadLintConfig(projectRoot);
    const [api] = selectApis(readRegistry(projectRoot), ['things']);
    const { problems } = await lintDocument({
      root: api?.root ?? '',
      config: config.forAlias('things'),
      projectRoot,
    });
    return problems;
  } finally {
    rmSync(projectRoot, { recursive: true });
  }
}
