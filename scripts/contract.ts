import { findProjectRoot } from './apis/projectRoot.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import type { ForeignContract } from './contract/foreignContract.ts';
import { missingCredentials, readContractOptions } from './contract/options.ts';
import { runContract } from './contract/runContract.ts';
import { UsageError } from './model/errors.ts';
import type { Report } from './model/report.ts';

const usage = `Usage: npm run contract -- [api…] [options]
       npm run contract -- --document FILE [options]

Runs the contract tests of each API (all of them by default) against the mock, which it starts itself,
or against a live server, and writes contract.json and junit.xml.

Options
  --target URL          Base URL of a live server, in place of the document's own; exactly one API is named.
                        Credentials come from the environment, named after the API: MUSEUM_TOKEN for an API museum, say.
  --document FILE       Any OpenAPI document of version 3.0 or 3.1 in place of the registry's, JSON or YAML. What of it cannot
                        be used is left out, and said; credentials whose variables are not set are left out as well.
  --report DIR          Where the reports go (default: reports).
  --allow-writes        Send requests that change something to the live server as well.
                        What they make is deleted again at the end, where the document has an operation for that; where it
                        has none, one thing is made and left.
  --allow-leftovers     With --allow-writes: make as many of those as there are cases.
  --values FILE         YAML or JSON: what to ask the live server with where it does not tell by itself. An input's name and
                        its value, or an operationId with names and values below it.
  --only ID,ID          These operations only: operationIds, or METHOD /path.
  --exclude ID,ID       Not these operations.
  --header 'Name: value'  Added to every request; may be given several times.
  --seed N              Seed of everything random (default: 1).
  --fuzz N              N random requests to each operation as well, valid ones and broken ones (default: 0). A failing one
                        is shrunk to the smallest that fails the same way. The same seed makes the same requests.
  --shard I/N           The I-th of N parts of the operations.
  --fail-on SEVERITY    violation (default) or drift.
  -h, --help            Show this text.

Exit codes: 0 it conforms, 1 violations (or drift, with --fail-on drift), 2 wrong usage, 3 the target cannot be reached.`;

const options = {
  document: { type: 'string' },
  target: { type: 'string' },
  report: { type: 'string' },
  'allow-writes': { type: 'boolean' },
  'allow-leftovers': { type: 'boolean' },
  values: { type: 'string' },
  only: { type: 'string' },
  exclude: { type: 'string' },
  header: { type: 'string', multiple: true },
  seed: { type: 'string' },
  fuzz: { type: 'string' },
  shard: { type: 'string' },
  'fail-on': { type: 'string' },
} as const;

export async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  using foreign = values.document === undefined ? undefined : await readForeign(values.document, positionals);
  const resolved = await readContractOptions(values, positionals, foreign);
  if (foreign && resolved.target !== undefined) tellMissing(foreign);
  const { fuzz, seed } = resolved;
  if (fuzz > 0) process.stderr.write(`fuzz: ${fuzz} random requests to each operation, seed ${seed}\n`);
  const { report, file, interrupted } = await runContract(resolved);
  process.stdout.write(`\nreport: ${file}\n`);
  if (interrupted !== undefined) return interrupted;
  return verdict(report, values['fail-on'] === 'drift');
}

async function readForeign(file: string, names: string[]): Promise<ForeignContract> {
  if (names.length > 0) {
    throw new UsageError(`--document takes the place of the registry's APIs: leave out ${names.join(', ')}.`);
  }
  const { generateForeign } = await import('./contract/foreignContract.ts');
  const { describeUnusable } = await import('./contract/describeUnusable.ts');
  const foreign = generateForeign(file, findProjectRoot());
  const told = describeUnusable(file, foreign.unusable);
  if (told) process.stderr.write(`${told}\n`);
  return foreign;
}

function tellMissing({ api }: ForeignContract): void {
  const variables = missingCredentials(api);
  if (variables.length === 0) return;
  process.stderr.write(`Not set, and so left out of requests: ${variables.join(', ')}\n`);
}

/** What should have been deleted and was not is found, too. */
function verdict({ totals, cleanup }: Report, failOnDrift: boolean): number {
  if (cleanup?.left.some(({ isDeletable }) => isDeletable)) return exitCode.found;
  return totals.violations > 0 || (failOnDrift && totals.drift > 0) ? exitCode.found : exitCode.done;
}

if (import.meta.main) await runCommand(main);
