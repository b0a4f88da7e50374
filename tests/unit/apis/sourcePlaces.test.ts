import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readApi } from '../../../scripts/apis/readApi.ts';
import { sourcePlaces } from '../../../scripts/apis/sourcePlaces.ts';
import { repository } from '../../support/makeContractProject.ts';

const files = {
  'openapi.yaml': `openapi: 3.1.0
paths:
  /boats/{id}:
    $ref: paths/boats_{id}.yaml
  /inner:
    get: {$ref: '#/components/x-operations/inner'}
  /away:
    $ref: https://elsewhere.example/away.yaml
  /round:
    $ref: round.yaml
  /outside:
    $ref: /dev/zero
components:
  x-operations:
    inner:
      summary: Here
`,
  'paths/boats_{id}.yaml': `get:
  responses:
    '200':
      content:
        application/json:
          schema:
            $ref: ../components/schemas/Boat.yaml
`,
  'components/schemas/Boat.yaml': `type: object
properties:
  name:
    type: string
`,
  'round.yaml': '$ref: round.yaml\n',
};

let folder: string;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'sources-')));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
});
afterAll(() => rm(folder, { recursive: true }));

const boat = '/paths/~1boats~1{id}/get/responses/200/content/application~1json/schema';

test.each([
  ['', 'openapi.yaml:1'],
  ['/paths/~1boats~1{id}', 'openapi.yaml:3'],
  ['/paths/~1boats~1{id}/get/responses/200', 'paths/boats_{id}.yaml:3'],
  [`${boat}/properties/name/type`, 'components/schemas/Boat.yaml:4'],
  ['/components/schemas/Boat/properties/name', 'components/schemas/Boat.yaml:3'],
  ['/components/schemas/Boat', 'components/schemas/Boat.yaml:1'],
  ['/paths/~1inner/get/summary', 'openapi.yaml:16'],
  ['/paths/~1boats~1{id}/get/responses/418', 'paths/boats_{id}.yaml:2'],
  ['/paths/~1away/get', 'openapi.yaml:7'],
  ['/paths/~1round/get', 'openapi.yaml:9'],
  ['/paths/~1outside/get', 'openapi.yaml:11'],
  ['/components/schemas/Nowhere/type', 'openapi.yaml:13'],
  ['/components/..~1../x', 'openapi.yaml:13'],
])('%s stands at %s', (pointer, want) => {
  const place = sourcePlaces(join(folder, 'openapi.yaml'))(pointer);
  expect(`${place?.file.slice(folder.length + 1)}:${place?.line}`).toBe(want);
});

test('of a document that cannot be read nothing is known', () => {
  expect(sourcePlaces(join(folder, 'nowhere.yaml'))('/paths')).toBeUndefined();
});

test('every statement of a registered document has a place in its files', async () => {
  const { operations } = await readApi({ root: repository, name: 'tscharts' });
  const root = join(repository, 'openapi/tscharts');
  const placeOf = sourcePlaces(join(root, 'openapi.yaml'));
  const statements = operations.flatMap((operation) => operation.statements);
  expect(statements.length).toBeGreaterThan(50);
  for (const { pointer } of statements) expect(placeOf(pointer)?.file, pointer).toContain(root);
  const schemas = statements.filter(({ pointer }) => pointer.startsWith('/components/schemas/'));
  for (const { pointer } of schemas)
    expect(placeOf(pointer)?.file, pointer).toContain(join(root, 'components/schemas'));
});
