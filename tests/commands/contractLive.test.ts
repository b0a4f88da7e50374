import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listenAt } from '../../scripts/http/listenAt.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import type { Report } from '../../scripts/model/report.ts';
import { makeContractProject, repository } from '../support/makeContractProject.ts';
import { runScript } from './runScript.ts';

const done = { 200: { description: 'Done.', content: { 'application/json': { schema: {} } } } };
const security = [{ bearer: [] }];
const login = { 'application/json': { example: { username: 'example' }, schema: loginSchema() } };

function loginSchema(): JsonObject {
  return { required: ['username'], properties: { username: { type: 'string', 'x-sensitive': true } } };
}

/** An invented API: operations of two tags, the first of which begins with what ends a session. */
const orchard: JsonObject = {
  openapi: '3.1.0',
  paths: {
    '/log-out': {
      get: { operationId: 'logOut', tags: ['A'], 'x-ends-session': true, security, responses: done },
    },
    '/log-in': {
      post: {
        operationId: 'logIn',
        tags: ['A'],
        security: [],
        requestBody: { content: login },
        responses: done,
      },
    },
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `/trees-${index}`,
        {
          get: {
            operationId: `listTrees${index}`,
            tags: [index % 2 === 0 ? 'A' : 'Z'],
            security,
            responses: done,
          },
        },
      ]),
    ),
  },
  components: {
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        'x-token': { operationId: 'logIn', value: '$response.body#/token' },
      },
    },
  },
};

interface Asked {
  request: string;
  token: string | undefined;
  at: number;
  /** How many were under way with it. */
  underway: number;
}

interface Service {
  /** Answers a request in place of the service. */
  instead?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** How long each answer takes, in milliseconds. */
  delay?: number;
}

/** A server that gives out tokens, and knows them until they are logged out with. Closed with `await using`. */
async function startService({ instead = () => false, delay = 5 }: Service = {}) {
  const asked: Asked[] = [];
  const known = new Set(['fake-given']);
  let given = 0;
  let underway = 0;
  const answer = ({ url = '' }: IncomingMessage, token = ''): [status: number, body: string] => {
    if (url === '/log-in') {
      given += 1;
      known.add(`fake-token-${given}`);
      return [200, JSON.stringify({ token: `fake-token-${given}` })];
    }
    if (!known.has(token)) return [401, '{}'];
    if (url === '/log-out') known.delete(token);
    return [200, '{}'];
  };
  const server = createServer((request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '');
    underway += 1;
    asked.push({ request: `${request.method} ${request.url}`, token, at: performance.now(), underway });
    if (instead(request, response)) return;
    const [status, body] = answer(request, token);
    setTimeout(() => {
      underway -= 1;
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    }, delay);
  });
  return { ...(await listenAt(server)), asked };
}

const env = { ORCHARD_USERNAME: 'fake-ana' };

/** The contract of the orchard against a server; what was asked after the probe is in the server's own list. */
async function contract(
  url: string,
  { argv = [] as string[], variables = env as Record<string, string> } = {},
) {
  await using project = await makeContractProject({ orchard });
  const folder = await mkdtemp(join(tmpdir(), 'live-'));
  const run = await runScript('contract.ts', {
    argv: ['orchard', '--target', url, '--report', folder, ...argv],
    ...{ cwd: project.root, env: variables },
  });
  const text = await readFile(join(folder, 'contract.json'), 'utf8').catch(() => undefined);
  await rm(folder, { recursive: true });
  const report = text === undefined ? undefined : (JSON.parse(text) as Report);
  const cases = report?.apis.flatMap(({ operations }) =>
    operations.flatMap(({ operationId, cases }) => cases.map((one) => ({ operationId, ...one }))),
  );
  return { ...run, report, cases: cases ?? [] };
}

describe.concurrent('what ends a session', () => {
  test.each([
    ['with a token of the login', {}, []],
    ['with one that is given besides', { ORCHARD_TOKEN: 'fake-given' }, []],
    ['many at once', {}, ['--concurrency', '32']],
  ])('comes last, with tokens of its own: %s', async (_, more, argv) => {
    await using service = await startService();
    const { code, cases } = await contract(service.url, { argv, variables: { ...env, ...more } });
    expect(code).toBe(0);
    const logouts = service.asked.filter(({ request }) => request === 'GET /log-out');
    const accepted = logouts
      .flatMap(({ token }) => token ?? [])
      .filter((one) => one.startsWith('fake-token'));
    expect(accepted.length).toBeGreaterThan(1);
    expect(new Set(accepted).size).toBe(accepted.length);
    const firstLogout = service.asked.findIndex(({ request }) => request === 'GET /log-out');
    const rest = service.asked.slice(firstLogout);
    const others = rest.filter(({ request }) => !/^(GET|POST) \/log-(in|out)$/.test(request));
    // What was logged out with is tried once more, and nothing else is asked with it.
    expect(others.map(({ request }) => request)).toEqual(accepted.map(() => 'GET /trees-0'));
    expect(others.map(({ token }) => token).sort()).toEqual([...accepted].sort());
    const before = service.asked.slice(0, firstLogout);
    expect(before.filter(({ token = '' }) => accepted.includes(token))).toEqual([]);
    // The report is in the order of the document all the same.
    expect(cases[0]?.operationId).toBe('logOut');
    const own = cases.filter(({ operationId, kind }) => operationId === 'logOut' && kind === 'example');
    expect(own.map(({ outcome }) => outcome)).toEqual(['passed']);
  });

  test('is left out with a token that is given and nothing else', async () => {
    await using service = await startService();
    const variables = { ORCHARD_TOKEN: 'fake-given' };
    const { code, report } = await contract(service.url, { variables });
    expect(code).toBe(0);
    expect(service.asked.filter(({ token }) => token === 'fake-given').length).toBeGreaterThan(10);
    const logouts = service.asked.filter(({ request }) => request === 'GET /log-out');
    expect(logouts.filter(({ token }) => token === 'fake-given')).toEqual([]);
    const repair = 'set ORCHARD_USERNAME, for a token of its own; if that is meant, name it: --only logOut';
    expect(report?.skips?.[`it may end the session of ORCHARD_TOKEN: ${repair}`]).toBeGreaterThan(1);
  });

  test('is asked with the token that is given, if it is named', async () => {
    await using service = await startService();
    const variables = { ORCHARD_TOKEN: 'fake-given' };
    const { cases } = await contract(service.url, { variables, argv: ['--only', 'logOut'] });
    const own = { request: 'GET /log-out', token: 'fake-given' };
    expect(service.asked).toContainEqual(expect.objectContaining(own));
    expect(cases.find(({ kind }) => kind === 'example')?.outcome).toBe('passed');
  });

  test('is left out of each shard, since others use the same account', async () => {
    await using service = await startService();
    const shards = await Promise.all(
      ['1/2', '2/2'].map((shard) => contract(service.url, { argv: ['--shard', shard] })),
    );
    expect(shards.map(({ code }) => code)).toEqual([0, 0]);
    expect(service.asked.map(({ request }) => request)).not.toContain('GET /log-out');
    const reason = 'it may end the session of other shards: run it alone, with --only logOut';
    const left = shards.flatMap(({ cases }) => cases.filter((one) => one.reason === reason));
    expect(left.length).toBeGreaterThan(2);
  });
});

