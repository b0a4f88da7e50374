import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readApi } from '../../scripts/apis/readApi.ts';
import { sensitiveMarks } from '../../scripts/apis/sensitiveMarks.ts';
import { planCases } from '../../scripts/cases/planCases.ts';
import type { Report } from '../../scripts/model/report.ts';
import { sensitiveValues } from '../contract/sensitiveValues.ts';
import { makeContractProject, repository } from '../support/makeContractProject.ts';
import { startEchoServer, token } from './echoServer.ts';
import { leaksIn } from './leaksIn.ts';
import { type LeakyOptions, startLeakyServer } from './leakyServer.ts';
import { runScript } from './runScript.ts';
import { wardDocument } from './wardDocument.ts';
import { gatewayPass, otherCredentials, patient, privateValues, wardCredentials } from './wardSecrets.ts';

const secrets: Record<string, string> = {
  OPTRETINA_CLIENT_ID: 'fake-id-a7c2',
  OPTRETINA_CLIENT_SECRET: 'fake/s3cret+b8d3=',
  TSCHARTS_TOKEN: 'fake-token-c9e4',
  TSCHARTS_OTHER_TOKEN: 'fake-token-9ce4',
  CONNECTICKET_API_KEY: 'fake-key-d1f5',
  CONNECTICKET_API_SECRET: 'fake secret d2f6',
};
const echoedPass = 'fake-pass-f3a7';

/** What the examples tell of persons. */
async function personalValues(name: string): Promise<string[]> {
  const { operations, document } = await readApi({ root: repository, name });
  const names = sensitiveMarks(document).sensitive;
  const isSensitive = (one: string) => names.has(one.toLowerCase());
  const bases = operations.flatMap((one) => planCases(one, operations).map(({ base }) => base));
  return bases.flatMap((inputs) => sensitiveValues({ inputs, response: undefined, isSensitive }));
}

async function runAgainstEcho(name: string) {
  await using server = await startEchoServer();
  const folder = await mkdtemp(join(tmpdir(), 'privacy-'));
  const header = ['--header', `X-Gateway: Bearer ${echoedPass}`];
  const argv = [name, '--target', server.url, '--allow-writes', '--report', folder, ...header];
  const { stdout, stderr } = await runScript('contract.ts', { argv, cwd: repository, env: secrets });
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  await rm(folder, { recursive: true });
  const written = {
    stdout,
    stderr,
    ...Object.fromEntries(files.map((file, index) => [file, texts[index] ?? ''])),
  };
  return written as Record<'stdout' | 'stderr' | 'contract.json', string>;
}

describe.each(['optretina', 'tscharts', 'connecticket'])('%s', (name) => {
  test('a server that repeats all it hears gets nothing into a report, a log or a terminal', async () => {
    const personal = await personalValues(name);
    const written = await runAgainstEcho(name);
    const report = JSON.parse(written['contract.json']) as Report;
    const reports = ['contract.html', 'contract.json', 'drift.md', 'junit.xml'];
    expect(Object.keys(written).sort()).toEqual([...reports, 'stderr', 'stdout']);
    // It was heard and told, or nothing would be shown by its absence.
    expect(report.totals.violations + report.totals.drift).toBeGreaterThan(10);
    expect(written['contract.json']).toContain('"detail": "<string, ');
    expect(written['contract.json']).toContain('$HEADER_X_GATEWAY');
    expect(written['contract.json']).toMatch(/a documented example \(\\"example \w+\\"\)/);
    const private_ = [...Object.values(secrets), token, echoedPass, ...personal].flatMap(spellings);
    for (const [file, text] of Object.entries(written)) {
      const leaked = private_.filter((one) => contains(text, one));
      expect(leaked, `${name}: ${file}`).toEqual([]);
    }
  });
});

