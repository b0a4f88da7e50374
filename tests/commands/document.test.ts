import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerable } from '../../scripts/contract/answerable.ts';
import { readDocument } from '../../scripts/document/readDocument.ts';
import { type Listening, listenAt } from '../../scripts/http/listenAt.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import type { CaseResult, Report } from '../../scripts/model/report.ts';
import { askServer } from '../gate/askServer.ts';
import { repository } from '../support/makeContractProject.ts';
import { hostileNamesDocument } from '../unit/document/hostile.ts';
import { makeFiles } from '../unit/document/makeFiles.ts';
import { runScript } from './runScript.ts';

/** As messy as documents are: 3.0, several files, no names, a parameter in JSON, a reference to another host. */
const yard = (trap: string) => ({
  'yard.yaml': `
openapi: 3.0
info: {title: Fake yard}
paths:
  /boats:
    get:
      operationId: boats
      parameters:
        - name: filter
          in: query
          required: true
          content: {application/json: {schema: {type: object, required: [kind], properties: {kind: {type: string}}}}}
      responses: {200: {description: Boats., content: {application/json: {schema: {type: array, items: {$ref: 'Boat.json'}}}}}}
    post:
      operationId: boats
      requestBody: {required: true, content: {application/json: {schema: {$ref: 'Boat.json'}}}}
      responses: {201: {description: Built., content: {application/json: {schema: {$ref: 'Boat.json'}}}}, 422: {description: No.}}
  /safe:
    get:
      security: [{key: []}]
      responses: {200: {description: Open., content: {application/json: {schema: {type: string}}}}, 401: {description: Who?}}
  /stop:
    get: {responses: {204: {description: It ends here.}}}
  /odd:
    put:
      requestBody: {required: true, content: {application/json: {schema: {$ref: '${trap}/Boat.json'}}}}
      responses: {204: {description: Done.}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
`,
  'Boat.json': {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', maxLength: 20 },
      nick: { type: 'string', nullable: true },
      length: { type: 'number', minimum: 0, exclusiveMinimum: true },
      tender: { $ref: '#' },
    },
  },
});

/** Every request that a host gets which only a document names. */
const trapped: string[] = [];
const trapServer = createServer((request, response) => {
  trapped.push(request.url ?? '');
  response.end('{}');
});

let mock: Mock;

/** A server that keeps to its document: the mock of it, asked as if it were live, behind what knows our key. */
const truthful = createServer(async (request, response) => {
  const { method = 'GET', url = '/', headers } = request;
  if (url === '/live/safe' && method === 'GET' && headers['x-key'] !== 'fake-key') {
    response.writeHead(401).end();
    return;
  }
  const body = await buffer(request);
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const answer = await askServer(mock.url, { method, target: url, headers: Object.fromEntries(given), body });
  response.writeHead(answer.status, answer.headers).end(answer.body);
});

let trap: Listening;
let server: Listening;
let files: Awaited<ReturnType<typeof makeFiles>>;
let folder: string;

beforeAll(async () => {
  trap = await listenAt(trapServer);
  files = await makeFiles({ ...yard(trap.url), 'names.json': hostileNamesDocument() });
  const { document } = readDocument(files.file('yard.yaml'));
  mock = await startMock({ apis: [{ name: 'live', document: answerable(document) }] });
  server = await listenAt(truthful);
  folder = await realpath(await mkdtemp(join(tmpdir(), 'documents-')));
});

afterAll(async () => {
  await server.close();
  await mock.close();
  files[Symbol.dispose]();
  await rm(folder, { recursive: true });
  await trap.close();
});

let runs = 0;

async function contract(argv: string[], variables: Record<string, string> = {}) {
  runs += 1;
  const reports = join(folder, `run-${runs}`);
  const env = { TMPDIR: folder, ...variables };
  const run = await runScript('contract.ts', { argv: [...argv, '--report', reports], cwd: repository, env });
  const text = await readFile(join(reports, 'contract.json'), 'utf8').catch(() => undefined);
  const report = text === undefined ? undefined : (JSON.parse(text) as Report);
  return {
    ...run,
    report,
    cases: report?.apis.flatMap(({ operations }) => operations.flatMap(({ cases }) => cases)) ?? [],
  };
}

const live = () => [
  '--document',
  files.file('yard.yaml'),
  '--target',
  `${server.url}/live`,
  '--allow-writes',
  '--allow-leftovers',
];
const told = (cases: CaseResult[]) =>
  cases.flatMap(({ id, findings }) => findings.map(({ check, severity }) => `${severity} ${id}: ${check}`));
const violations = (cases: CaseResult[]) => told(cases).filter((one) => one.startsWith('violation'));

