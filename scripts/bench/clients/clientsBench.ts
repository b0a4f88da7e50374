import { findProjectRoot } from '../../apis/projectRoot.ts';
import { readApis } from '../../apis/readApis.ts';
import type { Bench } from '../bench.ts';
import { readCount } from '../readCount.ts';
import { clientGoals } from './clientGoals.ts';
import { measureClients } from './measureClients.ts';
import { renderClients } from './renderClients.ts';

const usage = `Usage: npm run bench -- clients [--rounds N] [--format text|json]

Our generated clients beside those of redocly generate-client, @hey-api/openapi-ts and orval, from the same bundles: what a
browser downloads (minified, gzipped), how long a consumer's type check and the generation take, what a call costs over bare
fetch, and which features they have as they come, found out by trying. Since these differ, each is also measured together
with those parts of our run time that would give it what it lacks.

Options
  --rounds N          How often the times are measured (default: 3).
  --format text|json  How the figures are printed to stdout (default: text).
  -h, --help          Show this text.

The other generators are installed on first use into scripts/bench/node_modules.`;

export const clientsBench: Bench = {
  summary: 'size, type check, generation and calls of our clients, beside those of other generators',
  usage,
  options: { rounds: { type: 'string', default: '3' } },
  async run({ rounds }) {
    const root = findProjectRoot();
    const apis = await readApis(root);
    const measured = await measureClients(apis, readCount('--rounds', String(rounds)));
    return { text: renderClients(measured), figures: { ...measured, goals: clientGoals(measured) } };
  },
};
