import { findProjectRoot } from './apis/projectRoot.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { readFormat } from './cli/readFormat.ts';
import { style } from './cli/style.ts';
import { breaks } from './diff/apiDiff.ts';
import { diffApis } from './diff/diffApis.ts';
import { type Base, findBase } from './diff/findBase.ts';
import { renderDiff } from './diff/renderDiff.ts';

const usage = `Usage: npm run diff -- [api…] [--base REF] [--format text|json]

Lists what changed in the bundles of the named APIs (all of them if none is named), from a git revision to the working
tree: what breaks a client, what does not, and, apart, what is said as before on other evidence. An API that the
registry no longer has is a breaking change. Bundles are compared, not documents: run npm run generate first.

Options
  --base REF          Branch, tag or commit to compare with (default: where this branch left main, or origin/main;
                      on main itself, its last commit; where there is no main, HEAD).
  --format text|json  How the changes are printed to stdout (default: text).
  -h, --help          Show this text.

Exit codes: 0 nothing breaks, 1 something does, 2 wrong usage, an unknown revision, or a bundle that cannot be read.`;

const formats = ['text', 'json'];

async function main(argv: string[]): Promise<number> {
  const options = { base: { type: 'string' }, format: { type: 'string', default: 'text' } } as const;
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  const format = readFormat(formats, values.format);
  const root = findProjectRoot();
  const base = await findBase({ root, ref: values.base });
  process.stderr.write(style('dim', `diff: against ${describe(base)}\n`, process.stderr));
  const apis = await diffApis({ root, base, names: positionals });
  process.stdout.write(
    format === 'json' ? `${JSON.stringify({ base, apis }, null, 2)}\n` : renderDiff(apis, style),
  );
  return apis.some(breaks) ? exitCode.found : exitCode.done;
}

function describe({ name, commit }: Base): string {
  return name === commit ? commit : `${name} (${commit.slice(0, 10)})`;
}

if (import.meta.main) await runCommand(main);
