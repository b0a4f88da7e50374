import { mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { readRegistry } from '../../../scripts/apis/registry.ts';
import { brokenRun } from '../../../scripts/contract/brokenRun.ts';
import { type ContractFlags, readContractOptions } from '../../../scripts/contract/options.ts';
import { prepareFolder } from '../../../scripts/contract/prepareFolder.ts';
import { TransportError, UsageError } from '../../../scripts/model/errors.ts';

afterEach(() => vi.unstubAllEnvs());

async function complaint(flags: ContractFlags, names: string[] = []): Promise<string> {
  const error = await readContractOptions(flags, names).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message;
}

const noUrl =
  '--target is no base URL.\nGive one like https://staging.example.com/api: http or https, no query, no credentials.';
const oneApi =
  '--target is one server: name exactly one API, as in `npm run contract -- <api> --target URL`.';
const noHeader = "--header is no header field. Write it as --header 'Name: value'.";

describe('every bad value is one message', () => {
  const target = 'http://127.0.0.1:1';

  test.each<[name: string, flags: ContractFlags, names: string[], want: string]>([
    ['a target without an API', { target }, [], oneApi],
    ['a target of two', { target }, ['tscharts', 'optretina'], oneApi],
    ['no URL', { target: 'staging' }, ['tscharts'], noUrl],
    ['an empty one', { target: '' }, ['tscharts'], noUrl],
    ['another scheme', { target: 'ftp://127.0.0.1' }, ['tscharts'], noUrl],
    ['a query', { target: `${target}?a=1` }, ['tscharts'], noUrl],
    ['a fragment', { target: `${target}#a` }, ['tscharts'], noUrl],
    ['a name and a password', { target: 'http://fake:secret@127.0.0.1' }, ['tscharts'], noUrl],
    ['a password alone', { target: 'http://:secret@127.0.0.1' }, ['tscharts'], noUrl],
    [
      'a folder without a name',
      { report: '' },
      [],
      '--report names no folder.\nWrite it as --report reports, say.',
    ],
    ['no number', { seed: 'x' }, [], '--seed is no whole number, 0 or more.'],
    ['an empty one', { seed: '' }, [], '--seed is no whole number, 0 or more.'],
    ['a fraction', { seed: '1.5' }, [], '--seed is no whole number, 0 or more.'],
    ['less than nothing', { seed: '-1' }, [], '--seed is no whole number, 0 or more.'],
    ['too much', { seed: '9007199254740993' }, [], '--seed is no whole number, 0 or more.'],
    ...['', '1', '0/4', '5/4', '1/0', 'a/b', '1/4/2', '-1/4'].map(
      (shard): [string, ContractFlags, string[], string] => [
        `the part "${shard}"`,
        { shard },
        [],
        '--shard is no part: write it as --shard 1/4, the first of four.',
      ],
    ),
    ...['', '-1', '1.5', 'x', '1e3'].map((fuzz): [string, ContractFlags, string[], string] => [
      `"${fuzz}" random requests`,
      { fuzz },
      [],
      '--fuzz is no whole number, 0 or more: how many random requests each operation gets.',
    ]),
    [
      'an unknown format',
      { format: 'html' },
      [],
      '--format knows no "html".\nKnown: text, json, junit, markdown, github.',
    ],
    [
      'no pattern',
      { title: '(' },
      [],
      "--title is no regular expression. Copy it from the report: -t '^listThings > minimal$', say.",
    ],
    ['an unknown severity', { 'fail-on': 'warning' }, [], '--fail-on takes violation or drift.'],
    ...['', 'x', 'x:', ': x', 'a b: x', 'x: a\nb', 'x: a\r\nb: c', 'x: →', 'x: \u0000'].map(
      (header): [string, ContractFlags, string[], string] => [
        `the header ${JSON.stringify(header)}`,
        { header: [header] },
        [],
        noHeader,
      ],
    ),
    ...['Content-Length', 'transfer-encoding', 'Connection', 'HOST', 'Expect'].map(
      (name): [string, ContractFlags, string[], string] => [
        `the header ${name}`,
        { header: [`${name}: x`] },
        [],
        `--header cannot set ${name}: it belongs to the connection.\nLeave it out.`,
      ],
    ),
  ])('%s', async (_, flags, names, want) => {
    expect(await complaint(flags, names)).toBe(want);
  });

  test('an unknown API', async () => {
    expect(await complaint({}, ['tschart'])).toMatch(
      /^Unknown API: tschart\.\nKnown in redocly.yaml: .*tscharts/,
    );
  });

  test.each(['only', 'exclude'] as const)('an unknown operation for --%s', async (flag) => {
    const message = await complaint({ [flag]: 'listImages, GET /nowhere' }, ['tscharts']);
    expect(message).toBe(
      `--${flag}: there is no operation "GET /nowhere".\nKnown: listImages, createImage, getImage, deleteImage.`,
    );
  });

  test('an operation of another API', async () => {
    expect(await complaint({ only: 'listCases' }, ['tscharts'])).toMatch(
      /^--only: there is no operation "listCases"/,
    );
  });

  test('credentials that are not there, all of them', async () => {
    vi.stubEnv('OPTRETINA_CLIENT_ID', 'fake');
    vi.stubEnv('OPTRETINA_CLIENT_SECRET', '');
    expect(await complaint({ target }, ['optretina'])).toBe(
      'optretina needs credentials.\nSet in the environment: OPTRETINA_CLIENT_SECRET.',
    );
    vi.stubEnv('CONNECTICKET_API_KEY', undefined);
    vi.stubEnv('CONNECTICKET_API_SECRET', undefined);
    expect(await complaint({ target }, ['connecticket'])).toBe(
      'connecticket needs credentials.\nSet in the environment: CONNECTICKET_API_KEY, CONNECTICKET_API_SECRET.',
    );
  });
});

test('defaults', async () => {
  const { apis, ...options } = await readContractOptions({}, []);
  expect(apis.map(({ name }) => name)).toEqual(readRegistry().map(({ name }) => name));
  expect(options).toEqual({
    projectRoot: findProjectRoot(),
    folder: join(findProjectRoot(), 'reports'),
    ...{
      allowWrites: false,
      allowLeftovers: false,
      only: [],
      exclude: [],
      headers: {},
      seed: 1,
      fuzz: 0,
      failOn: 'violation',
    },
    showValues: false,
    ...{ format: 'text', repeat: [] },
  });
});

test('everything given', async () => {
  vi.stubEnv('TSCHARTS_TOKEN', 'fake');
  const { apis, projectRoot, ...options } = await readContractOptions(
    {
      target: 'https://staging.example.com:8443/api//',
      report: 'there',
      'allow-writes': true,
      'allow-leftovers': true,
      only: 'getImage, GET /image/,',
      exclude: ' deleteImage ',
      header: ['X-A:1', 'x-b:  two: words \t', 'X-A: 3'],
      seed: '0',
      fuzz: '25',
      shard: '2/3',
      'fail-on': 'drift',
      'show-values': true,
      format: 'junit',
      title: '^getImage > minimal$',
    },
    ['tscharts'],
  );
  expect(apis.map(({ name }) => name)).toEqual(['tscharts']);
  expect(options).toEqual({
    target: 'https://staging.example.com:8443/api',
    folder: join(process.cwd(), 'there'),
    allowWrites: true,
    allowLeftovers: true,
    only: ['getImage', 'GET /image/'],
    exclude: ['deleteImage'],
    headers: { 'x-a': '3', 'x-b': 'two: words' },
    seed: 0,
    fuzz: 25,
    shard: { index: 2, count: 3 },
    failOn: 'drift',
    showValues: true,
    limits: { concurrency: 8, timeout: 30_000, maxDuration: 3_600_000 },
    format: 'junit',
    title: '^getImage > minimal$',
    repeat: [
      '--target https://staging.example.com:8443/api//',
      '--allow-writes',
      '--allow-leftovers',
      ...['A', 'b', 'A'].map(
        (name) => `--header '${name === 'b' ? 'x' : 'X'}-${name}: '"$HEADER_X_${name.toUpperCase()}"`,
      ),
      '--fuzz 25',
      '--show-values',
    ],
  });
  expect(projectRoot).toBe(findProjectRoot());
});

describe('what kept cases from being run is one error', () => {
  const transport = new TransportError('it is gone: no answer', {
    method: 'GET',
    url: 'http://127.0.0.1:1/a',
    repair: 'Start it.\nOr not.',
  });

  test.each([
    [
      'a defect',
      [{ message: 'a' }, { message: 'b' }, { message: 'a' }],
      Error,
      'The contract tests could not run.\na\nb',
    ],
    ['wrong usage comes first', [{ message: 'a' }, transport, new UsageError('b')], UsageError, 'b'],
    ['then the transport, as it was', [{ message: 'a' }, transport], TransportError, transport.message],
  ])('%s', (_, broken, kind, want) => {
    const error = brokenRun(broken);
    expect(error).toBeInstanceOf(kind);
    expect(error.message).toBe(want);
  });

  test('many are told in part', () => {
    const broken = Array.from({ length: 12 }, (_, index) => ({ message: `${index}` }));
    expect(brokenRun(broken).message.split('\n').slice(-2)).toEqual(['9', 'and 2 more']);
  });
});

describe('the folder of the reports', () => {
  test('is made, and those of an earlier run go', async () => {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'reports-')));
    const folder = join(root, 'a', 'b');
    await prepareFolder(folder);
    for (const file of ['contract.json', 'junit.xml', 'other.txt']) await writeFile(join(folder, file), '');
    await prepareFolder(folder);
    expect(await readdir(folder)).toEqual(['other.txt']);
    await rm(root, { recursive: true });
  });

  test('a file is none', async () => {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'reports-')));
    const file = join(root, 'file');
    await writeFile(file, '');
    const error = await prepareFolder(join(file, 'below')).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toBe(
      `The reports cannot be written to ${join(file, 'below')} (ENOTDIR).\nChoose another folder with --report.`,
    );
    await rm(root, { recursive: true });
  });
});
