import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readApi } from '../../scripts/apis/readApi.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import type { Report } from '../../scripts/model/report.ts';
import { failsOnValid } from '../gate/faults/serverErrors.ts';
import { startFront } from '../gate/startFront.ts';
import { repository } from '../support/makeContractProject.ts';
import { action, runStep, type Step, workflow } from '../support/workflows.ts';

let mock: Mock;
let server: Awaited<ReturnType<typeof startFront>>;
/** A provider's checkout, which holds nothing of this project. */
let workspace: string;
/** An `npm` of which `npm ci` is only noted down: what it would install is there. */
let bin: string;

beforeAll(async () => {
  const apis = [await readApi({ root: repository, name: 'tscharts' })];
  mock = await startMock({ apis });
  server = await startFront({
    apis,
    mockUrl: mock.url,
    faultsOf: (_, { operationId }) => (operationId === 'getImage' ? [failsOnValid] : []),
  });
  workspace = await realpath(await mkdtemp(join(tmpdir(), 'provider repo-')));
  bin = join(workspace, '.bin');
  await mkdir(bin);
  const script = `#!/bin/bash\nif [ "$1" = ci ]; then echo "ci in $PWD" >> '${bin}/ran'; exit; fi\nPATH=\${PATH#*:} exec npm "$@"\n`;
  await writeFile(join(bin, 'npm'), script);
  await chmod(join(bin, 'npm'), 0o755);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await mock.close();
  await rm(workspace, { recursive: true });
});

function environment() {
  return {
    PATH: `${bin}:${process.env.PATH}`,
    GITHUB_WORKSPACE: workspace,
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: join(workspace, 'summary.md'),
    GITHUB_RUN_NUMBER: '7',
    TSCHARTS_TOKEN: 'fake-live-token',
  };
}

const [install, contract] = action.runs.steps as [Step, Step];

/** Runs the action's second step with inputs, the others as they are by default. */
function act(inputs: Record<string, string>) {
  const defaults = Object.entries(action.inputs).map(([name, input]) => [
    `inputs.${name}`,
    inputs[name] ?? input.default,
  ]);
  const expressions = { ...Object.fromEntries(defaults), 'github.action_path': repository };
  return runStep(contract, { expressions, env: environment(), cwd: workspace });
}

const target = () => `${server.url}/tscharts`;
const read = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'contract.json'), 'utf8')) as Report;

