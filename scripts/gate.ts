import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { findProjectRoot } from './apis/projectRoot.ts';
import { readRegistry, selectApis } from './apis/registry.ts';
import { renderDetectionTable } from './cli/detectionTable.ts';
import { formatDuration } from './cli/duration.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { reportFolder } from './cli/reportFolder.ts';
import { renderReportTable } from './cli/reportTable.ts';
import { style } from './cli/style.ts';
import { runStep, type StepResult } from './gate/runStep.ts';
import { stepsOf } from './gate/steps.ts';
import type { DetectionReport } from './model/detection.ts';
import type { Report } from './model/report.ts';

const usage = `Usage: npm run gate -- [api…] [--report DIR]

Takes the documents of each API (all of them by default) to a verdict: lint, generate --check, contract, workflows, dredd,
detection and docs, one after the other. A step that fails shows why, and the later ones run all the same. Detection has a
server lie in every way that is known, and counts what the contract tests see of it; the docs show what was found.

Options
  --report DIR  Where the reports go (default: reports).
  -h, --help    Show this text.

Exit codes: 0 everything conforms, 1 a step found something, 2 wrong usage or a document that cannot be read.`;

async function main(argv: string[]): Promise<number> {
  const options = { report: { type: 'string' } } as const;
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  const projectRoot = findProjectRoot();
  selectApis(readRegistry(projectRoot), positionals);
  const folder = reportFolder(values.report, projectRoot);
  const startedAt = performance.now();
  const results = await runSteps({ apis: positionals, folder, projectRoot });
  await printTables(results, folder);
  const failed = results.filter((result) => result.exitCode !== 0).map(({ name }) => name);
  const total = formatDuration(performance.now() - startedAt);
  process.stdout.write(`reports: ${relative(process.cwd(), folder) || '.'}\n`);
  process.stdout.write(
    failed.length === 0
      ? `${style('green', 'gate passed')} in ${total}\n`
      : `${style('red', 'gate failed')} in ${total}: ${failed.join(', ')}\n`,
  );
  return Math.max(...results.map((result) => result.exitCode));
}

async function runSteps(run: { apis: string[]; folder: string; projectRoot: string }): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of stepsOf(run)) {
    tellProgress(`${step.name} …`);
    const result = await runStep(step, run.projectRoot);
    tellProgress('');
    process.stdout.write(renderResult(result));
    results.push(result);
  }
  return results;
}

/** On a terminal, a line that gives way to the result; a log has no use for it. */
function tellProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

function renderResult({ name, exitCode: code, durationMs, figures, reason }: StepResult): string {
  const verdict = code === exitCode.done ? style('green', 'ok    ') : style('red', 'failed');
  const line = [name.padEnd(9), verdict, formatDuration(durationMs).padStart(7), figures]
    .join('  ')
    .trimEnd();
  return `${line}\n${reason && `${reason.replace(/^/gm, '  ')}\n`}`;
}

/** No table of a step that could not run: it has said why. */
async function printTables(results: StepResult[], folder: string): Promise<void> {
  const read = async <Content>(step: string, file: string): Promise<Content[]> => {
    const result = results.find(({ name }) => name === step);
    if (!result || result.exitCode > exitCode.found || result.figures === '') return [];
    return [JSON.parse(await readFile(join(folder, file), 'utf8')) as Content];
  };
  const contract = await read<Report>('contract', 'contract.json');
  const detection = await read<DetectionReport>('detection', 'detection.json');
  const tables = [...contract.map(renderReportTable), ...detection.map(renderDetectionTable)];
  for (const table of tables) process.stdout.write(`\n${table}\n`);
  process.stdout.write('\n');
}

if (import.meta.main) await runCommand(main);
