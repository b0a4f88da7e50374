import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOf, readApi } from '../../scripts/apis/readApi.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import type { Report } from '../../scripts/model/report.ts';
import type { Fault } from '../gate/fault.ts';
import { onlyKnows } from '../gate/faults/behaviour.ts';
import { failsOnValid } from '../gate/faults/serverErrors.ts';
import { redirectsValid } from '../gate/faults/statuses.ts';
import { startFront } from '../gate/startFront.ts';
import { makeContractProject, repository } from '../support/makeContractProject.ts';
import { runScript } from './runScript.ts';

const env = {
  TSCHARTS_TOKEN: 'fake-live-token',
  OPTRETINA_CLIENT_ID: 'fake-live-id',
  OPTRETINA_CLIENT_SECRET: 'fake-live-secret',
};

let apis: Api[];
let mock: Mock;
let folder: string;

beforeAll(async () => {
  apis = await Promise.all(['tscharts', 'optretina'].map((name) => readApi({ root: repository, name })));
  mock = await startMock({ apis });
  folder = await realpath(await mkdtemp(join(tmpdir(), 'contract-')));
});

afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

let runs = 0;

/** Runs the command, by default in this repository, and reads the reports where it wrote any. */
async function contract(
  argv: string[],
  { cwd = repository, variables = env as Record<string, string> } = {},
) {
  runs += 1;
  const reports = join(folder, `run-${runs}`);
  const run = await runScript('contract.ts', { argv: [...argv, '--report', reports], cwd, env: variables });
  const report = await readFile(join(reports, 'contract.json'), 'utf8').catch(() => undefined);
  return { ...run, reports, report: report === undefined ? undefined : (JSON.parse(report) as Report) };
}

/** A live server: the mock, behind what knows our token, records every request and does what a fault says. */
function front(faultsOf: (operationId: string) => Fault[] = () => []) {
  const accounts = (api: string) =>
    api === 'tscharts' ? [onlyKnows('authorization', `Token ${env.TSCHARTS_TOKEN}`)] : [];
  return startFront({
    apis,
    mockUrl: mock.url,
    faultsOf: (api, { operationId }) => [...accounts(api), ...faultsOf(operationId)],
  });
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (typeof address !== 'object' || address === null) throw new Error('The server had no port.');
  return address.port;
}

describe.concurrent('what cannot be run is one message', () => {
  test.each([
    ['an unknown API', ['tschart'], 2, /^error Unknown API: tschart\.\nKnown in redocly.yaml: /],
    [
      'an unknown flag',
      ['--taget', 'x'],
      2,
      /^error Unknown flag --taget\.\nDid you mean --target\? See --help\.\n$/,
    ],
    [
      'a target without an API',
      ['--target', 'http://127.0.0.1:1'],
      2,
      /^error --target is one server: name exactly one API/,
    ],
  ])('%s', async (_, argv, code, message) => {
    const run = await contract(argv);
    expect([run.code, run.stdout]).toEqual([code, '']);
    expect(run.stderr).toMatch(message);
    expect(run.report).toBeUndefined();
  });

  test('missing credentials', async () => {
    const { TSCHARTS_TOKEN: _, ...variables } = { ...env, OPTRETINA_CLIENT_ID: '' };
    const run = await contract(['optretina', '--target', mock.url], { variables });
    expect(run).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'error optretina needs credentials.\nSet in the environment: OPTRETINA_CLIENT_ID.\n',
    });
  });

  test('an unreachable target', async () => {
    const url = `http://127.0.0.1:${await closedPort()}`;
    expect(await contract(['tscharts', '--target', url])).toMatchObject({
      code: 3,
      stdout: '',
      stderr: `error GET ${url}: the target cannot be reached (ECONNREFUSED)\nStart the server, or correct --target.\n`,
      report: undefined,
    });
  });

  test('reports that cannot be written', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const run = await runScript('contract.ts', { argv: ['tscharts', '--report', file], cwd: repository });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^error The reports cannot be written to .* \(EEXIST\)\./);
  });

  test('refused credentials: by name, and nothing of it passes for tested', async () => {
    const denies: Fault = {
      name: 'refuses everybody',
      check: 'accepts-valid',
      applies: () => true,
      change: (answer) => ({ ...answer, status: 401 }),
    };
    await using server = await front((id) => (id === 'createAccessToken' ? [denies] : []));
    const run = await contract(['optretina', '--target', `${server.url}/optretina`]);
    expect(run.code).toBe(2);
    expect(run.stderr).toBe(
      'error No token: POST /authorize gave status 401.\nCheck the credentials in the environment: OPTRETINA_CLIENT_ID, OPTRETINA_CLIENT_SECRET.\n',
    );
    const cases = casesOf(run.report).filter(({ outcome }) => outcome !== 'skipped');
    const needless = ['no-credentials', 'undocumented-method'];
    expect(cases.filter(({ kind }) => !needless.includes(kind))).toEqual([]);
    const reasons = casesOf(run.report).flatMap(({ reason = '' }) =>
      reason.startsWith('it could') ? reason : [],
    );
    expect(new Set(reasons)).toEqual(
      new Set(['it could not be run: No token: POST /authorize gave status 401.']),
    );
  });

  test('a contract that was not generated', async () => {
    const bundle = JSON.parse(JSON.stringify(apis[0]?.document)) as JsonObject;
    await using project = await makeContractProject({ images: bundle });
    await rm(join(project.root, 'generated/images/contract'), { recursive: true });
    const run = await contract(['images'], { cwd: project.root });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /generated\/images\/contract has no case of listImages\. Run `npm run generate`\./,
    );
  });
});

