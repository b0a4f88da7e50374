import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DreddApiResult } from '../../scripts/dredd/result.ts';
import { runDredd } from '../../scripts/dredd/runDredd.ts';
import { main } from '../../scripts/dredd.ts';
import { setAt } from '../../scripts/json/change.ts';
import { startMock } from '../../scripts/mock/startMock.ts';
import { UsageError } from '../../scripts/model/errors.ts';
import type { Json, JsonObject } from '../../scripts/model/json.ts';
import { makeProject } from '../docs/makeProject.ts';
import { things, thingsDocument } from './dreddApi.ts';
import { type Lie, type Reply, type SeenRequest, startFront } from './dreddFront.ts';
import { runScript } from './runScript.ts';

/** Runs Dredd on the things, as APIs of these names, with a front before their mock. */
async function runThings(
  names: string[],
  lie?: Lie,
): Promise<{ results: DreddApiResult[]; seen: SeenRequest[] }> {
  const apis = names.map((name) => ({ ...things, name }));
  const mock = await startMock({ apis, port: 0 });
  const front = await startFront(mock.url, lie);
  try {
    const { apis: results } = await runDredd({ apis, baseUrl: front.url });
    return { results, seen: front.seen };
  } finally {
    await front.close();
    await mock.close();
  }
}

