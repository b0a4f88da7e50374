import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerable } from '../../scripts/contract/answerable.ts';
import { readDocument } from '../../scripts/document/readDocument.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import type { Report } from '../../scripts/model/report.ts';
import { repository } from '../support/makeContractProject.ts';
import { fuzzDocument, startFuzzServer } from './fuzzServer.ts';
import { runScript } from './runScript.ts';

let folder: string;
let file: string;
let mock: Mock;
let server: Awaited<ReturnType<typeof startFuzzServer>>;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'fuzz-')));
  file = join(folder, 'ropes.json');
  await writeFile(file, JSON.stringify(fuzzDocument));
  // No operation tells which docks there are.
  await writeFile(join(folder, 'values.yaml'), 'id: 1\ndeleteDock: {id: 1}\n');
  mock = await startMock({ apis: [{ name: 'live', document: answerable(readDocument(file).document) }] });
  server = await startFuzzServer(mock);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await mock.close();
  await rm(folder, { recursive: true });
});

let runs = 0;

async function contract(...argv: string[]) {
  runs += 1;
  const reports = join(folder, `run-${runs}`);
  const values = join(folder, 'values.yaml');
  const live = ['--document', file, '--target', server.url, '--report', reports, '--values', values];
  const run = await runScript('contract.ts', { argv: [...live, ...argv], cwd: repository });
  const report = JSON.parse(await readFile(join(reports, 'contract.json'), 'utf8')) as Report;
  const cases = report.apis.flatMap(({ operations }) => operations.flatMap((one) => one.cases));
  return { ...run, cases, fuzz: cases.filter(({ kind }) => kind === 'fuzz') };
}

describe('a live server with faults that only odd requests show', () => {
  test('without --fuzz none is found, and no case is listed', async () => {
    const { cases, fuzz, code } = await contract('--allow-writes');
    expect([code, fuzz, cases.filter(({ findings }) => findings.length > 0)]).toEqual([0, [], []]);
  });

  test('each is found, and shrunk to the smallest request', async () => {
    const { fuzz, code, stderr } = await contract(
      '--allow-writes',
      '--show-values',
      '--fuzz',
      '200',
      '--seed',
      '3',
    );
    expect(code).toBe(1);
    expect(stderr).toContain('fuzz: 200 random requests to each operation, seed 3\n');
    const found = fuzz.map(({ id, outcome, findings, request }) => ({
      id,
      outcome,
      check: findings[0]?.check,
      url: request?.url.replace(server.url, ''),
      body: request?.body,
    }));
    expect(found).toEqual([
      {
        id: 'buyRope fuzz',
        outcome: 'failed',
        check: 'refuses-invalid',
        url: '/ropes',
        body: { kind: 'wide', length: 101 },
      },
      {
        id: 'writeNote fuzz',
        outcome: 'failed',
        check: 'no-server-error',
        url: '/notes',
        body: { text: 'a'.repeat(38) },
      },
      {
        id: 'findFlags fuzz',
        outcome: 'failed',
        check: 'no-server-error',
        url: expect.stringMatching(/^\/flags\?name=(%22|')$/),
        body: undefined,
      },
      ...['getDock fuzz', 'deleteDock fuzz'].map((id) => ({
        ...{ id, outcome: 'passed', check: undefined, url: undefined, body: undefined },
      })),
    ]);
    expect(fuzz[0]?.findings[0]).toMatchObject({
      severity: 'violation',
      message: expect.stringMatching(/ Made up: seed 3, run \d+, shrunk \d+ times\.$/),
    });
    expect(fuzz[0]?.findings[0]?.documentPointer).toMatch(/\/properties\/length\/maximum$/);
    expect(fuzz[0]?.curl).toContain(`--data-raw '{"length":101,"kind":"wide"}'`);
  });

  test('nothing is deleted that a plain run would not delete', async () => {
    const deleted = async (...argv: string[]) => {
      const from = server.requests.length;
      await contract('--allow-writes', '--only', 'deleteDock', ...argv);
      const asked = server.requests.slice(from).filter(({ method }) => method === 'DELETE');
      return [...new Set(asked.map(({ url }) => url))].sort();
    };
    expect(await deleted('--fuzz', '30')).toEqual(await deleted());
  });

  test('the same seed asks the same, another one something else', async () => {
    const ask = async (seed: string) => {
      const from = server.requests.length;
      await contract('--fuzz', '10', '--seed', seed, '--only', 'getDock');
      return server.requests.slice(from).map(({ method, url }) => `${method} ${url}`);
    };
    const first = await ask('1');
    expect(await ask('1')).toEqual(first);
    expect(await ask('2')).not.toEqual(first);
  });

  test('what may not write is not asked to', async () => {
    const { fuzz } = await contract('--fuzz', '5', '--only', 'writeNote,deleteDock');
    const reason = 'writes are not allowed: --allow-writes';
    expect(fuzz.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['skipped', reason],
      ['skipped', reason],
    ]);
  });
});
