import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../scripts/model/json.ts';
import type { Report } from '../../scripts/model/report.ts';
import { makeContractProject } from '../support/makeContractProject.ts';
import { runScript } from './runScript.ts';

/** Its answers show one pet, of a kind that its schema does not start with, and never its age. */
const shelter: JsonObject = {
  openapi: '3.1.0',
  components: {
    schemas: {
      Pet: {
        properties: { age: { type: 'integer' } },
        oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
      },
      Cat: { type: 'object', required: ['meows'], properties: { meows: { type: 'boolean' } } },
      Dog: { type: 'object', required: ['barks'], properties: { barks: { type: 'boolean' } } },
    },
  },
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [
          {
            name: 'limit',
            in: 'query',
            required: true,
            schema: { type: 'integer', maximum: 10 },
            example: 3,
          },
        ],
        responses: {
          200: {
            description: 'Pets.',
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: '#/components/schemas/Pet' } },
                example: [{ barks: true }],
              },
            },
          },
          default: { description: 'Anything else.', headers: { 'X-Reason': { schema: { type: 'string' } } } },
        },
      },
    },
  },
};

test('a run tells what it exercised, and what it never did', async () => {
  await using project = await makeContractProject({ shelter });
  const folder = join(project.root, 'reports');
  const run = await runScript('contract.ts', { argv: ['shelter', '--report', folder], cwd: project.root });
  expect(run.stderr).toBe('');
  const report = JSON.parse(await readFile(join(folder, 'contract.json'), 'utf8')) as Report;
  const items = '/paths/~1pets/get/responses/200/content/application~1json/schema/items';
  const never = [
    ['Pet/properties/age', 'properties/age'],
    ['Pet/properties/age/type', 'properties/age/type'],
    ['Cat/type', 'oneOf/0/type'],
    ['Cat/required/0', 'oneOf/0/required/0'],
    ['Cat/properties/meows', 'oneOf/0/properties/meows'],
    ['Cat/properties/meows/type', 'oneOf/0/properties/meows/type'],
  ].map(([pointer, usage]) => ({ pointer: `/components/schemas/${pointer}`, usage: `${items}/${usage}` }));
  expect(report.apis[0]?.operations[0]?.coverage).toEqual({
    statuses: { documented: ['200', 'default'], seen: ['200', '405', '422'] },
    // The operation, the parameter, that it is required, its type, its maximum: only the last three can be broken.
    requests: { total: 5, exercised: 5, met: 5, broken: 3 },
    responses: { total: 17, exercised: 11 },
    never,
  });
  expect(report.totals).toMatchObject({ statements: 22, exercised: 16 });
  expect(run.stdout).toMatch(/ coverage\nshelter .* 72%\n/);
});