describe.concurrent('a server is asked politely', () => {
  test('at its rate, by all cases of all files together, tokens included', async () => {
    await using service = await startService();
    const { code } = await contract(service.url, { argv: ['--rate', '25'] });
    expect(code).toBe(0);
    // The first is the probe, before there is a rate.
    const times = service.asked.slice(1).map(({ at }) => at);
    expect(times.length).toBeGreaterThan(20);
    const took = (times.at(-1) ?? 0) - (times[0] ?? 0);
    expect(took).toBeGreaterThanOrEqual((times.length - 1) * 40 - 50);
  });

  test('by so many at once', async () => {
    await using service = await startService({ delay: 30 });
    await contract(service.url, { argv: ['--concurrency', '2'] });
    expect(Math.max(...service.asked.map(({ underway }) => underway))).toBe(2);
  });

  test('again where it is busy, which is told', async () => {
    const busy = new Set<string>();
    await using service = await startService({
      instead({ method, url = '' }, response) {
        const isFirst = method === 'GET' && url.startsWith('/trees-') && !busy.has(url);
        busy.add(url);
        if (isFirst) response.writeHead(url.endsWith('1') ? 429 : 503, { 'retry-after': '0' }).end();
        return isFirst;
      },
    });
    const { code, report, cases, stdout } = await contract(service.url);
    expect([code, report?.totals.violations]).toEqual([0, 0]);
    const again = cases.filter(({ retries }) => retries === 1);
    expect(again).toHaveLength(12);
    expect(stdout).toMatch(/^sent again 12: the connection failed, or the answer was 429 or 503$/m);
  });
});

describe.concurrent('credentials', () => {
  test('go over plain HTTP only if somebody insists', async () => {
    const url = 'http://fake.invalid/api';
    const [refused, insecure] = await Promise.all([contract(url), contract(url, { argv: ['--insecure'] })]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^error --target is plain HTTP: credentials would go to fake\.invalid /);
    expect(insecure.code).toBe(3);
    expect(insecure.stderr).toMatch(/the target cannot be reached/);
  });

  test('follow no redirect, on the way to a token either', async () => {
    await using trap = await startService();
    await using service = await startService({
      instead({ url = '' }, response) {
        if (url === '/') return false;
        response.writeHead(307, { location: `${trap.url}${url}` }).end();
        return true;
      },
    });
    const { code, stderr } = await contract(service.url);
    expect(service.asked.map(({ request }) => request)).toContain('POST /log-in');
    expect(trap.asked).toEqual([]);
    // Whatever was found without a token has its verdict.
    expect(code).toBe(1);
    expect(stderr).toMatch(/^POST \S+\/log-in: no token: it gave status 307\n/);
  });

  test('that are missing are named, all of them, before anything is asked', async () => {
    await using service = await startService();
    const run = await contract(service.url, { variables: {} });
    expect(run).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        'error orchard needs credentials.\nSet in the environment: ORCHARD_TOKEN (or ORCHARD_USERNAME).\n',
    });
    expect(service.asked).toEqual([]);
  });

  test('are listed by --help', async () => {
    const argv = ['--help', 'optretina'];
    const variables = { OPTRETINA_CLIENT_ID: 'fake-id', OPTRETINA_CLIENT_SECRET: '' };
    const run = await runScript('contract.ts', { argv, cwd: repository, env: variables });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toMatch(/^Usage: npm run contract/);
    expect(run.stdout).toMatch(
      /\n {2}OPTRETINA_CLIENT_ID {12}set {6}the field client_id of POST \/authorize, /,
    );
    expect(run.stdout).toMatch(
      /\n {2}OPTRETINA_CLIENT_SECRET {8}not set {2}the field client_secret of POST /,
    );
    expect(run.stdout).toMatch(/\n {2}OPTRETINA_OTHER_CLIENT_ID {6}not set {2}like OPTRETINA_CLIENT_ID\n/);
    expect(run.stdout).not.toContain('fake-id');
    const unknown = await runScript('contract.ts', { argv: ['--help', 'nobody'], cwd: repository });
    expect([unknown.code, unknown.stdout]).toEqual([2, '']);
  });
});