describe('a server that keeps to its own document', () => {
  test('conforms; what cannot be used is said, and costs nothing else', async () => {
    const { code, stderr, report, cases } = await contract(live());
    expect(violations(cases)).toEqual([]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/yard\.yaml: 2 parts left out\n {2}#\/paths\/~1odd\/put\/requestBody/);
    expect(stderr).toMatch(/^Not set, and so left out of requests: YARD_X_KEY$/m);
    expect(report?.apis.map(({ api }) => api)).toEqual(['yard']);
    expect(report?.apis[0]?.operations.map(({ operationId }) => operationId)).toEqual([
      ...['boats', 'POST /boats', 'GET /safe', 'GET /stop', 'PUT /odd'],
    ]);
    const reasons = Object.fromEntries(cases.map(({ id, reason }) => [id, reason]));
    expect(reasons['PUT /odd example']).toBe('a valid body is not known');
    expect(reasons['GET /safe example sample']).toBe('it needs credentials: YARD_X_KEY is not set');
    expect(cases.find(({ id }) => id === 'GET /safe no-credentials key')?.outcome).not.toBe('skipped');
    expect(cases.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(15);
  });

  test.each<[what: string, argv: string[], variables: Record<string, string>]>([
    ['a variable', [], { YARD_X_KEY: 'fake-key' }],
    ['a header', ['--header', 'X-Key: fake-key'], {}],
  ])('is asked with credentials from %s, and without where it should refuse', async (_, argv, variables) => {
    const { code, cases } = await contract([...live(), ...argv], variables);
    expect(violations(cases)).toEqual([]);
    expect(code).toBe(0);
    const outcome = (id: string) => cases.find((one) => one.id === id)?.outcome;
    expect(outcome('GET /safe example sample')).toBe('passed');
    expect(outcome('GET /safe no-credentials key')).toBe('passed');
    expect(JSON.stringify(cases)).not.toContain('fake-key');
  });

  test('is not asked for what is excluded', async () => {
    const { report } = await contract([...live(), '--exclude', 'GET /stop,boats']);
    const ids = report?.apis[0]?.operations.map(({ operationId }) => operationId);
    expect(ids).toEqual(['POST /boats', 'GET /safe', 'PUT /odd']);
  });

  test('has a mock, where no server is named', async () => {
    const { code, cases } = await contract(['--document', files.file('yard.yaml')]);
    expect(violations(cases)).toEqual([]);
    expect(code).toBe(0);
  });
});

test('a server that lies is caught by the statement of its own document', async () => {
  await using liar = await listenAt(
    createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('[{"name":7}]');
    }),
  );
  const argv = ['--document', files.file('yard.yaml'), '--target', liar.url, '--only', 'GET /boats'];
  const { code, cases } = await contract(argv);
  expect(code).toBe(1);
  expect(violations(cases)).toContain('violation boats example sample: body-schema');
  const finding = cases.flatMap(({ findings }) => findings).find(({ check }) => check === 'body-schema');
  expect(finding).toMatchObject({
    evidence: 'documented',
    documentPointer: '/components/schemas/Boat/properties/name/type',
    responsePointer: '/body/0/name',
  });
});

test('hostile names run no code, and write nothing', async () => {
  const { code, report, stderr } = await contract([
    '--document',
    files.file('names.json'),
    '--only',
    "it's,__proto__",
  ]);
  expect([0, 1]).toContain(code);
  expect(stderr).not.toMatch(/could not run/);
  expect(report?.totals.cases).toBeGreaterThan(20);
  expect([existsSync('/fake-owned'), existsSync(join(repository, '..', 'fake-owned'))]).toEqual([
    false,
    false,
  ]);
});

test('no other host is asked, and no temporary folder stays', () => {
  expect(trapped).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.startsWith('document-'))).toEqual([]);
});

test('Ctrl-C leaves no temporary folder', async () => {
  const silent = createServer(() => {});
  const address = await listenAt(silent);
  const own = await mkdtemp(join(folder, 'interrupted-'));
  const asked = new Promise((heard) => silent.once('request', (_, response) => heard(response.end())));
  const script = join(repository, 'scripts', 'contract.ts');
  const argv = [
    '--document',
    files.file('yard.yaml'),
    '--target',
    address.url,
    '--report',
    join(own, 'reports'),
  ];
  const child = spawn(process.execPath, [script, ...argv], {
    cwd: repository,
    env: { ...process.env, TMPDIR: own },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  await asked;
  // The probe has been answered; from here on, nothing is.
  await new Promise((heard) => silent.once('request', heard));
  expect(readdirSync(own).filter((name) => name.startsWith('document-'))).toHaveLength(1);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  await address.close();
  await wait(100);
  expect(readdirSync(own).filter((name) => name.startsWith('document-'))).toEqual([]);
});

describe.concurrent('what cannot be run is one message', () => {
  test.each<[what: string, argv: string[], code: number, message: RegExp]>([
    [
      'a document and an API',
      ['tscharts'],
      2,
      /^error --document takes the place of the registry's APIs: leave out tscharts/,
    ],
    [
      'an unknown operation',
      ['--only', 'fake'],
      2,
      /^error --only: there is no operation "fake"\.\nKnown: boats, POST \/boats, /m,
    ],
    ['a target that is none', ['--target', 'fake'], 2, /^error --target is no base URL/m],
    ['nobody there', ['--target', 'http://127.0.0.1:9'], 3, /cannot be reached/],
  ])('%s', async (_, argv, code, message) => {
    const run = await contract(['--document', files.file('yard.yaml'), ...argv]);
    expect(run.stderr).toMatch(message);
    expect(run.code).toBe(code);
  });

  test('no such file', async () => {
    const { code, stderr } = await contract(['--document', '/nowhere/fake.yaml']);
    expect(stderr).toMatch(/^error \/nowhere\/fake\.yaml: it cannot be read \(ENOENT\)\n/);
    expect(code).toBe(2);
  });
});
