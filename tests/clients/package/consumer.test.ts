import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readApis } from '../../../scripts/apis/readApis.ts';
import { type Mock, startMock } from '../../../scripts/mock/startMock.ts';
import { type ConsumerProject, consumerProject } from './consumerProject.ts';
import { diagnosticsOf } from './diagnosticsOf.ts';
import { machinesNode } from './nodes.ts';
import { runInBrowser } from './runInBrowser.ts';

const machines = machinesNode();
let consumer: ConsumerProject;
let mock: Mock;

beforeAll(async () => {
  const root = findProjectRoot();
  const apis = await readApis(root);
  [consumer, mock] = await Promise.all([consumerProject(), startMock({ apis, credentials: 'known' })]);
});
afterAll(async () => {
  await mock.close();
  consumer.remove();
});

const here = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');
const run = promisify(execFile);

describe('the package', () => {
  test('is in order, says publint', async () => {
    const { messages } = await publint({ pkgDir: consumer.built, strict: true, pack: false });
    expect(messages).toEqual([]);
  });

  test('resolves to the right types for everybody who can import a module, says attw', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(consumer.tarball));
    // As the command's profile `esm-only`: the others cannot import what is a module alone.
    if (!analysis.types) return expect.fail('it has no types');
    const problems = analysis.problems.filter(
      (one) => !('resolutionKind' in one && ['node10', 'node16-cjs'].includes(one.resolutionKind)),
    );
    expect(problems).toEqual([]);
  });

  test('brings nothing else along', () => {
    const lock = JSON.parse(readFileSync(join(consumer.folder, 'package-lock.json'), 'utf8'));
    expect(Object.keys(lock.packages)).toEqual(['', 'node_modules/care-contracts']);
  });
});

describe('a consumer', () => {
  test.each(['bundler', 'nodenext', 'nodenext, without the DOM'] as const)(
    'type-checks strictly: %s',
    (kind) => {
      const file = consumer.write('consumer.ts', here('consumerTypes.ts'));
      expect(diagnosticsOf(file, kind)).toEqual([]);
    },
  );

  const nodes = [
    { which: 'the Node of the project', node: process.execPath, why: '' },
    {
      which: 'the Node of the machine',
      node: machines?.file ?? '',
      why: whyNot(machines?.version),
    },
  ];
  test.each(nodes)('runs on $which', async ({ node, why }) => {
    if (why) return console.warn(`skipped: ${why}`);
    const file = consumer.write('consumer.js', here('consumer.js'));
    const { stdout, stderr } = await run(node, [file, mock.url], { cwd: consumer.folder });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(came);
  });

  test('runs in a browser, on a page of another origin', async () => {
    const file = consumer.write('browser.js', here('browser.js'));
    const { result, problems, code } = await runInBrowser(file, mock.url);
    expect(problems).toEqual([]);
    expect(result).toEqual({
      status: 201,
      report: '%PDF-',
      me: 'dana.example',
      aborted: 'TimeoutError',
      relative: 'CallError',
    });
    expect(code).not.toMatch(/node:|process\.|TSCharts|\/image\//);
  });
});

describe('the mock of the package', () => {
  const start = async (node: string, ...apis: string[]) =>
    (await run(node, [consumer.write('mock.js', here('mock.js')), ...apis], { cwd: consumer.folder })).stdout;

  test('says what it lacks', async () => {
    expect(await start(process.execPath, 'tscharts')).toMatch(
      /^The mock needs \S+, which is not installed\.\nInstall what package\.json of this package names/,
    );
  });

  test.skipIf(!machines || major(machines.version) >= 24)('says which Node it needs', async () => {
    const want = `The mock needs Node 24 or later and runs on ${machines?.version}.\n`;
    expect(await start(machines?.file ?? '', 'tscharts')).toBe(want);
  });

  test('answers for the APIs named, shows their docs, and ends', async () => {
    await consumer.linkPeers();
    const said = JSON.parse(await start(process.execPath, 'tscharts', 'connecticket'));
    expect(said).toEqual({ apis: ['tscharts', 'connecticket'], docs: 200, refused: 401, total: 1 });
  });

  test('knows its own APIs only by their names', async () => {
    expect(await start(process.execPath, 'museum')).toBe(
      'There is no API "museum".\nKnown: connecticket, dentalray, optretina, tscharts.\n',
    );
  });
});

const came = {
  created: [201, 7001],
  report: '%PDF-',
  me: 'dana.example',
  media: 401,
  images: [5001, 5004],
  tickets: [9001, 9002],
  refused: 'GET /image/{id}/: the service refused it (status 404)',
  unsent: 'GET /worklist/{id}: the path parameter id may not be . or ..',
};

function whyNot(version: string | undefined): string {
  if (version === undefined) return 'this machine has no Node of its own';
  return major(version) < 20 ? `this machine's Node is ${version}` : '';
}

function major(version: string): number {
  return Number.parseInt(version.slice(1), 10);
}
