import { count } from '../cli/count.ts';
import { formatDuration } from '../cli/duration.ts';
import type { Problem, Step } from './problem.ts';

/** How a piece of the text is shown; without colour, as it is. */
type Paint = (format: 'red' | 'green' | 'dim', text: string) => string;

/** A step's line, and below it a paragraph per problem: place, rule, message. */
export function renderStep({ name, durationMs, figure, problems }: Step, paint: Paint): string {
  const verdict =
    problems.length === 0 ? paint('green', 'ok') : paint('red', count(problems.length, 'problem'));
  const line = [name.padEnd(10), formatDuration(durationMs).padStart(7), verdict, figure]
    .filter(Boolean)
    .join('  ');
  return `${[line, ...problems.map((problem) => renderProblem(problem, paint))].join('\n')}\n`;
}

export function renderTotal(steps: readonly Step[], paint: Paint): string {
  const found = steps.reduce((sum, { problems }) => sum + problems.length, 0);
  const durationMs = steps.reduce((sum, step) => sum + step.durationMs, 0);
  const verdict = found === 0 ? paint('green', 'clean') : paint('red', count(found, 'problem'));
  return `${'lint'.padEnd(10)}  ${formatDuration(durationMs).padStart(7)}  ${verdict}\n`;
}

/** For machines: `{exitCode, durationMs, steps: [{name, durationMs, figure, problems}]}`. */
export function renderJson(steps: readonly Step[], exitCode: number): string {
  const whole = steps.map((step) => ({ ...step, durationMs: Math.round(step.durationMs) }));
  const durationMs = whole.reduce((sum, step) => sum + step.durationMs, 0);
  return `${JSON.stringify({ exitCode, durationMs, steps: whole }, null, 2)}\n`;
}

function renderProblem({ file, line, column, pointer, rule, message }: Problem, paint: Paint): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const head = [place, pointer, paint('dim', rule)].filter(Boolean).join('  ');
  return `  ${head}\n${message.replace(/^/gm, '    ')}`;
}
