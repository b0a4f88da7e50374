import { findProjectRoot } from './apis/projectRoot.ts';
import { readRegistry, selectApis } from './apis/registry.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { readFormat } from './cli/readFormat.ts';
import { style } from './cli/style.ts';
import type { Step } from './lint/problem.ts';
import { renderJson, renderStep, renderTotal } from './lint/render.ts';
import { runSteps } from './lint/steps.ts';

const usage = `Usage: npm run lint -- [api…] [--format text|json]

Checks the documents of the named APIs (all of them if none is named) and their stories against the rules in redocly.yaml,
then the types (tsc) and the style (biome) of the whole project.

  --format text|json  how the problems are printed to stdout (default: text)
  -h, --help          this text

Exit codes: 0 clean; 1 problems; 2 wrong usage or configuration, or a document that cannot be read or resolved.`;

const formats = ['text', 'json'];

async function lint(argv: string[]): Promise<number> {
  const options = { format: { type: 'string', default: 'text' } } as const;
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  const format = readFormat(formats, values.format);
  const projectRoot = findProjectRoot();
  const apis = selectApis(readRegistry(projectRoot), positionals);
  const onStart = (name: string) => process.stderr.write(style('dim', `lint: ${name} …\n`, process.stderr));
  const steps: Step[] = [];
  for await (const step of runSteps({ projectRoot, apis, onStart })) {
    steps.push(step);
    if (format === 'text') process.stdout.write(renderStep(step, style));
  }
  const code = codeOf(steps);
  process.stdout.write(format === 'json' ? renderJson(steps, code) : renderTotal(steps, style));
  return code;
}

function codeOf(steps: readonly Step[]): number {
  const problems = steps.flatMap((step) => step.problems);
  if (problems.some((problem) => problem.unreadable)) return exitCode.usage;
  return problems.length > 0 ? exitCode.found : exitCode.done;
}

if (import.meta.main) await runCommand(lint);
