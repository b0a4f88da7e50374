import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApis } from '../../scripts/apis/readApis.ts';
import { startMock } from '../../scripts/mock/startMock.ts';
import { onlyKnows } from '../gate/faults/behaviour.ts';
import { startFront } from '../gate/startFront.ts';

const root = findProjectRoot();
const readme = readFileSync(join(root, 'README.md'), 'utf8');
/** What a reader is told to type: the lines of the `sh` blocks, without their comments. */
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter(Boolean),
);

/** These two are what `.ci/run` does, from a clean clone; they cannot run inside themselves. */
const byContinuousIntegration = ['npm ci && npm run gate', 'npm ci && npm test'];
/** They run until they are stopped. */
const mockCommands = commands.filter((one) => one.startsWith('npm run mock'));
const others = commands.filter((one) => ![...byContinuousIntegration, ...mockCommands].includes(one));

let mock: Awaited<ReturnType<typeof startMock>>;
/** The live server of the README: the mock, behind what knows one token. */
let live: Awaited<ReturnType<typeof startFront>>;
let reports: string;

beforeAll(async () => {
  const apis = await readApis(root);
  mock = await startMock({ apis, port: 0 });
  const accounts = [onlyKnows('authorization', 'Token fake-token-0001')];
  live = await startFront({ apis, mockUrl: mock.url, faultsOf: () => accounts });
  reports = await mkdtemp(join(tmpdir(), 'readme-'));
});

afterAll(async () => {
  await live[Symbol.asyncDispose]();
  await mock.close();
  await rm(reports, { recursive: true });
});

describe('the commands of the README', () => {
  test('the first screen shows the two commands that .ci/run runs', () => {
    expect(commands.slice(0, 2)).toEqual(byContinuousIntegration);
    const ci = readFileSync(join(root, '.ci', 'run'), 'utf8');
    for (const command of ['npm ci', 'npm run gate', 'npm test']) expect(ci).toContain(command);
  });

  test.each(mockCommands)('%s starts, answers and stops', async (command) => {
    const [program = '', ...args] = command.split(' ');
    const child = spawn(program, [...args, ...(args.includes('--') ? [] : ['--']), '--port', '0'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const url = await new Promise<string>((resolve) => {
      let printed = '';
      child.stdout.on('data', (chunk) => {
        printed += String(chunk);
        const [, found] = /listening on (http:\/\/\S+)/.exec(printed) ?? [];
        if (found) resolve(found);
      });
    });
    expect((await fetch(`${url}/tscharts/image/5001/`)).status).toBe(401);
    const ended = new Promise((resolve) => child.once('close', resolve));
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    await ended;
  });

  test.each(others)('%s', { timeout: 120_000 }, async (command) => {
    const { code, stdout, stderr } = await run(here(command));
    // `diff` finds differences in a checkout that has some: it ran, which is what is asked here.
    const wanted = command.startsWith('npm run diff') ? [0, 1] : [0];
    expect({ command, code, stdout, stderr }).toSatisfy(() => wanted.includes(code));
    if (command.startsWith('curl')) expect(JSON.parse(stdout)).toHaveProperty('id');
  });
});

test('the TypeScript of the README runs against the mock', async () => {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const file = join(reports, 'snippet.ts');
  const source = here(code).replace("'./generated/", `'${root}/generated/`);
  await writeFile(file, `${source}\nconsole.log(JSON.stringify({ data, error }));\n`);
  const { stdout, stderr } = await run(`'${process.execPath}' '${file}'`);
  expect({ ...JSON.parse(stdout || '{}'), stderr }).toMatchObject({ data: { id: 7001 } });
});

/** The same command with a free port for the fixed ones, and reports in a folder of the test's own. */
function here(command: string): string {
  const address = command
    .replace('http://127.0.0.1:4010', mock.url)
    .replace('http://127.0.0.1:8000/tscharts/v1', `${live.url}/tscharts`);
  return address.includes('npm run contract')
    ? `${address}${address.includes(' -- ') ? '' : ' --'} --report ${reports}`
    : address;
}

async function run(command: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn('bash', ['-c', command], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
