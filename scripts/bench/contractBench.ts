import type { Bench, BenchResult, BenchValues } from './bench.ts';
import { growthOf } from './growth/growth.ts';
import { measureGrowth } from './growth/measureGrowth.ts';
import { renderGrowth } from './growth/renderGrowth.ts';
import { measureRates } from './rates/measureRates.ts';
import { ratesOf } from './rates/rates.ts';
import { renderRates } from './rates/renderRates.ts';
import { readCount } from './readCount.ts';
import { runParts } from './runParts.ts';

const usage = `Usage: npm run bench -- contract [--part rates|growth] [--rounds N] [--sizes N,N,…] [--format text|json]

How fast a contract run is: its cases per second, Dredd's transactions per second, and the rate at which the mock answers
the same requests when nothing judges them (autocannon); and how the time of generation and of a run, and their memory,
grow with the number of operations, in documents that the bench makes itself.

Options
  --part rates|growth  One of the two only (default: both).
  --rounds N           How often the rates are measured (default: 3).
  --sizes N,N,…        Operations of the documents that grow (default: 10,100,1000,5000).
  --format text|json   How the figures are printed to stdout (default: text).
  -h, --help           Show this text.

The part rates installs autocannon on its first use into scripts/bench/node_modules; growth needs nothing more.`;

const parts: Record<string, (options: Options) => Promise<BenchResult>> = {
  async rates({ rounds }) {
    const rates = ratesOf(await measureRates(rounds));
    return { text: renderRates(rates), figures: rates };
  },
  async growth({ sizes }) {
    const growth = growthOf(await measureGrowth(sizes));
    return { text: renderGrowth(growth), figures: growth };
  },
};

interface Options {
  rounds: number;
  sizes: number[];
}

export const contractBench: Bench = {
  summary: 'how fast a contract run is, beside Dredd and the bare mock, and how it grows',
  usage,
  options: {
    part: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '10,100,1000,5000' },
  },
  async run(values) {
    return runParts({ parts, part: values.part, options: readOptions(values) });
  },
};

function readOptions({ rounds, sizes }: BenchValues): Options {
  return {
    rounds: readCount('--rounds', String(rounds)),
    sizes: [...new Set(String(sizes).split(','))]
      .map((size) => readCount('--sizes', size))
      .sort((a, b) => a - b),
  };
}
