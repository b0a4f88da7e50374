import { findProjectRoot } from '../../apis/projectRoot.ts';
import { UsageError } from '../../model/errors.ts';
import type { Bench, BenchResult, BenchValues } from '../bench.ts';
import { readCount } from '../readCount.ts';
import { readParts } from '../readParts.ts';
import { measureSeeds } from './measureSeeds.ts';
import { measurePeers } from './peers/measurePeers.ts';
import { renderPeers } from './peers/renderPeers.ts';
import { renderSeeds } from './renderSeeds.ts';
import { liveTotals, seedTotals } from './seedTotals.ts';

const usage = `Usage: npm run bench -- detection [--part seeds|peers] [--seeds N] [--live sample|all|none] [--sample N|all] [--format text|json]

How much of what a lying server does the gate sees, and how often it cries wolf, over many seeds; and what other tools see
of the same faults of answers: Dredd with our hooks and stock, Prism's validation proxy, and Redocly Respect.

Options
  --part seeds|peers  One of the two only (default: both). The peers need seed 1 alone.
  --seeds N           Seeds 1 to N (default: 50).
  --live sample|all|none
                      Which lies of live servers each seed tells: as the gate does (default: sample), all, or none.
  --sample N|all      Of the faults that peers are led past, so many of each name and class of status, the same for all
                      of them and for the gate (default: all).
  --format text|json  How the figures are printed to stdout (default: text).
  -h, --help          Show this text.

The part peers installs an OpenAPI converter on its first use into scripts/bench/node_modules; seeds needs nothing more. On
two quiet processors a seed takes about forty seconds, and the peers a quarter of an hour, with --sample 10 two minutes.`;

export const detectionBench: Bench = {
  summary: 'what the gate sees of a lying server, over many seeds, beside what other tools see',
  usage,
  options: {
    part: { type: 'string' },
    seeds: { type: 'string', default: '50' },
    live: { type: 'string', default: 'sample' },
    sample: { type: 'string', default: 'all' },
  },
  async run(values): Promise<BenchResult> {
    const { parts, seeds, live, most } = readOptions(values);
    const root = findProjectRoot();
    const isOfSeeds = parts.includes('seeds');
    const reports = await measureSeeds({
      ...{ root, seeds: isOfSeeds ? seeds : 1, live: isOfSeeds ? live : 'none' },
    });
    const overSeeds = isOfSeeds ? seedTotals(reports) : undefined;
    const overLive = isOfSeeds ? liveTotals(reports) : undefined;
    const [report] = reports;
    const peers = report && parts.includes('peers') ? await measurePeers({ root, report, most }) : undefined;
    return {
      text: [
        overSeeds && renderSeeds(overSeeds),
        overLive && renderSeeds(overLive, 'live servers'),
        peers && renderPeers(peers),
      ]
        .filter(Boolean)
        .join('\n\n'),
      figures: {
        ...(overSeeds && { seeds: overSeeds }),
        ...(overLive && { live: overLive }),
        ...(peers && { peers }),
      },
    };
  },
};

const known = ['seeds', 'peers'];

interface Options {
  parts: string[];
  seeds: number;
  live: string;
  /** Absent: all. */
  most: number | undefined;
}

const extents = ['sample', 'all', 'none'];

function readOptions({ part, seeds, live, sample }: BenchValues): Options {
  if (!extents.includes(String(live))) {
    throw new UsageError(`--live: "${live}" is none of ${extents.join(', ')}.`);
  }
  return {
    parts: readParts(known, part),
    seeds: readCount('--seeds', String(seeds)),
    live: String(live),
    most: sample === 'all' ? undefined : readCount('--sample', String(sample)),
  };
}
