import type { Problem } from './problem.ts';
import type { Output } from './runBin.ts';

/** `file(line,column): error TS1234: message`, or without a place where the configuration is at fault. */
const diagnostic = /^(?:(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): )?error (?<rule>TS\d+): (?<message>.*)$/;

/** The problems that `tsc --pretty false` printed. Indented lines continue the message before them. */
export function readTypeScript({ exitCode, stdout, stderr }: Output): Problem[] {
  const problems: Problem[] = [];
  for (const line of stdout.split('\n')) {
    const found = diagnostic.exec(line)?.groups;
    const last = problems.at(-1);
    if (found) problems.push(toProblem(found));
    else if (last && /^\s+\S/.test(line))
      problems.splice(-1, 1, { ...last, message: `${last.message}\n${line}` });
  }
  if (exitCode === 0 || problems.length > 0) return problems;
  return [{ file: 'tsconfig.json', rule: 'tsc', message: `tsc failed: ${firstLines(stdout || stderr)}` }];
}

function toProblem({
  file = 'tsconfig.json',
  line,
  column,
  rule = '',
  message = '',
}: Record<string, string>): Problem {
  const place = line === undefined ? {} : { line: Number(line), column: Number(column) };
  return { file, ...place, rule, message };
}

function firstLines(output: string): string {
  return output.trim().split('\n').slice(0, 5).join('\n');
}
