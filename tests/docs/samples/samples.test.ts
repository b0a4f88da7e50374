import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readApi } from '../../../scripts/apis/readApi.ts';
import { readRegistry } from '../../../scripts/apis/registry.ts';
import { sampleRequest } from '../../../scripts/docs/samples/sampleRequest.ts';
import { splitVariables } from '../../../scripts/docs/samples/variables.ts';
import { type Mock, startMock } from '../../../scripts/mock/startMock.ts';
import type { Api } from '../../../scripts/model/api.ts';
import { type SeenRequest, startRecordingFront } from './recordingFront.ts';
import { isInstalled, parseEach, run, runPython, runShell, runTypeScript } from './runSamples.ts';
import { environmentOf, type SampleFolder, sampleFolder } from './sampleFolder.ts';

const root = findProjectRoot();
const names = readRegistry(root).map(({ name }) => name);
const has = {
  python: await isInstalled('python3 --version'),
  requests: await isInstalled('python3 -c "import requests"'),
  php: await isInstalled('php --version'),
  ruby: await isInstalled('ruby --version'),
};

let apis: Api[];
let mock: Mock;
let front: Awaited<ReturnType<typeof startRecordingFront>>;
beforeAll(async () => {
  apis = await Promise.all(names.map((name) => readApi({ root, name })));
  mock = await startMock({ apis, port: 0, credentials: 'known' });
  front = await startRecordingFront(mock.url);
});
afterAll(async () => {
  await front.close();
  await mock.close();
});

describe.each(names)('the samples of %s', (name) => {
  let api: Api;
  let adapt: (source: string) => string;
  let intended: SeenRequest[];
  beforeAll(async () => {
    api = apis.find((one) => one.name === name) as Api;
    adapt = (source) => source.replaceAll(api.serverUrl, `${front.url}/${name}`);
    for (const operation of api.operations) await send(api, await sampleRequest(api, operation));
    intended = front.take();
  });

  test('make a request that the mock accepts', () => {
    expect(intended).toHaveLength(api.operations.length);
    expect(intended.filter(({ status }) => status >= 300)).toEqual([]);
  });

  test('curl sends it', async () => {
    await using samples = await sampleFolder(api, { label: 'curl', ending: 'sh', adapt });
    expect(await runShell(samples)).toEqual([]);
    expect(front.take()).toEqual(intended);
  });

  test('TypeScript sends it', { timeout: 120_000 }, async () => {
    await using samples = await typeScriptOf(api);
    expect(await runTypeScript(samples)).toEqual([]);
    // A client that fetches its own tokens asks more than the sample shows.
    const sent = front.take().map(told);
    for (const request of intended.map(told)) expect(sent).toContainEqual(request);
  });

  test('Python parses', async ({ skip }) => {
    if (!has.python) skip('python3 is not installed');
    await using samples = await sampleFolder(api, { label: 'Python', ending: 'py', adapt });
    expect(await runPython(samples, { only: 'parse' })).toEqual([]);
  });

  test('Python sends it', async ({ skip }) => {
    if (!has.requests) skip('python3 with requests is not installed');
    await using samples = await sampleFolder(api, { label: 'Python', ending: 'py', adapt });
    expect(await runPython(samples, { only: 'run' })).toEqual([]);
    expect(front.take()).toEqual(intended);
  });

  test('PHP parses', async ({ skip }) => {
    if (!has.php) skip('php is not installed');
    await using samples = await sampleFolder(api, { label: 'PHP', ending: 'php', adapt });
    expect(await parseEach(samples, 'php -l')).toEqual([]);
  });

  test('Ruby parses', async ({ skip }) => {
    if (!has.ruby) skip('ruby is not installed');
    await using samples = await sampleFolder(api, { label: 'Ruby', ending: 'rb', adapt });
    expect(await parseEach(samples, 'ruby -c')).toEqual([]);
  });
});

test('the TypeScript samples fit the types of the clients', { timeout: 120_000 }, async () => {
  await using samples = new AsyncDisposableStack();
  const folders = await Promise.all(apis.map(typeScriptOf));
  for (const one of folders) samples.use(one);
  expect(folders.flatMap(({ names }) => names).length).toBe(apis.flatMap((one) => one.operations).length);
  const [first] = folders;
  if (!first) throw new Error('There is no API.');
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { typeRoots: [join(root, 'node_modules/@types')] },
    include: folders.map(({ folder }) => join(folder, '*.mts')),
  };
  await writeFile(join(first.folder, 'tsconfig.json'), JSON.stringify(config));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const checked = await run(process.execPath, [compiler, '--project', '.'], first);
  expect(checked).toEqual({ code: 0, stdout: '', stderr: '' });
});

/** As they run here: against the front, with the clients of this checkout. */
function typeScriptOf(api: Api): Promise<SampleFolder> {
  const { name, serverUrl } = api;
  const client = `'${root}/generated/${name}/client.ts'`;
  const adapt = (source: string) =>
    `${source.replaceAll(serverUrl, `${front.url}/${name}`).replace(`'care-contracts/${name}'`, client)}\nexport const result = { error };\n`;
  return sampleFolder(api, { label: 'TypeScript', ending: 'mts', adapt });
}

/** What the samples have in common, sent by ourselves. */
async function send(api: Api, { sent }: Awaited<ReturnType<typeof sampleRequest>>): Promise<void> {
  const environment = environmentOf(api);
  const filled = (text: string) =>
    splitVariables(text)
      .map((part, index) => (index % 2 === 1 ? (environment[part] ?? '') : part))
      .join('');
  const response = await fetch(filled(sent.url).replace(api.serverUrl, `${front.url}/${api.name}`), {
    method: sent.method,
    headers: Object.fromEntries(Object.entries(sent.headers).map(([name, value]) => [name, filled(value)])),
    ...(sent.body && { body: sent.body.slice() }),
  });
  await response.bytes();
}

/** A client chooses by itself what it accepts, and sends a token that the mock gave it in place of a fake one. */
function told({ headers: { accept: _, ...headers }, ...rest }: SeenRequest): unknown {
  const text = JSON.stringify({ ...rest, headers });
  return JSON.parse(text.replace(/issued-[0-9a-f]+|fake-(access-)?token(-0001)?/g, 'token'));
}
