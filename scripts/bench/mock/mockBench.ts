import { findProjectRoot } from '../../apis/projectRoot.ts';
import { readApis } from '../../apis/readApis.ts';
import type { Api } from '../../model/api.ts';
import type { Bench, BenchResult, BenchValues } from '../bench.ts';
import { loadTool } from '../installTools.ts';
import type { Autocannon } from '../rates/autocannon.ts';
import { readCount } from '../readCount.ts';
import { runParts } from '../runParts.ts';
import { kindRatesOf } from './kindRates.ts';
import { measureKinds } from './measureKinds.ts';
import { measureMemory } from './measureMemory.ts';
import { measureStart } from './measureStart.ts';
import { renderKindRates } from './renderKindRates.ts';
import { renderMemory } from './renderMemory.ts';
import { renderStart, startOf } from './start.ts';

const usage = `Usage: npm run bench -- mock [--part rates|start|memory] [--rounds N] [--seconds N] [--requests N] [--format text|json]

What the mock costs: its rate by that of Prism's bare core for the same requests, by kind of request and API; how long a
cold process takes to its first answer; and whether its memory stays flat over many requests, no two of them alike.

Options
  --part rates|start|memory  One of the three only (default: all).
  --rounds N                 How often rates and start are measured (default: 3).
  --seconds N                How long each rate is measured in a round (default: 1).
  --requests N               Requests that the memory is watched over (default: 100000).
  --format text|json         How the figures are printed to stdout (default: text).
  -h, --help                 Show this text.

The bare core is prism-http with the bundle's operations behind the smallest server, without its log, checking requests
and credentials as the mock does. It and the mock run in processes of their own and are asked in turns. The parts rates
and memory install autocannon on its first use into scripts/bench/node_modules.`;

interface Options {
  projectRoot: string;
  apis: Api[];
  rounds: number;
  seconds: number;
  requests: number;
}

const parts: Record<string, (options: Options) => Promise<BenchResult>> = {
  async rates(options) {
    const rates = kindRatesOf(await measureKinds({ ...options, cannon: await loadCannon() }));
    return { text: renderKindRates(rates), figures: rates };
  },
  async start(options) {
    const start = startOf(await measureStart(options), options.apis.length);
    return { text: renderStart(start), figures: start };
  },
  async memory(options) {
    const memory = await measureMemory({ ...options, cannon: await loadCannon() });
    return { text: renderMemory(memory), figures: memory };
  },
};

export const mockBench: Bench = {
  summary: "the mock's rate by the bare Prism core's, its time to the first answer, and its memory over time",
  usage,
  options: {
    part: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '1' },
    requests: { type: 'string', default: '100000' },
  },
  async run(values) {
    return runParts({ parts, part: values.part, options: await readOptions(values) });
  },
};

async function loadCannon(): Promise<Autocannon> {
  return (await loadTool('autocannon')) as Autocannon;
}

async function readOptions({ rounds, seconds, requests }: BenchValues): Promise<Options> {
  const counts = {
    rounds: readCount('--rounds', String(rounds)),
    seconds: readCount('--seconds', String(seconds)),
    requests: readCount('--requests', String(requests)),
  };
  const projectRoot = findProjectRoot();
  return { ...counts, projectRoot, apis: await readApis(projectRoot) };
}
