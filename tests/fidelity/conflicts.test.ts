import { describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApi } from '../../scripts/apis/readApi.ts';
import { readRegistry } from '../../scripts/apis/registry.ts';
import type { Api } from '../../scripts/model/api.ts';
import { listClaims } from './listClaims.ts';
import { readFactFile } from './readFactFile.ts';

const root = findProjectRoot(import.meta.dirname);

interface KnownConflict {
  conflict: string;
  api: string;
  /** Every operation whose example or text has it. */
  operations: string[];
  /** The statement that carries it, addressed as in the facts. */
  address: string;
  /** What its sources say, word by word. */
  words: string[];
}

const token = 'security/oauth2';
const data = ['takes no data', 'sends a JSON body'];
const slash = ['ends without a slash', 'with a slash at the end'];

/** The contradictions of the published pages that a reader must be told of. */
const known: KnownConflict[] = [
  {
    conflict: 'the missing & in an example',
    api: 'optretina',
    operations: ['POST /authorize'],
    address: 'requestBody/content/application~1x-www-form-urlencoded/schema/properties/client_secret',
    words: ['no ampersand stands before client_secret', 'a parameter of its own'],
  },
  {
    conflict: 'the missing "Authentication: Required" in one edition',
    api: 'optretina',
    operations: ['GET /cases/report/{id}'],
    address: token,
    words: ['Authentication is required', 'The line that requires authentication is missing'],
  },
  {
    conflict: 'JSON against multipart',
    api: 'optretina',
    operations: ['POST /cases'],
    address: 'requestBody/content/application~1json',
    words: ['The body is JSON', 'The body is a multipart form'],
  },
  {
    conflict: 'examples without a token',
    api: 'optretina',
    operations: ['GET /cases', 'POST /cases', 'GET /cases/{id}', 'GET /cases/report/{id}'],
    address: token,
    words: ['Authentication is required', 'sends no token', 'sends a bearer token'],
  },
  {
    conflict: 'addresses without the trailing slash',
    api: 'tscharts',
    operations: ['GET /image/{id}/', 'DELETE /image/{id}/'],
    address: '',
    words: slash,
  },
  {
    conflict: '403 NOT FOUND',
    api: 'tscharts',
    operations: ['GET /image/', 'POST /image/'],
    address: 'responses/403',
    words: ['403 NOT FOUND'],
  },
  {
    conflict: 'patient required, and an example with station alone',
    api: 'tscharts',
    operations: ['GET /image/'],
    address: 'parameters/query.patient/required',
    words: ['under Required', 'station=3 alone'],
  },
  {
    conflict: 'Content: None, and an example with {}',
    api: 'tscharts',
    operations: ['DELETE /image/{id}/'],
    address: 'responses/200/content/application~1json',
    words: ['no content: None', 'application/json and {}'],
  },
  {
    conflict: 'Allow lists that disagree',
    api: 'tscharts',
    operations: ['GET /image/', 'POST /image/', 'GET /image/{id}/', 'DELETE /image/{id}/'],
    address: 'responses/200/headers/Allow',
    words: ['GET, POST, DELETE, HEAD, OPTIONS', 'GET, POST, PUT, DELETE, HEAD, OPTIONS'],
  },
  {
    conflict: 'bodies sent with GET and DELETE',
    api: 'tscharts',
    operations: ['GET /image/', 'DELETE /image/{id}/'],
    address: '',
    words: data,
  },
  {
    conflict: 'headers that a heading calls query parameters',
    api: 'connecticket',
    operations: ['GET /authorize'],
    address: 'security/api_key + api_secret',
    words: ['query parameters', 'in headers'],
  },
  {
    conflict: 'a section about kittens',
    api: 'connecticket',
    operations: ['GET /{access_token}/tickets/{id}'],
    address: '',
    words: ['gets one ticket', 'example.com/kittens/<ID>'],
  },
];

const cases = known.flatMap(({ operations, ...rest }) =>
  operations.map((operation) => ({ operation, ...rest })),
);

test.each(cases)('$api $operation records: $conflict', async ({ api: name, operation, address, words }) => {
  const said = conflictsAt(await readApi({ root, name }), operation, address);
  expect(said.filter((says) => words.every((word) => says.includes(word)))).toHaveLength(1);
});

/** What the sources of each conflict at an address say, a conflict a text. */
function conflictsAt({ operations }: Api, name: string, address: string): string[] {
  return operations
    .filter(({ method, path }) => `${method} ${path}` === name)
    .flatMap(listClaims)
    .filter((claim) => claim.address === address)
    .flatMap(({ statement }) => statement.conflicts ?? [])
    .map(({ sources }) => sources.map(({ says }) => says).join('\n'));
}

describe.each(readRegistry(root))('$name', ({ name }) => {
  test('names only documents that its facts come from', async () => {
    const facts = readFactFile(name);
    const known = new Set(facts?.operations.flatMap(({ sources }) => sources.map((one) => one.document)));
    const { operations } = await readApi({ root, name });
    const named = operations
      .flatMap(({ statements }) => statements.flatMap(({ conflicts = [] }) => conflicts))
      .flatMap(({ sources }) => sources.map((one) => one.document));
    expect([...new Set(named)].filter((document) => !known.has(document))).toEqual([]);
  });
});
