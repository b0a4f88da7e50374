import { findProjectRoot } from './apis/projectRoot.ts';
import { bundleFile, readApiFile } from './apis/readApi.ts';
import { readRegistry, selectApis } from './apis/registry.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { withBaselineFile } from './contract/baseline/withBaselineFile.ts';
import { writeFirstBaseline } from './contract/baseline/writeFirstBaseline.ts';
import { describeCredentials, missingCredentials } from './contract/credentials.ts';
import type { ForeignContract } from './contract/foreignContract.ts';
import type { Format } from './contract/format.ts';
import { mergeReports } from './contract/merge/mergeReports.ts';
import { readContractOptions } from './contract/options.ts';
import { runContract } from './contract/runContract.ts';
import { verdict } from './contract/verdict.ts';
import { UsageError } from './model/errors.ts';
import type { Report } from './model/report.ts';

const usage = `Usage: npm run contract -- [api…] [options]
       npm run contract -- --document FILE [options]
       npm run contract -- --merge DIR… [--report DIR] [--fail-on SEVERITY] [--format FORMAT]

Runs the contract tests of each API (all of them by default) against the mock, which it starts itself,
or against a live server, and writes contract.json, junit.xml, contract.html and drift.md.

Options
  --target URL          Base URL of a live server, in place of the document's own; exactly one API is named.
                        Credentials come from the environment, named after the API: --help <api> lists them.
  --document FILE       Any OpenAPI document of version 3.0 or 3.1 in place of the registry's, JSON or YAML. What of it cannot
                        be used is left out, and said; credentials whose variables are not set are left out as well.
  --report DIR          Where the reports go (default: reports).
  --allow-writes        Send requests that change something to the live server as well. Without it only GET, HEAD and
                        OPTIONS go out, and what fetches a token. What is made is deleted again at the end, where the document
                        has an operation for that; where it has none, one thing is made and left. What changes or deletes a
                        whole collection, or the settings of whoever asks, is asked by name only: --only.
  --allow-leftovers     With --allow-writes: make as many of those as there are cases.
  --values FILE         YAML or JSON: what to ask the live server with where it does not tell by itself. An input's name and
                        its value, or an operationId with names and values below it.
  --rate N              N requests per second to the live server at most (default: as fast as it answers).
  --concurrency N       N requests at once to the live server (default: 8).
  --timeout S           Seconds that the live server has for one whole answer (default: 30).
  --max-duration S      Seconds for the whole run (default: 3600). What is left then is skipped, and said.
  --insecure            Send credentials over plain HTTP to another machine: everybody on the way can read them. Over
                        https: it changes nothing, certificates are checked all the same.
  --only ID,ID          These operations only: operationIds, or METHOD /path.
  --exclude ID,ID       Not these operations.
  --header 'Name: value'  Added to every request; may be given several times.
  --seed N              Seed of everything random (default: 1).
  --fuzz N              N random requests to each operation as well, valid ones and broken ones (default: 0). A failing one
                        is shrunk to the smallest that fails the same way. The same seed makes the same requests.
  --shard I/N           The I-th of N parts of the operations.
  --show-values         Show what came from the live server, and not its shapes alone (types, lengths, formats). What
                        identifies a person or is a secret stays hidden: by x-sensitive, by the names of the fields.
  --fail-on SEVERITY    violation (default) or drift.
  -t, --title PATTERN   Only the cases whose \`operationId > title\` it finds; each finding's line has the one that repeats it.
  --baseline FILE       Findings that are known (YAML or JSON) are reported and not fatal until they expire; new ones are fatal,
                        and those that vanished are named.
  --write-baseline [FILE]  Write what is fatal in this run as the first baseline (default: baseline.yaml). Say in it why each
                        is borne with; it expires in 90 days.
  --format FORMAT       What goes to stdout: text (default), json, junit, markdown or github (annotations).
  --merge               Join the reports in the folders DIR into one, those of all shards of a run, say.
  -h, --help [api…]     Show this text, and the credentials of the APIs: their variables, where each goes, whether it is set;
                        and those of another user, who must not see what the run makes.

\`npx vitest run --project contract\` takes what is said of a live server as variables: CONTRACT_API, CONTRACT_TARGET,
CONTRACT_VALUES, CONTRACT_HEADER (CONTRACT_HEADER_2, …), CONTRACT_ALLOW_WRITES=1 and so on.

Exit codes: 0 it conforms, 1 violations (or drift, with --fail-on drift), 2 wrong usage, 3 the target cannot be reached,
or is down, 130 and 143 ended by Ctrl-C or SIGTERM; whatever was done by then is in the reports. A second Ctrl-C leaves at
once, and lists what the run made and did not delete.`;

const options = {
  document: { type: 'string' },
  target: { type: 'string' },
  report: { type: 'string' },
  'allow-writes': { type: 'boolean' },
  'allow-leftovers': { type: 'boolean' },
  values: { type: 'string' },
  rate: { type: 'string' },
  concurrency: { type: 'string' },
  timeout: { type: 'string' },
  'max-duration': { type: 'string' },
  insecure: { type: 'boolean' },
  only: { type: 'string' },
  exclude: { type: 'string' },
  header: { type: 'string', multiple: true },
  seed: { type: 'string' },
  fuzz: { type: 'string' },
  shard: { type: 'string' },
  'fail-on': { type: 'string' },
  'show-values': { type: 'boolean' },
  title: { type: 'string', short: 't' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  format: { type: 'string' },
  merge: { type: 'boolean' },
} as const;

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArguments(
    { usage: usageFor, options, positionals: 'api' },
    withBaselineFile(argv),
  );
  if (values.merge) return conclude(await mergeReports(values, positionals));
  using foreign = values.document === undefined ? undefined : await readForeign(values.document, positionals);
  const resolved = await readContractOptions(values, positionals, foreign);
  if (foreign && resolved.target !== undefined) tellMissing(foreign);
  const { fuzz, seed, format, writeBaseline } = resolved;
  if (fuzz > 0) process.stderr.write(`fuzz: ${fuzz} random requests to each operation, seed ${seed}\n`);
  const { report, file, signal } = await runContract(resolved);
  if (writeBaseline !== undefined && signal === undefined) await writeFirstBaseline(writeBaseline, report);
  const code = conclude({ report, file, format });
  return signal === undefined ? code : exitCode[signal];
}

/** With the credentials of the APIs that are named beside `--help`. */
function usageFor(names: string[]): string {
  if (names.length === 0) return usage;
  const root = findProjectRoot();
  const apis = selectApis(readRegistry(root), names).map(({ name }) =>
    readApiFile(name, bundleFile(root, name)),
  );
  return [usage, ...apis.map((api) => describeCredentials(api))].join('\n\n');
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

function conclude({ report, file, format }: { report: Report; file: string; format: Format }): number {
  const line = `\nreport: ${file}\n`;
  // Every other format is read by a program.
  (format === 'text' ? process.stdout : process.stderr).write(line);
  return verdict(report);
}

if (import.meta.main) await runCommand(main);
