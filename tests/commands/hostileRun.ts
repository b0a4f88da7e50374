import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ProcessFigures } from '../../scripts/bench/runMeasured.ts';
import { watchedEnvironment } from '../../scripts/bench/watchedEnvironment.ts';
import type { CaseResult, Report } from '../../scripts/model/report.ts';
import { repository } from '../support/makeContractProject.ts';

const script = resolve(import.meta.dirname, '../../scripts/contract.ts');

/** A document in which each of these paths can be read. */
export function readingDocument(paths: string[]) {
  const schema = { $ref: '#/components/schemas/Thing' };
  const get = { responses: { 200: { content: { 'application/json': { schema } } } } };
  return {
    openapi: '3.1.0',
    info: { title: 'Fake', version: '1' },
    paths: Object.fromEntries(paths.map((path) => [path, { get }])),
    components: { schemas: { Thing: { type: 'object', properties: { a: schema } } } },
  };
}

interface HostileRun {
  document: unknown;
  url: string;
  argv?: string[];
  /** Is called with what ends the whole group of processes, as Ctrl-C does. */
  onStart?: (signal: (name: NodeJS.Signals) => void) => void;
}

export interface HostileResult {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Names of what was written. */
  files: string[];
  /** As it was written; `''` where it was not. */
  written: string;
  report: Report | undefined;
  cases: { path: string; one: CaseResult }[];
  durationMs: number;
  /** Of all processes together. In bytes. */
  peakBytes: number;
}

/** A run of the contract of any document against a server, measured. */
export async function runHostile({ document, url, argv = [], onStart }: HostileRun): Promise<HostileResult> {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  const reports = join(folder, 'reports');
  const figures = await mkdtemp(join(folder, 'figures-'));
  const file = join(folder, 'fake.json');
  await writeFile(file, JSON.stringify(document));
  const startedAt = performance.now();
  const args = [script, '--document', file, '--target', url, '--report', reports, ...argv];
  const child = spawn(process.execPath, args, {
    cwd: repository,
    env: { ...watchedEnvironment(figures), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  onStart?.((name) => process.kill(-(child.pid ?? 0), name));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const durationMs = performance.now() - startedAt;
  const peakBytes = await peakOf(figures);
  const files = await readdir(reports).catch(() => []);
  const written = await readFile(join(reports, 'contract.json'), 'utf8').catch(() => '');
  await rm(folder, { recursive: true });
  const report = written === '' ? undefined : (JSON.parse(written) as Report);
  return { code, stdout, stderr, files, written, report, cases: casesOf(report), durationMs, peakBytes };
}

function casesOf(report: Report | undefined): HostileResult['cases'] {
  const operations = report?.apis.flatMap((api) => api.operations) ?? [];
  return operations.flatMap(({ path, cases }) => cases.map((one) => ({ path, one })));
}

async function peakOf(folder: string): Promise<number> {
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.reduce((sum, one) => sum + (JSON.parse(one) as ProcessFigures).peakBytes, 0);
}
