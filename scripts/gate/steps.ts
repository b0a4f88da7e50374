import { join } from 'node:path';
import { formatFailure } from '../dredd/render.ts';
import type { DreddResult } from '../dredd/result.ts';
import type { Step as LintStep } from '../lint/problem.ts';
import { renderStep } from '../lint/render.ts';

/** One command of the gate, run as anybody would run it. */
export interface Step {
  name: string;
  /** File of the command, from the project's root. */
  script: string;
  args: string[];
  /** What the step looked at, in a few words, from what it printed to stdout. */
  figures(stdout: string): string;
  /** What it found, for a person to read, from the same. */
  reason(stdout: string): string;
}

/** The steps in their order: what is read first, then what is made of it. */
export function stepsOf({ apis, folder }: { apis: string[]; folder: string }): Step[] {
  const step = (name: string, args: string[], told: Pick<Step, 'figures' | 'reason'>): Step => ({
    name,
    script: join('scripts', `${name}.ts`),
    args: [...apis, ...args],
    ...told,
  });
  const detection: Step = {
    name: 'detection',
    script: join('tests', 'gate', 'detect.ts'),
    args: [...apis, '--report', folder],
    ...{ figures: detectionFigures, reason: detectionReason },
  };
  const plain = { figures: lastLine, reason: (stdout: string) => stdout };
  return [
    step('lint', ['--format', 'json'], { figures: lintFigures, reason: lintReason }),
    step('generate', ['--check'], plain),
    step('contract', ['--report', folder], { ...plain, figures: contractFigures }),
    step('workflows', ['--report', folder], plain),
    step('dredd', ['--format', 'json'], { figures: dreddFigures, reason: dreddReason }),
    detection,
    // Last, since a page of it shows what the steps before found.
    step('docs', ['--report', folder], plain),
  ];
}

function lintSteps(stdout: string): LintStep[] {
  return (JSON.parse(stdout) as { steps: LintStep[] }).steps;
}

function lintFigures(stdout: string): string {
  const steps = lintSteps(stdout);
  const problems = steps.reduce((sum, step) => sum + step.problems.length, 0);
  const looked = steps.filter(({ figure }) => figure).map(({ name, figure }) => `${name}: ${figure}`);
  return [...looked, `${problems} problems`].join('; ');
}

function lintReason(stdout: string): string {
  const faulty = lintSteps(stdout).filter(({ problems }) => problems.length > 0);
  return faulty.map((step) => renderStep(step, (_, text) => text)).join('');
}

function dreddFigures(stdout: string): string {
  const { apis } = JSON.parse(stdout) as DreddResult;
  const sum = (key: 'transactions' | 'failed') => apis.reduce((total, api) => total + api[key], 0);
  return `${sum('transactions')} transactions, ${sum('failed')} failed`;
}

function dreddReason(stdout: string): string {
  const { apis } = JSON.parse(stdout) as DreddResult;
  return apis
    .flatMap(({ api, failures }) => failures.map((failure) => formatFailure(api, failure)))
    .join('\n');
}

/** The row of totals, or of the only API, of the table that the command prints. */
function contractFigures(stdout: string): string {
  const row = stdout.split('\n').findLast((line) => /^\S+( +\d+){6} +(\d+%|-)$/.test(line));
  const [, operations, cases, , violations, drift] = row?.split(/ +/) ?? [];
  return row ? `${operations} operations, ${cases} cases, ${violations} violations, ${drift} drift` : '';
}

/** The rows of totals of the tables that the command prints. */
function detectionFigures(stdout: string): string {
  const told = stdout.split('\n').flatMap((line) => {
    const [name, faults, caught, , rate, alarms] = line.split(/ {2,}/);
    return name === 'total' && rate
      ? `${faults} lies, ${caught} caught (${rate}), ${alarms} false alarms`
      : [];
  });
  return told.join('; live: ');
}

/** What it names stands before the table, which the gate shows at its end. */
function detectionReason(stdout: string): string {
  return stdout.split(/^check /m, 1).join('');
}

function lastLine(stdout: string): string {
  return stdout.trimEnd().split('\n').at(-1) ?? '';
}
