import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { startVitest } from 'vitest/node';
import { bundleFile } from '../apis/readApi.ts';
import { temporaryFolder } from '../files/temporaryFolder.ts';
import type { Api } from '../model/api.ts';
import type { Report } from '../model/report.ts';
import { type BrokenCase, brokenRun } from './brokenRun.ts';
import { type Ending, listenForSignals } from './listenForSignals.ts';
import type { ContractOptions } from './options.ts';
import { prepareFolder } from './prepareFolder.ts';
import { probe } from './probe.ts';

/** The reporter and harness live in `tests/`, which nothing here imports: Vitest is handed their paths. */
const reporter = ['tests', 'contract', 'reports', 'reporter.ts'];

export interface ContractRun {
  report: Report;
  /** Where it was written. */
  file: string;
  /** The exit code of a run that a signal ended early. */
  interrupted?: number;
}

/**
 * Runs the generated tests in process, against the mock or the target.
 * @returns the report, read back from where it was written
 * @throws {UsageError} if the reports cannot be written, or the credentials are refused
 * @throws {TransportError} if the target cannot be reached, or gives no token
 * @throws {Error} if cases could not be run for another reason; where others found a violation, that is only told
 */
export async function runContract(options: ContractOptions): Promise<ContractRun> {
  const { target, folder, mockUrl } = options;
  await prepareFolder(folder);
  if (target !== undefined) await probe(target);
  const needsMock = target === undefined && mockUrl === undefined;
  await using mocks = needsMock ? await startOwnMocks(options) : undefined;
  const broken: BrokenCase[] = [];
  const ending: Ending = {};
  using own = target === undefined ? undefined : temporaryFolder('live-');
  const stop = own && join(own.path, 'stop');
  using interruption = stop === undefined ? undefined : listenForSignals(ending, stop);
  try {
    const mocked = mocks?.url ?? mockUrl;
    await runVitest(options, {
      ...{ broken, ending, baseUrlOf: (name) => target ?? `${mocked}/${name}` },
      ...(mocks && { memoryUrlOf: (name: string) => `${mocks.memoryUrl}/${name}` }),
      ...(own && options.allowWrites && { ledger: join(own.path, 'ledger.jsonl') }),
      ...(stop !== undefined && { stop }),
    });
  } finally {
    // Where the run broke before its end; else it is done already.
    await ending.cleanUp?.();
  }
  const file = join(folder, 'contract.json');
  const report = await readReport(file);
  if (broken.length > 0) complain(broken, report);
  if (!report) throw new Error(`${file} was not written.`);
  const interrupted = interruption?.exitCode;
  return { report, file, ...(interrupted !== undefined && { interrupted }) };
}

interface OwnMocks extends AsyncDisposable {
  url: string;
  /** Of one that remembers what it is told, for the cases about what a request leaves behind. */
  memoryUrl: string;
}

/** Loaded only where they are needed: a live run is not kept waiting for them, nor is a mistyped flag. */
async function startOwnMocks({ apis, foreign }: ContractOptions): Promise<OwnMocks> {
  const { startMock } = await import('../mock/startMock.ts');
  const documents = foreign ? [await answerableApi(foreign.api)] : apis;
  const mock = await startMock({ apis: documents, port: 0 });
  const memory = await startMock({ apis: documents, port: 0, stateful: true });
  return {
    url: mock.url,
    memoryUrl: memory.url,
    async [Symbol.asyncDispose]() {
      await mock.close();
      await memory.close();
    },
  };
}

async function answerableApi({ name, document }: Api) {
  const { answerable } = await import('./answerable.ts');
  return { name, document: answerable(document) };
}

/** A run that found a violation has its verdict, whatever else broke. */
function complain(broken: BrokenCase[], report: Report | undefined): void {
  const error = brokenRun(broken);
  if (!report?.totals.violations) throw error;
  process.stderr.write(`${error.message}\n`);
}

/** Nothing where the run broke before it was written. */
async function readReport(file: string): Promise<Report | undefined> {
  const content = await readFile(file, 'utf8').catch(() => undefined);
  return content === undefined ? undefined : (JSON.parse(content) as Report);
}

/** Longer than the sender waits for a slow answer, which is a finding and no broken run. In milliseconds. */
const longestCase = 300_000;

interface Run {
  /** Takes what kept cases from being run. */
  broken: BrokenCase[];
  ending: Ending;
  baseUrlOf(api: string): string;
  /** Of a mock that remembers. */
  memoryUrlOf?(api: string): string;
  /** Path of the account of what the run makes. */
  ledger?: string;
  /** Path of the file that ends it early. */
  stop?: string;
}

async function runVitest(
  options: ContractOptions,
  { broken, ending, baseUrlOf, memoryUrlOf, ledger, stop }: Run,
): Promise<void> {
  const { projectRoot, apis, foreign, target, folder } = options;
  const { allowWrites, allowLeftovers, values, only, exclude, headers, seed, fuzz, shard, failOn } = options;
  const run = {
    mode: target === undefined ? ('mock' as const) : ('live' as const),
    apis: Object.fromEntries(
      apis.map(({ name }) => [
        name,
        {
          baseUrl: baseUrlOf(name),
          bundle: foreign?.bundle ?? bundleFile(projectRoot, name),
          ...(memoryUrlOf && { memoryUrl: memoryUrlOf(name) }),
        },
      ]),
    ),
    ...{ allowWrites, allowLeftovers, only, exclude, headers, seed, fuzz, failOn },
    ...(values && { values }),
    ...(ledger !== undefined && { ledger }),
    ...(stop !== undefined && { stop }),
    runKey: randomBytes(3).toString('hex'),
    ...(shard && { shard }),
  };
  const { startVitest: start } = await import('vitest/node');
  const vitest = await start('test', [], {
    root: projectRoot,
    config: false,
    watch: false,
    include: apis.map(({ name }) => `${foreign?.tests ?? `generated/${name}/contract`}/**/*.test.ts`),
    isolate: false,
    // One worker knows what the server holds and who we are there; as a thread it hears no signal before its cases are done.
    ...(target !== undefined && { pool: 'threads', maxWorkers: 1 }),
    maxConcurrency: 64,
    testTimeout: longestCase,
    passWithNoTests: true,
    provide: { contract: run },
    reporters: [[join(projectRoot, ...reporter), { folder, run, broken, ending }]],
  } as Parameters<typeof startVitest>[2]);
  await vitest.close();
  // A case that fails sets Vitest's exit code; ours follows from the report.
  process.exitCode = undefined;
}
