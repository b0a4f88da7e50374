import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { readStories } from '../../../scripts/apis/readStories.ts';
import { DocumentError } from '../../../scripts/model/errors.ts';

const api = apiOf('harbor', {
  openapi: '3.1.0',
  info: { title: 'Harbor', version: '1.0.0' },
  paths: { '/berths': { get: { operationId: 'listBerths', responses: {} } } },
});
const source = { name: 'harbor', url: 'openapi.yaml', type: 'openapi' };

/** A document with one story of one step. */
function stories({
  sources = [source],
  step = {},
  inputs,
}: {
  sources?: object[];
  step?: object;
  inputs?: object;
}) {
  const steps = [{ stepId: 'list', operationId: 'listBerths', ...step }];
  const workflow = { workflowId: 'look', summary: 'Look', ...(inputs && { inputs }), steps };
  return { arazzo: '1.0.1', sourceDescriptions: sources, workflows: [workflow] };
}

function read(document: unknown) {
  const projectRoot = mkdtempSync(join(tmpdir(), 'stories-'));
  const file = join(projectRoot, 'workflows.arazzo.yaml');
  writeFileSync(file, typeof document === 'string' ? document : stringify(document));
  try {
    return readStories({ file, api, projectRoot });
  } finally {
    rmSync(projectRoot, { recursive: true });
  }
}

const properties = { pier: { type: 'integer', default: 3 }, flag: { default: 'red' } };

test.each(['listBerths', '$sourceDescriptions.harbor.listBerths'])('a story asks %s', (operationId) => {
  const { source: name, stories: told } = read(stories({ step: { operationId }, inputs: { properties } }));
  expect(name).toBe('harbor');
  expect(told).toEqual([
    {
      workflowId: 'look',
      summary: 'Look',
      inputs: [
        { name: 'pier', type: 'integer' },
        { name: 'flag', type: 'string' },
      ],
      steps: [{ stepId: 'list', operation: api.operations[0] }],
    },
  ]);
});

const step = '/workflows/0/steps/0';
const faulty: [what: string, document: unknown, pointer: string | undefined][] = [
  ['an operation that is not there', stories({ step: { operationId: 'sink' } }), `${step}/operationId`],
  ['another workflow', stories({ step: { operationId: undefined, workflowId: 'other' } }), step],
  [
    'a path',
    stories({ step: { operationId: undefined, operationPath: '{$sourceDescriptions.a.url}#/b' } }),
    step,
  ],
  ['any address', stories({ step: { 'x-operation': { url: 'https://example.com', method: 'get' } } }), step],
  ['two sources', stories({ sources: [source, { ...source, name: 'other' }] }), '/sourceDescriptions'],
  ['other stories', stories({ sources: [{ ...source, type: 'arazzo' }] }), '/sourceDescriptions'],
  [
    'an input without a default',
    stories({ inputs: { properties: { pier: { type: 'integer' } } } }),
    '/workflows/0/inputs/properties/pier',
  ],
  [
    'inputs that stand elsewhere',
    stories({ inputs: { $ref: '#/components/inputs/a' } }),
    '/workflows/0/inputs',
  ],
  ['broken YAML', 'arazzo: [\n', undefined],
  ['no object', '- 1\n', undefined],
];

test.each(faulty)('%s is refused at its place', (_, document, pointer) => {
  const refused = expect(() => read(document));
  refused.toThrow(DocumentError);
  refused.toThrow(expect.objectContaining({ file: 'workflows.arazzo.yaml', pointer }));
});
