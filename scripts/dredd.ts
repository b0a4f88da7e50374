import { findProjectRoot } from './apis/projectRoot.ts';
import { readApis } from './apis/readApis.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { readFormat } from './cli/readFormat.ts';
import { style } from './cli/style.ts';
import { renderJson, renderText } from './dredd/render.ts';
import { type DreddOptions, runDredd } from './dredd/runDredd.ts';

const usage = `Usage: npm run dredd -- [api…] [--format text|json]

A second opinion: asks the mock, which it starts itself, for every documented status of every operation of each API
(all of them by default) through Dredd, with the requests of the contract's own cases.

Options
  --format text|json  How the result is printed to stdout (default: text).
  -h, --help          Show this text.

Exit codes: 0 every documented status came as described, 1 one did not or was not asked for, 2 wrong usage or a
document that cannot be read.`;

const formats = { text: renderText, json: renderJson };
const formatNames = ['text', 'json'] as const;

export async function main(argv: string[]): Promise<number> {
  const options = { format: { type: 'string', default: 'text' } } as const;
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  const render = formats[readFormat(formatNames, values.format)];
  const root = findProjectRoot();
  const apis = await readApis(root, positionals);
  const result = await runDredd({ apis, onProgress: progressPrinter() });
  process.stdout.write(render(result));
  return result.apis.some(({ failed }) => failed > 0) ? exitCode.found : exitCode.done;
}

/** In milliseconds. */
const betweenLines = 2000;

/** A line to stderr every two seconds. */
function progressPrinter(): DreddOptions['onProgress'] {
  let last = performance.now();
  return ({ api, ended, of }) => {
    if (performance.now() - last < betweenLines) return;
    last = performance.now();
    process.stderr.write(style('dim', `dredd: ${api} ${ended} of ${of}\n`, process.stderr));
  };
}

if (import.meta.main) await runCommand(main);
