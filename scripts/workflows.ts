import { join, relative } from 'node:path';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { style } from './cli/style.ts';
import { writeAtomically } from './files/writeAtomically.ts';
import { readOptions } from './workflows/options.ts';
import { renderStories, renderTotals } from './workflows/render.ts';
import { runWorkflows } from './workflows/runWorkflows.ts';

const usage = `Usage: npm run workflows -- [api…] [options]

Tells the stories of each API (all of them by default), the workflows in its workflows.arazzo.yaml, by Redocly Respect: to a
mock that remembers, which it starts itself, or to a live server. Writes workflows.json.

Options
  --target URL    Base URL of a live server, in place of the document's own; exactly one API is named. Plain http is for this
                  machine alone. Inputs come from the environment, each named after the API and itself: MUSEUM_CLIENT_ID
                  for the input client_id of an API museum, say.
  --allow-writes  Tell the live server the stories that change something as well; else these are skipped.
  --report DIR    Where the report goes (default: reports).
  -h, --help      Show this text.

Exit codes: 0 every story went as told, 1 one did not, 2 wrong usage or a document that cannot be read, 3 the target cannot be
reached.`;

const options = {
  target: { type: 'string' },
  'allow-writes': { type: 'boolean' },
  report: { type: 'string' },
} as const;

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  const resolved = await readOptions(values, positionals);
  const report = await runWorkflows(resolved);
  const file = join(resolved.folder, 'workflows.json');
  await writeAtomically(file, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${renderStories(report, style)}\n`);
  process.stdout.write(`report: ${relative(process.cwd(), file)}\n${renderTotals(report)}`);
  return report.totals.failed > 0 ? exitCode.found : exitCode.done;
}

if (import.meta.main) await runCommand(main);