/** All that a run of the ward's contract leaves behind: below its project and its temporary folder, and what it printed. */
async function runWard({ argv = [], ...options }: LeakyOptions & { argv?: string[] }) {
  await using server = await startLeakyServer(options);
  await using project = await makeContractProject({ ward: wardDocument });
  const temporary = join(project.root, 'temporary');
  await mkdir(temporary);
  const given = [
    'ward',
    '--target',
    server.url,
    ...['--allow-writes', '--allow-leftovers'],
    '--header',
    `X-Gateway: Bearer ${gatewayPass}`,
  ];
  const env = { ...wardCredentials, ...otherCredentials, TMPDIR: temporary };
  const { code, stdout, stderr } = await runScript('contract.ts', {
    argv: [...given, ...argv],
    cwd: project.root,
    env,
  });
  const files = await filesBelow(project.root);
  const report = files['reports/contract.json'];
  return {
    code,
    asked: server.asked(),
    written: { stdout, stderr, ...files } as Record<string, string>,
    report: report === undefined ? undefined : (JSON.parse(report) as Report),
  };
}

/** Links lead to the repository itself. */
async function filesBelow(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'latin1')));
  return Object.fromEntries(files.map((file, index) => [file.slice(root.length + 1), texts[index] ?? '']));
}

describe('a server that tells all it knows, in every place and spelling', () => {
  test.each([
    ['in a plain run', []],
    ['with values shown', ['--show-values']],
    ['with random requests', ['--fuzz', '15']],
    ['with both', ['--fuzz', '15', '--show-values', '--fail-on', 'drift']],
  ])('%s', async (_, argv) => {
    const { code, asked, written, report } = await runWard({ argv });
    expect(code).toBe(1);
    expect(Object.keys(written)).toEqual(
      expect.arrayContaining(['reports/contract.json', 'reports/junit.xml']),
    );
    // All kinds of answers came, and were told.
    expect(asked).toBeGreaterThan(60);
    expect(report?.totals.violations).toBeGreaterThan(30);
    expect(leaks(written)).toEqual({});
    // What can be told is told.
    const [told = '', curl = ''] = [written['reports/contract.json'], written.stdout];
    for (const variable of [
      'WARD_ACCESS_TOKEN',
      'WARD_X_WARD_KEY',
      'WARD_WARD_KEY',
      'WARD_BASIC',
      'WARD_TOKEN',
    ])
      expect(told).toContain(`$${variable}`);
    expect(curl).toContain('--data-raw');
    expect(told).toContain(
      argv.includes('--show-values') ? '"ward": "B12"' : '"ward": "<string, 3 characters>"',
    );
    expect(told).toContain(argv.includes('--show-values') ? '"beds": 4' : '"beds": "<integer>"');
    expect(told.includes('There is no such bed')).toBe(argv.includes('--show-values'));
    expect(told).toContain('"status": "in"');
    expect(told).toContain('"birth_date": "<string, date>"');
  });

  test.each([401, 500, 200])('where it gives no token, with %i', async (refusesTokens) => {
    const { code, written } = await runWard({ refusesTokens, argv: ['--only', 'listPatients,listNotes'] });
    expect(code).not.toBe(0);
    expect(leaks(written)).toEqual({});
  });

  test('the search finds what was written', () => {
    const said = `x ${patient.name.slice(3, 12)} y`;
    expect(leaks({ a: said, b: Buffer.from(said).toString('base64'), c: 'nothing' })).toEqual({
      a: [expect.stringContaining(patient.name)],
      b: [expect.stringContaining(patient.name)],
    });
  });
});

/** By file. */
function leaks(written: Record<string, string>): Record<string, string[]> {
  const found = Object.entries(written).map(
    ([file, text]) => [file, leaksIn(text, [...privateValues, ...Object.values(otherCredentials)])] as const,
  );
  return Object.fromEntries(found.filter(([, values]) => values.length > 0));
}

test('there is something personal to leak', async () => {
  expect(await personalValues('optretina')).toEqual(expect.arrayContaining(['HN-0001', 'Ana', 'Example']));
  expect((await personalValues('tscharts')).length).toBeGreaterThan(1);
});

function spellings(value: string): string[] {
  const text = JSON.stringify(value).slice(1, -1);
  return [...new Set([value, text, encodeURIComponent(value), btoa(value)])];
}

/** As a word of its own: `Ana` is no part of `Analysis`. */
function contains(text: string, value: string): boolean {
  const pattern = value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u').test(text);
}
