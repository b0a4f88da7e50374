import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lintStories } from '../../../scripts/lint/lintStories.ts';
import { loadLintConfig } from '../../../scripts/lint/loadLintConfig.ts';
import { type Changes, stories, writeProject } from '../../commands/lintProject.ts';

const storiesFile = 'openapi/things/workflows.arazzo.yaml';
const told = (step: object, more: object = {}) => ({
  [storiesFile]: {
    ...stories,
    workflows: [{ workflowId: 'read', ...more, steps: [{ stepId: 'get', ...step }] }],
  },
});
const faultyStories: [name: string, changes: Changes, problem: object][] = [
  [
    'an operationId that the API does not have',
    told({ operationId: 'getTing' }),
    {
      ...{ file: storiesFile, line: 13, column: 22, pointer: '#/workflows/0/steps/0/operationId' },
      message: 'the API has no operation `getTing`. Correct the name, or the step.',
    },
  ],
  [
    'a step that asks whom it likes',
    told({ operationId: 'getThing', 'x-operation': { url: 'https://example.com', method: 'get' } }),
    { pointer: '#/workflows/0/steps/0', rule: 'stories' },
  ],
  [
    'an input without a default',
    told({ operationId: 'getThing' }, { inputs: { type: 'object', properties: { id: { type: 'string' } } } }),
    { pointer: '#/workflows/0/inputs/properties/id', message: expect.stringContaining('no default') },
  ],
  [
    'what no Arazzo document has',
    { [storiesFile]: { ...stories, flows: [] } },
    { file: storiesFile, rule: 'struct', pointer: '#/flows' },
  ],
  [
    'one stepId twice',
    {
      [storiesFile]: {
        ...stories,
        workflows: [
          { workflowId: 'read', steps: [1, 2].map(() => ({ stepId: 'get', operationId: 'getThing' })) },
        ],
      },
    },
    { file: storiesFile, rule: 'stepId-unique' },
  ],
];

/** Lints the stories of a small project that is changed so; without its document, if that cannot be read. */
async function lint(changes: Changes, isReadable = true) {
  const projectRoot = writeProject({ [storiesFile]: stories, ...changes });
  try {
    const config = (await loadLintConfig(projectRoot)).forAlias('things');
    const root = isReadable ? join(projectRoot, 'openapi/things/openapi.yaml') : undefined;
    return await lintStories({ file: join(projectRoot, storiesFile), root, config, projectRoot });
  } finally {
    rmSync(projectRoot, { recursive: true });
  }
}

test('stories that can be told are counted', async () => {
  expect(await lint({})).toEqual({ problems: [], stories: 1 });
});

test.each(faultyStories)('%s is a problem', async (_, changes, problem) => {
  expect((await lint(changes)).problems).toContainEqual(expect.objectContaining(problem));
});

test('where the document of the API cannot be read, no step is at fault', async () => {
  expect(await lint(told({ operationId: 'getTing' }), false)).toEqual({ problems: [], stories: 1 });
});