test('on the mock, which it starts itself, the documents conform', async () => {
  const run = await contract(['tscharts']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const totals = run.report?.totals ?? { cases: 0, passed: -1, skipped: 0, statements: 0, exercised: -1 };
  const { cases, passed, skipped, statements, exercised } = totals;
  expect(cases).toBeGreaterThan(50);
  expect(passed).toBe(cases - skipped);
  expect(exercised).toBe(statements);
  const figures = [4, cases, passed, 0, 0, skipped, '100%'].join(' ');
  expect(run.stdout.replaceAll(/ +/g, ' ')).toBe(
    `API operations cases passed violations drift skipped coverage\ntscharts ${figures}\n\ninferred statements: 9 confirmed, 0 broken, 0 never shown\n\nreport: ${join(run.reports, 'contract.json')}\n`,
  );
  expect((await readdir(run.reports)).sort()).toEqual([
    'contract.html',
    'contract.json',
    'drift.md',
    'junit.xml',
  ]);
});

describe.concurrent('a live server', () => {
  test('is asked for what changes nothing, as itself, and without wishes', async () => {
    await using server = await front();
    const argv = ['tscharts', '--target', `${server.url}/tscharts/`, '--header', 'X-Gateway: fake-pass'];
    const run = await contract(argv);
    expect([run.code, run.stderr]).toEqual([0, '']);
    const [probe, ...asked] = server.requests;
    expect(probe).toMatchObject({ method: 'GET', target: '/tscharts' });
    expect(asked.length).toBeGreaterThan(10);
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(asked.filter(({ headers }) => 'prefer' in headers)).toEqual([]);
    expect(new Set(asked.map(({ headers }) => headers['x-gateway']))).toEqual(new Set(['fake-pass']));
    const tokens = asked.map(({ headers }) => headers.authorization);
    expect(tokens.filter((one) => one === 'Token fake-live-token').length).toBeGreaterThan(10);
    expect(tokens).toContain(undefined);
    const { totals, target } = run.report ?? {};
    expect(target).toBe(`${server.url}/tscharts`);
    const prepared = run.report?.apis[0]?.preparation?.length ?? 0;
    expect(prepared).toBe(1);
    expect(asked.length).toBe((totals?.cases ?? 0) - (totals?.skipped ?? 0) + prepared);
    const reasons = casesOf(run.report).flatMap(({ reason }) => reason ?? []);
    expect(reasons).toEqual(
      expect.arrayContaining([
        'writes are not allowed: --allow-writes',
        'only a mock can be asked for a certain status',
      ]),
    );
  });

  test('is written to if that is allowed', async () => {
    await using server = await front();
    await contract([
      'tscharts',
      '--target',
      `${server.url}/tscharts`,
      '--allow-writes',
      '--only',
      'createImage,deleteImage',
    ]);
    const methods = new Set(server.requests.slice(1).map(({ method }) => method));
    // Read is what they leave behind.
    expect(methods).toEqual(new Set(['POST', 'DELETE', 'GET']));
  });

  test('passes, drifts, or fails', async () => {
    await using truthful = await front();
    await using lying = await front((id) => (id === 'listImages' ? [failsOnValid] : []));
    const target = (url: string) => ['tscharts', '--target', `${url}/tscharts`];
    const [clean, drifted, fatal, failed] = await Promise.all([
      contract([...target(truthful.url), '--only', 'listImages']),
      // The mock knows every image, one that nobody owns as well.
      contract([...target(truthful.url), '--only', 'getImage']),
      contract([...target(truthful.url), '--only', 'getImage', '--fail-on', 'drift']),
      contract([...target(lying.url), '--only', 'listImages']),
    ]);
    expect([clean.code, drifted.code, fatal.code, failed.code]).toEqual([0, 0, 1, 1]);
    expect(clean.report?.totals).toMatchObject({ violations: 0, drift: 0 });
    expect(drifted.report?.totals).toMatchObject({ violations: 0, drift: 1, drifted: 1 });
    const { failed: cases = 0, violations, drift } = failed.report?.totals ?? {};
    expect({ violations, drift }).toEqual({ violations: cases, drift: 0 });
    expect(cases).toBeGreaterThan(3);
    expect(failed.stdout).toMatch(
      /^tscharts listImages example headshot\n {2}violation \(documented\) no-server-error: /,
    );
    expect(failed.stderr).toBe('');
  });

  test('does not lead us anywhere else', async () => {
    await using trap = await front();
    const away = redirectsValid(`${trap.url}/tscharts/image/`);
    await using server = await front(() => [away]);
    const run = await contract(['tscharts', '--target', `${server.url}/tscharts`, '--only', 'listImages']);
    expect(run.code).toBe(1);
    expect(trap.requests).toEqual([]);
    expect(run.stdout).toMatch(/redirects to another port/);
  });
});

test('a read that has an effect is a write', async () => {
  const responses = { 204: { description: 'Done.' } };
  const bell: JsonObject = {
    openapi: '3.1.0',
    paths: {
      '/ring': { get: { operationId: 'ringBell', 'x-effect': 'It rings.', responses } },
      '/rings': { get: { operationId: 'countRings', responses } },
    },
  };
  await using project = await makeContractProject({ bell });
  const api = apiOf('bell', bell);
  const ringing = await startMock({ apis: [api] });
  await using server = await startFront({ apis: [api], mockUrl: ringing.url, faultsOf: () => [] });
  const run = await contract(['bell', '--target', `${server.url}/bell`], { cwd: project.root });
  await ringing.close();
  expect(run.code).toBe(0);
  expect(new Set(server.requests.map(({ target }) => target))).toEqual(new Set(['/bell', '/bell/rings']));
});

function casesOf(report: Report | undefined) {
  return (report?.apis ?? []).flatMap(({ operations }) => operations).flatMap(({ cases }) => cases);
}

test('the report has the shape that others rely on', async () => {
  await using server = await front((id) => (id === 'listImages' ? [failsOnValid] : []));
  const { report } = await contract(['tscharts', '--target', `${server.url}/tscharts`, '--seed', '7']);
  expect(report).toEqual({
    schemaVersion: 1,
    target: `${server.url}/tscharts`,
    seed: 7,
    startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    durationMs: expect.any(Number),
    skips: {
      'writes are not allowed: --allow-writes': expect.any(Number),
      'only a mock can be asked for a certain status': expect.any(Number),
      'nothing is known to put in place of {id} (GET /image/ answered 500); add to the file of --values: `getImage: {id: …}`':
        expect.any(Number),
    },
    failOn: 'violation',
    apis: [
      {
        ...{ api: 'tscharts', operations: expect.any(Array), totals: report?.totals },
        inferred: expect.any(Array),
        preparation: [
          {
            ...{ operationId: 'listImages', method: 'GET', path: '/image/', status: 500 },
            purpose: 'to have what GET /image/{id}/ names',
            durationMs: expect.any(Number),
          },
        ],
      },
    ],
    totals: {
      ...{ operations: 4, cases: expect.any(Number), passed: expect.any(Number), failed: expect.any(Number) },
      ...{ drifted: 1, skipped: expect.any(Number), violations: expect.any(Number), drift: 1 },
      ...{ statements: expect.any(Number), exercised: expect.any(Number) },
    },
  });
  const operations = report?.apis[0]?.operations ?? [];
  const figures = { total: expect.any(Number), exercised: expect.any(Number) };
  expect(operations.map(({ cases, ...operation }) => operation)[0]).toEqual({
    operationId: 'listImages',
    method: 'GET',
    path: '/image/',
    coverage: {
      statuses: { documented: ['200', '400', '401', '403', '500'], seen: ['400', '401', '500'] },
      requests: { ...figures, met: expect.any(Number), broken: expect.any(Number) },
      responses: figures,
      never: [
        { pointer: '/paths/~1image~1/get/responses/200' },
        { pointer: '/components/responses/Forbidden', usage: '/paths/~1image~1/get/responses/403' },
      ],
    },
  });
  const [first] = operations[0]?.cases ?? [];
  expect(first).toEqual({
    id: 'listImages example headshot',
    kind: 'example',
    outcome: 'failed',
    durationMs: expect.any(Number),
    request: {
      method: 'GET',
      url: `${server.url}/tscharts/image/?patient=<integer>&type=Headshot&clinic=<integer>&station=<integer>&sort=true`,
      headers: { accept: 'application/json', authorization: 'Token $TSCHARTS_TOKEN' },
    },
    response: { status: 500, headers: expect.any(Object), body: expect.any(Array) },
    curl: expect.stringMatching(/^curl -i -X GET .*"\$TSCHARTS_TOKEN"/),
    repeat: [
      `npm run contract -- tscharts --target ${server.url}/tscharts --only listImages --seed 7 -t '^listImages > example headshot$'`,
      `CONTRACT_API=tscharts CONTRACT_TARGET=${server.url}/tscharts CONTRACT_SEED=7 npx vitest run --project contract generated/tscharts/contract/images.test.ts -t '^listImages > example headshot$'`,
    ],
    findings: [
      {
        check: 'no-server-error',
        severity: 'violation',
        evidence: 'documented',
        message: `GET /image/ failed with 500 on a documented example ("example headshot"); a 5xx is the server's own failure, whatever it was sent (source: tscharts-image.txt, GET /tscharts/v1/image/ (a vector of image ids)).`,
        documentPointer: '/paths/~1image~1/get',
        responsePointer: '/status',
      },
    ],
  });
  for (const one of casesOf(report)) {
    const told = { id: 1, kind: 1, outcome: 1, durationMs: 1, findings: 1 };
    const more = {
      passed: {},
      skipped: { reason: 1 },
      failed: { request: 1, response: 1, curl: 1, repeat: 1 },
    };
    const wanted = { ...told, ...(one.outcome === 'drifted' ? more.failed : more[one.outcome]) };
    expect(Object.keys(one).sort()).toEqual(Object.keys(wanted).sort());
  }
  const ids = casesOf(report).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the cases stand in the order of the document, whichever ended first', async () => {
  const run = await contract(['tscharts', '--only', 'listImages']);
  const text = await readFile(join(repository, 'generated/tscharts/contract/images.test.ts'), 'utf8');
  const [, listed = ''] = text.split(/describe\('listImages', |\n}\);/);
  const titles = [...listed.matchAll(/^ {2}the\.(?!fuzzes)\w+\('([^']+)'/gm)].map(
    ([, title]) => `listImages ${title}`,
  );
  expect(titles.length).toBeGreaterThan(10);
  expect(casesOf(run.report).map(({ id }) => id)).toEqual(titles);
});
