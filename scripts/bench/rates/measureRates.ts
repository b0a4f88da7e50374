import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectRoot } from '../../apis/projectRoot.ts';
import { readApis } from '../../apis/readApis.ts';
import type { DreddResult } from '../../dredd/result.ts';
import type { Report } from '../../model/report.ts';
import { loadTool } from '../installTools.ts';
import { runMeasured } from '../runMeasured.ts';
import { rotated } from '../statistics.ts';
import { tell } from '../tell.ts';
import type { Autocannon } from './autocannon.ts';
import { mockRate } from './mockRate.ts';
import { type RateSamples, rateNames } from './rates.ts';

type Sample = Partial<Record<keyof RateSamples, number>>;

/**
 * Measures each contestant once a round, one after the other and in another order each round: a machine that grows slower
 * or faster does so for all of them.
 * @throws {UsageError} if autocannon is not installed and cannot be
 * @throws {Error} if a run that is measured fails
 */
export async function measureRates(rounds: number): Promise<RateSamples> {
  const cannon = (await loadTool('autocannon')) as Autocannon;
  const projectRoot = findProjectRoot();
  const apis = await readApis(projectRoot);
  const contestants: [string, () => Promise<Sample>][] = [
    ['contract', () => contractSample(projectRoot)],
    ['dredd', () => dreddSample(projectRoot)],
    ['mock', () => mockSample(mockRate({ apis, projectRoot, cannon }))],
  ];
  const samples = Object.fromEntries(
    rateNames.map((name): [keyof RateSamples, number[]] => [name, []]),
  ) as RateSamples;
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of rotated(contestants, round)) {
      tell(`rates: round ${round + 1} of ${rounds}, ${name} …`);
      const sample = Object.entries(await measure()) as [keyof RateSamples, number][];
      for (const [rate, value] of sample) samples[rate].push(value);
    }
  }
  return samples;
}

async function contractSample(cwd: string): Promise<Sample> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-contract-'));
  try {
    const measured = await runMeasured({ script: 'contract.ts', args: ['--report', folder], cwd });
    const { totals } = JSON.parse(await readFile(join(folder, 'contract.json'), 'utf8')) as Report;
    // A skipped case asks for nothing.
    const cases = totals.cases - totals.skipped;
    return {
      contractWhole: perSecond(cases, measured.wallMs),
      contractRunning: perSecond(cases, measured.servingMs),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function dreddSample(cwd: string): Promise<Sample> {
  const measured = await runMeasured({ script: 'dredd.ts', args: ['--format', 'json'], cwd });
  const { apis } = JSON.parse(measured.stdout) as DreddResult;
  const transactions = apis.reduce((sum, one) => sum + one.transactions, 0);
  return {
    dreddWhole: perSecond(transactions, measured.wallMs),
    dreddRunning: perSecond(transactions, measured.servingMs),
  };
}

async function mockSample(rate: ReturnType<typeof mockRate>): Promise<Sample> {
  const { cold, warm } = await rate;
  return { mockCold: cold, mockWarm: warm };
}

function perSecond(count: number, milliseconds: number): number {
  return (1000 * count) / milliseconds;
}