describe('the action, as a shell runs it in the repository of a provider', () => {
  test('installs itself where it lies', async () => {
    const { code } = await runStep(install, {
      expressions: { 'github.action_path': repository },
      env: environment(),
      cwd: workspace,
    });
    expect(code).toBe(0);
    expect(await readFile(join(bin, 'ran'), 'utf8')).toBe(`ci in ${repository}\n`);
  });

  test('judges a server, writes the reports into the caller’s workspace and annotates', async () => {
    const run = await act({
      api: 'tscharts',
      target: target(),
      report: 'out/contract report',
      only: 'listImages,getImage',
      seed: '9',
    });
    const folder = join(workspace, 'out/contract report');
    expect(run.code).toBe(1);
    expect(run.outputs).toBe(`report=${folder}\n`);
    expect((await readdir(folder)).sort()).toEqual([
      'contract.html',
      'contract.json',
      'drift.md',
      'junit.xml',
    ]);
    const { seed, target: asked, apis } = await read(folder);
    expect([seed, asked]).toEqual([9, target()]);
    expect(apis[0]?.operations.map(({ operationId }) => operationId)).toEqual(['listImages', 'getImage']);
    // The document is no file of the provider's repository.
    expect(run.stderr).toMatch(/^::error title=tscharts getImage%3A no-server-error \(documented\)::/m);
    expect(await readFile(join(workspace, 'summary.md'), 'utf8')).toMatch(/^## Contract: 1 fault\n/);
  });

  test('passes, with a document and a baseline of the caller’s', async () => {
    const document = await readFile(join(repository, 'generated/tscharts/openapi.json'), 'utf8');
    await writeFile(join(workspace, 'api.json'), document);
    await writeFile(join(workspace, 'known.yaml'), '[]\n');
    const run = await act({
      document: 'api.json',
      target: target(),
      only: 'listImages',
      baseline: 'known.yaml',
      arguments: '--exclude=deleteImage\n--fuzz=1\n',
    });
    expect(run.code).toBe(0);
    const { apis, baseline } = await read(join(workspace, 'contract-report'));
    expect(apis[0]?.api).toBe('api');
    expect(apis[0]?.operations[0]?.cases.some(({ kind }) => kind === 'fuzz')).toBe(true);
    expect(baseline).toEqual({ vanished: [], expired: [] });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['no API', {}, /^::error title=care-contracts::Name the API/],
    ['an API that there is not', { api: 'nothing' }, /error Unknown API: nothing\./],
    ['an API that is a flag', { api: '--allow-writes' }, /error Unknown API: --allow-writes\./],
    [
      'a server that is a flag',
      { api: 'tscharts', target: '--allow-writes' },
      /error --target is no base URL\./,
    ],
    [
      'a severity that there is not',
      { api: 'tscharts', 'fail-on': 'x y' },
      /error --fail-on takes violation or drift\./,
    ],
  ])('%s is wrong usage', async (_, inputs, want) => {
    const { code, stdout, stderr } = await act(inputs);
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(want);
  });

  test('no input is read as code', async () => {
    const trap = join(workspace, 'trap');
    const attack = `x"; touch "${trap}"; $(touch "${trap}") \`touch "${trap}"\` '`;
    for (const name of Object.keys(action.inputs)) {
      const { code } = await act({ api: 'tscharts', target: target(), only: 'listImages', [name]: attack });
      expect([name, code === 0 && name !== 'report' && name !== 'allow-writes']).toEqual([name, false]);
    }
    expect(await readdir(workspace)).not.toContain('trap');
  });
});

describe('the scheduled run', () => {
  const { contract: shards, report, apis } = workflow('conformance.yml').jobs;
  const scriptOf = (steps: Step[] | undefined, name: string) =>
    steps?.find((step) => step.name === name) ?? {};

  test('lists the APIs as an output', async () => {
    const run = await runStep(scriptOf(apis?.steps, 'List the APIs'), {
      expressions: {},
      env: environment(),
      cwd: repository,
    });
    const [, list = ''] = /^apis=(.*)\n$/.exec(run.outputs) ?? [];
    expect(JSON.parse(list)).toContain('tscharts');
  });

  test('asks in shards with the credentials of the environment, and merges what they found', async () => {
    const parts = join(workspace, 'parts');
    for (const shard of ['1', '2']) {
      const expressions = {
        ...{ 'matrix.api': 'tscharts', 'matrix.shard': shard, "inputs.fuzz || '20'": '20' },
        ...{
          'vars.TARGET': target(),
          'secrets.CREDENTIALS': 'OTHER=x\r\nTSCHARTS_TOKEN=fake-from-secrets=\n',
        },
      };
      const run = await runStep(
        {
          ...scriptOf(shards?.steps, 'Contract'),
          run:
            scriptOf(shards?.steps, 'Contract').run?.replace(
              '--report=reports',
              `--report=${parts}/${shard}`,
            ) ?? '',
        },
        { expressions, env: { ...environment(), TSCHARTS_TOKEN: '', SHARDS: '2' }, cwd: repository },
      );
      expect([run.code, run.stdout.split('\n').slice(0, 2)]).toEqual([
        0,
        ['::add-mask::x', '::add-mask::fake-from-secrets='],
      ]);
      expect((await read(join(parts, shard))).seed).toBe(7);
    }
    const tokens = server.requests.map(({ headers }) => headers.authorization);
    expect(tokens).toContain('Token fake-from-secrets=');
    const merge = scriptOf(report?.steps, 'Merge');
    const run = {
      ...merge,
      run:
        merge.run?.replace(
          'reports parts/*',
          `${workspace}/merged ${parts}/*`.replaceAll(' repo', '\\ repo'),
        ) ?? '',
    };
    const merged = await runStep(run, { expressions: {}, env: environment(), cwd: repository });
    expect(merged.code).toBe(1);
    expect((await read(join(workspace, 'merged'))).totals.operations).toBe(4);
  });
});
