import { join, resolve } from 'node:path';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readRegistry, selectApis } from '../../scripts/apis/registry.ts';
import { renderDetectionTable } from '../../scripts/cli/detectionTable.ts';
import { exitCode, runCommand } from '../../scripts/cli/exit.ts';
import { parseArguments } from '../../scripts/cli/parseArguments.ts';
import { writeAtomically } from '../../scripts/files/writeAtomically.ts';
import type { Detection, DetectionReport } from '../../scripts/model/detection.ts';
import { UsageError } from '../../scripts/model/errors.ts';
import { detectAll } from './detection/detectAll.ts';
import { renderReport } from './detection/renderReport.ts';

const usage = `Usage: node tests/gate/detect.ts [api…] [--report DIR] [--seed N]

Lets a server lie about every operation in every way that is known, one lie at a time, and counts what the checks see of it,
and what they find of a server that tells the truth. Writes detection.json.

Options
  --report DIR  Where detection.json goes (default: reports).
  --seed N      Chooses among values that are wrong alike (default: 1).
  -h, --help    Show this text.

Exit codes: 0 at least 99 % are caught and nothing else is found, 1 it is not so, 2 wrong usage.`;

/** The least share of faults that must be caught. */
const goal = 0.99;

async function main(argv: string[]): Promise<number> {
  const options = { report: { type: 'string' }, seed: { type: 'string' } } as const;
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  const root = findProjectRoot();
  const names = selectApis(readRegistry(root), positionals).map(({ name }) => name);
  const report = await detectAll({ root, names, seed: readSeed(values.seed), onProgress: tellProgress });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  await writeAtomically(
    join(resolve(values.report ?? join(root, 'reports')), 'detection.json'),
    renderReport(report),
  );
  process.stdout.write(
    `${[...missed(report), ...alarms(report), renderDetectionTable(report)].join('\n')}\n`,
  );
  const { applicable, caught, falseAlarms } = report.totals;
  return caught >= applicable * goal && falseAlarms === 0 ? exitCode.done : exitCode.found;
}

/** On a terminal; a log gets no such lines. */
function tellProgress(told: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${told} of ${all} lies told`);
}

function readSeed(text = '1'): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--seed ${text} is no number. Give it one: --seed 1.`);
  return Number(text);
}

/** Every fault that no check of its own caught, by name; places that are alike in one line. */
function missed({ detections }: DetectionReport): string[] {
  const of = (one: Detection) => `missed   ${one.check}: ${one.fault} (${one.reason})`;
  const alike = Map.groupBy(
    detections.filter(({ outcome }) => outcome === 'missed'),
    of,
  );
  return [...alike].map(([line, [first, ...others]]) => {
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return `${line}: ${first?.api} ${first?.operationId} ${first?.status ?? ''} ${first?.place}${more}`;
  });
}

function alarms({ falseAlarms }: DetectionReport): string[] {
  return falseAlarms.map(
    ({ api, case: id, check, message }) => `false alarm   ${api} ${id}: ${check}: ${message}`,
  );
}

if (import.meta.main) await runCommand(main);
