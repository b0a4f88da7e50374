import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { readContractOptions } from './contract/options.ts';
import { runContract } from './contract/runContract.ts';
import type { Report } from './model/report.ts';

const usage = `Usage: npm run contract -- [api…] [options]

Runs the contract tests of each API (all of them by default) against the mock, which it starts itself,
or against a live server, and writes contract.json and junit.xml.

Options
  --target URL          Base URL of a live server, in place of the document's own; exactly one API is named.
                        Credentials come from the environment, named after the API: MUSEUM_TOKEN for an API museum, say.
  --report DIR          Where the reports go (default: reports).
  --allow-writes        Send requests that change something to the live server as well.
  --only ID,ID          These operations only: operationIds, or METHOD /path.
  --exclude ID,ID       Not these operations.
  --header 'Name: value'  Added to every request; may be given several times.
  --seed N              Seed of everything random (default: 1).
  --shard I/N           The I-th of N parts of the operations.
  --fail-on SEVERITY    violation (default) or drift.
  -h, --help            Show this text.

Exit codes: 0 it conforms, 1 violations (or drift, with --fail-on drift), 2 wrong usage, 3 the target cannot be reached.`;

const options = {
  target: { type: 'string' },
  report: { type: 'string' },
  'allow-writes': { type: 'boolean' },
  only: { type: 'string' },
  exclude: { type: 'string' },
  header: { type: 'string', multiple: true },
  seed: { type: 'string' },
  shard: { type: 'string' },
  'fail-on': { type: 'string' },
} as const;

export async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  const { report, file } = await runContract(await readContractOptions(values, positionals));
  process.stdout.write(`\nreport: ${file}\n`);
  return verdict(report, values['fail-on'] === 'drift');
}

function verdict({ totals }: Report, failOnDrift: boolean): number {
  return totals.violations > 0 || (failOnDrift && totals.drift > 0) ? exitCode.found : exitCode.done;
}

if (import.meta.main) await runCommand(main);
