import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readApi } from '../../scripts/apis/readApi.ts';
import { sensitiveNames } from '../../scripts/apis/sensitiveNames.ts';
import { planCases } from '../../scripts/cases/planCases.ts';
import type { Report } from '../../scripts/model/report.ts';
import { sensitiveValues } from '../contract/sensitiveValues.ts';
import { repository } from '../support/makeContractProject.ts';
import { startEchoServer, token } from './echoServer.ts';
import { runScript } from './runScript.ts';

const secrets: Record<string, string> = {
  OPTRETINA_CLIENT_ID: 'fake-id-a7c2',
  OPTRETINA_CLIENT_SECRET: 'fake/s3cret+b8d3=',
  TSCHARTS_TOKEN: 'fake-token-c9e4',
  CONNECTICKET_API_KEY: 'fake-key-d1f5',
  CONNECTICKET_API_SECRET: 'fake secret d2f6',
};
const gatewayPass = 'fake-pass-f3a7';

/** What the examples tell of persons. */
async function personalValues(name: string): Promise<string[]> {
  const { operations, document } = await readApi({ root: repository, name });
  const names = sensitiveNames(document);
  const isSensitive = (one: string) => names.has(one.toLowerCase());
  const bases = operations.flatMap((one) => planCases(one, operations).map(({ base }) => base));
  return bases.flatMap((inputs) => sensitiveValues({ inputs, response: undefined, isSensitive }));
}

async function runAgainstEcho(name: string) {
  await using server = await startEchoServer();
  const folder = await mkdtemp(join(tmpdir(), 'privacy-'));
  const header = ['--header', `X-Gateway: Bearer ${gatewayPass}`];
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
    expect(written['contract.json']).toContain('We heard: ');
    expect(written['contract.json']).toContain('$HEADER_X_GATEWAY');
    expect(written['contract.json']).toMatch(/a documented example \(\\"example \w+\\"\)/);
    const private_ = [...Object.values(secrets), token, gatewayPass, ...personal].flatMap(spellings);
    for (const [file, text] of Object.entries(written)) {
      const leaked = private_.filter((one) => contains(text, one));
      expect(leaked, `${name}: ${file}`).toEqual([]);
    }
  });
});

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