describe('on a truthful mock', () => {
  let results: DreddApiResult[];
  let seen: SeenRequest[];
  const ended: string[] = [];
  const left = () => [process.eventNames(), process.getActiveResourcesInfo().filter(isPort)];
  const before = left();

  beforeAll(async () => {
    ({ results, seen } = await runThings(['things'], (request, reply) => {
      ended.push(`${request.method} ${request.url.replace('/things/', '/')} ${reply.status}`);
    }));
  });

  test('every documented status comes, in each of its media types', () => {
    expect(results).toEqual([
      {
        ...{ api: 'things', statuses: 12, transactions: 14, passed: 14, failed: 0, failures: [] },
        durationMs: expect.any(Number),
      },
    ]);
    const [token, ...transactions] = ended;
    expect(token).toBe('POST /token 200');
    expect(transactions.toSorted()).toEqual(
      [
        'GET /things?page%5Bsize%5D=10 200',
        'GET /things?page%5Bsize%5D=10 200',
        'GET /things?page%5Bsize%5D=10 200',
        'GET /things?page%5Bsize%5D=10 400',
        'GET /things?page%5Bsize%5D=10 500',
        'POST /things 201',
        'POST /things 401',
        'GET /things/7/report 200',
        'GET /things/7/report 404',
        'HEAD /things/7/report 200',
        'POST /token 200',
        'POST /token 401',
        'POST /images 204',
        'POST /images 401',
      ].toSorted(),
    );
  });

  const sent = (method: string, path: string, code: string): SeenRequest | undefined =>
    seen.find(
      (one) =>
        one.method === method && one.url === `/things${path}` && one.headers.prefer?.includes(`code=${code}`),
    );

  test.each([
    { path: '/things', type: /^application\/json$/, content: /"parts":\[/ },
    { path: '/token', type: /^application\/x-www-form-urlencoded$/, content: /^user=Ana\+Example$/ },
    {
      path: '/images',
      type: /^multipart\/form-data; boundary=/,
      content: /name="images\[\]"; filename=.*fake one.*name="images\[\]"; filename=.*fake two/s,
    },
  ])('$path is sent the content of its case', ({ path, type, content }) => {
    const request = sent('POST', path, '401');
    expect(request?.headers['content-type']).toMatch(type);
    expect(request?.body.toString('latin1')).toMatch(content);
  });

  test('credentials are those of the contract run: a token that was fetched, where one is asked for', () => {
    expect(sent('GET', '/things/7/report', '404')?.headers.authorization).toBe('Bearer fake-token-0001');
    expect(sent('POST', '/token', '401')?.headers.authorization).toBeUndefined();
  });

  test('nothing of Dredd is left in this process', () => {
    expect(left()).toEqual(before);
  });
});

/** What a thread is kept open by. */
function isPort(resource: string): boolean {
  return resource === 'MessagePort';
}

/** Another value at a pointer of a JSON body. */
function rewrite(reply: Reply, pointer: string, value: Json): void {
  const body = JSON.parse(reply.body.toString()) as Json;
  reply.body = Buffer.from(JSON.stringify(setAt(body, pointer, value)));
}

/** What is told on which answer, and what must be found. */
const lies: { name: string; on: string; lie: (reply: Reply) => void; failure: string; message: RegExp }[] = [
  {
    name: 'an integer that is a string',
    on: 'GET /things?page%5Bsize%5D=10 200 application/json',
    lie: (reply) => rewrite(reply, '/0/id', '1'),
    failure: 'listThings 200 application/json',
    message: /^GET \/lie-0\/things: body: At '\/0\/id' Invalid type: string \(expected integer\)$/,
  },
  {
    name: 'an integer that is a string, deep in a recursive schema',
    on: 'GET /things?page%5Bsize%5D=10 200 application/json',
    lie: (reply) => rewrite(reply, '/0/parts/0/parts/0/id', '3'),
    failure: 'listThings 200 application/json',
    message: /At '\/0\/parts\/0\/parts\/0\/id' Invalid type: string/,
  },
  {
    name: 'a missing property',
    on: 'POST /token 401 application/json',
    lie: (reply) => {
      reply.body = Buffer.from('{}');
    },
    failure: 'createToken 401',
    message: /body: At '\/message' Missing required property: message/,
  },
  {
    name: 'another status',
    on: 'GET /things/7/report 404 ',
    lie: (reply) => {
      reply.status = 410;
    },
    failure: 'getReport 404',
    message: /statusCode: Expected status code '404', but got '410'/,
  },
  {
    name: 'another content type of a PDF',
    on: 'GET /things/7/report 200 application/pdf',
    lie: (reply) => {
      reply.headers['content-type'] = 'text/html';
    },
    failure: 'getReport 200',
    message: /headers: At '\/content-type' No enum match for: "text\/html"/,
  },
  {
    name: 'a required header that does not come',
    on: 'POST /things 201 ',
    lie: (reply) => {
      delete reply.headers.location;
    },
    failure: 'createThing 201',
    message: /headers: At '\/location' Missing required property: location/,
  },
  {
    name: 'no body',
    on: 'POST /images 401 application/json',
    lie: (reply) => {
      reply.body = Buffer.alloc(0);
    },
    failure: 'createImages 401',
    message: /body: Can't validate: actual body 'Content-Type' header is 'application\/json' but body is not/,
  },
];

describe('what a lying server tells fails, in the operation that lies and in no other', () => {
  const results = new Map<string, DreddApiResult>();

  // Each lie is told by an API of its own, so that Dredd is loaded once.
  beforeAll(async () => {
    const names = [...lies.map((_, index) => `lie-${index}`), 'charset'];
    const run = await runThings(names, ({ method, url }, reply) => {
      const [, name = '', path = ''] = /^\/([^/]+)(.*)$/.exec(url) ?? [];
      const type = reply.headers['content-type'] ?? '';
      const told = lies.find((_, index) => name === `lie-${index}`);
      if (told?.on === `${method} ${path} ${reply.status} ${type}`) told.lie(reply);
      if (name === 'charset' && type.endsWith('json'))
        reply.headers['content-type'] = `${type}; charset=utf-8`;
    });
    for (const result of run.results) results.set(result.api, result);
  });

  test.each(lies.map((lie, index) => ({ ...lie, index })))('$name', ({ index, failure, message }) => {
    const result = results.get(`lie-${index}`);
    expect(result?.failures).toEqual([{ name: failure, message: expect.stringMatching(message) }]);
    expect(result).toMatchObject({ transactions: 14, passed: 13, failed: 1 });
  });

  test('but a parameter of a content type is no lie', () => {
    expect(results.get('charset')).toMatchObject({ transactions: 14, passed: 14, failures: [] });
  });
});

const document = thingsDocument as unknown as { paths: Record<string, Record<string, JsonObject>> };

describe('npm run dredd', () => {
  test('exits with 0 and a line per API', async () => {
    await using project = await makeProject({ things: thingsDocument });
    const { code, stdout, stderr } = await runScript('dredd.ts', { cwd: project.root });
    // How far it is, every two seconds: on a busy machine it takes as long.
    expect(stderr.replace(/^dredd: things \d+ of 14\n/gm, '')).toBe('');
    expect(stdout.replace(/ +\d+\.\d s/, '  N s')).toBe(
      'API     statuses  transactions  passed  failed   time\n' +
        'things        12            14      14       0  N s\n',
    );
    expect(code).toBe(0);
  });

  test('exits with 1 and names the operation where the mock answers a wrong type, or cannot be asked', async () => {
    const wrong = {
      ...thingsDocument,
      paths: {
        '/token': document.paths['/token'] ?? {},
        '/thing': {
          get: {
            operationId: 'getThing',
            security: [],
            responses: {
              101: { description: 'Upgrade.' },
              200: {
                description: 'A thing.',
                content: {
                  'application/json': {
                    schema: { $ref: '#/components/schemas/Thing' },
                    example: { id: 'one' },
                  },
                },
              },
            },
          },
        },
      },
    };
    await using project = await makeProject({ wrong, things: thingsDocument });
    const argv = ['wrong', '--format', 'json'];
    const { code, stdout } = await runScript('dredd.ts', { argv, cwd: project.root });
    expect(JSON.parse(stdout)).toEqual({
      apis: [
        {
          ...{ api: 'wrong', statuses: 4, transactions: 4, passed: 2, failed: 2 },
          durationMs: expect.any(Number),
          failures: [
            {
              name: 'getThing 101',
              message: 'it cannot be asked for: 101 is no status of a final answer.',
            },
            {
              name: 'getThing 200',
              message: "GET /wrong/thing: body: At '/id' Invalid type: string (expected integer)",
            },
          ],
        },
      ],
    });
    expect(code).toBe(1);
  });

  test('exits with 2 on a bundle that is not there', async () => {
    await using project = await makeProject({ things: thingsDocument });
    await rm(join(project.root, 'generated'), { recursive: true });
    const { code, stdout, stderr } = await runScript('dredd.ts', { cwd: project.root });
    expect(stderr).toMatch(/^error generated\/things\/openapi\.json: the bundle cannot be read\n.*generate/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test.each([
    { argv: ['no-such-api'], message: /^Unknown API: no-such-api\.\nKnown in redocly\.yaml: / },
    { argv: ['--formt'], message: /^Unknown flag --formt\.\nDid you mean --format\? See --help\.$/ },
    { argv: ['--format', 'xml'], message: /^Unknown format xml\.\nKnown: text, json\.$/ },
  ])('refuses $argv', async ({ argv, message }) => {
    const refused = await main(argv).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect(refused).toHaveProperty('message', expect.stringMatching(message));
  });

  test('has a --help', async () => {
    const asked = await main(['--help']).catch((error: unknown) => error);
    expect(asked).toHaveProperty('usage', expect.stringMatching(/^Usage: npm run dredd -- \[api…\]/));
  });
});
