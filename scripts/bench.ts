import type { Bench, BenchResult } from './bench/bench.ts';
import { benches, benchOf, listBenches } from './bench/benches.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { readFormat } from './cli/readFormat.ts';

const usage = `Usage: npm run bench -- <bench> [options]

Measures, on this machine and in one run, what the project claims of its speed. Without a name, lists the benches.

Benches
${listBenches()}

Options
  --format text|json  How the figures are printed to stdout (default: text).
  -h, --help          Show this text, or the bench's own: npm run bench -- ${Object.keys(benches)[0]} --help.

Exit codes: 0 measured, 1 what was to be measured failed, 2 wrong usage, or a tool that cannot be installed.`;

const formats = {
  text: ({ text }: BenchResult) => `${text}\n`,
  json: ({ figures }: BenchResult) => `${JSON.stringify(figures, null, 2)}\n`,
};
const formatNames = ['text', 'json'] as const;
const format = { type: 'string', default: 'text' } as const;

export async function main(argv: string[]): Promise<number> {
  const [name, ...others] = argv;
  if (name === undefined || name.startsWith('-')) {
    parseArguments({ usage, options: { format } }, argv);
    process.stdout.write(`${usage}\n`);
    return exitCode.done;
  }
  await measure(benchOf(name), others);
  return exitCode.done;
}

async function measure(bench: Bench, argv: string[]): Promise<void> {
  const { values } = parseArguments({ usage: bench.usage, options: { ...bench.options, format } }, argv);
  const print = formats[readFormat(formatNames, String(values.format))];
  process.stdout.write(print(await bench.run(values)));
}

if (import.meta.main) await runCommand(main);
