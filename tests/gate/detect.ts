import { join, resolve } from 'node:path';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readRegistry, selectApis } from '../../scripts/apis/registry.ts';
import { renderDetectionTable } from '../../scripts/cli/detectionTable.ts';
import { exitCode, runCommand } from '../../scripts/cli/exit.ts';
import { parseArguments } from '../../scripts/cli/parseArguments.ts';
import { writeAtomically } from '../../scripts/files/writeAtomically.ts';
import type { Detection, DetectionResult, LiveExtent } from '../../scripts/model/detection.ts';
import { UsageError } from '../../scripts/model/errors.ts';
import { detectAll } from './detection/detectAll.ts';
import { renderReport } from './detection/renderReport.ts';

const usage = `Usage: node tests/gate/detect.ts [api…] [--report DIR] [--seed N] [--live sample|all|none]

Lets a server lie about every operation in every way that is known, one lie at a time, and counts what the checks see of it,
and what they find of a server that tells the truth. The server is a mock that remembers nothing, and then one that
remembers, asked as a live server is. Writes detection.json.

Options
  --report DIR  Where detection.json goes (default: reports).
  --seed N      Chooses among values that are wrong alike (default: 1).
  --live EXTENT Which lies of live servers are told: a sample, which has those on what a server holds and one of each
                other name for each API; all; or none (default: sample).
  -h, --help    Show this text.

Exit codes: 0 at least 99 % are caught, of live servers too, and nothing else is found, 1 it is not so, 2 wrong usage.`;

/** The least share of faults that must be caught. */
const goal = 0.99;

async function main(argv: string[]): Promise<number> {
  const options = { report: { type: 'string' }, seed: { type: 'string' }, live: { type: 'string' } } as const;
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  const root = findProjectRoot();
  const names = selectApis(readRegistry(root), positionals).map(({ name }) => name);
  const report = await detectAll({
    ...{ root, names, onProgress: tellProgress },
    ...{ seed: readSeed(values.seed), live: readExtent(values.live) },
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  await writeAtomically(
    join(resolve(values.report ?? join(root, 'reports')), 'detection.json'),
    renderReport(report),
  );
  const halves = report.live ? [report, report.live] : [report];
  const told = halves.flatMap((half) => {
    const live = half === report.live ? 'live ' : '';
    return [...missed(half, live), ...alarms(half, live)];
  });
  process.stdout.write(`${[...told, renderDetectionTable(report)].join('\n')}\n`);
  return halves.every(isGood) ? exitCode.done : exitCode.found;
}

function isGood({ totals: { applicable, caught, falseAlarms } }: DetectionResult): boolean {
  return caught >= applicable * goal && falseAlarms === 0;
}

/** On a terminal; a log gets no such lines. */
function tellProgress(told: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${told} of ${all} lies told`);
}

function readSeed(text = '1'): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--seed ${text} is no number. Give it one: --seed 1.`);
  return Number(text);
}

function readExtent(text = 'sample'): LiveExtent | 'none' {
  if (text === 'sample' || text === 'all' || text === 'none') return text;
  throw new UsageError(`--live ${text} is none of sample, all and none.`);
}

/** Every fault that no check of its own caught, by name; places that are alike in one line. */
function missed({ detections }: DetectionResult, live: string): string[] {
  const of = (one: Detection) => `missed   ${live}${one.check}: ${one.fault} (${one.reason})`;
  const alike = Map.groupBy(
    detections.filter(({ outcome }) => outcome === 'missed'),
    of,
  );
  return [...alike].map(([line, [first, ...others]]) => {
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return `${line}: ${first?.api} ${first?.operationId} ${first?.status ?? ''} ${first?.place}${more}`;
  });
}

function alarms({ falseAlarms }: DetectionResult, live: string): string[] {
  return falseAlarms.map(
    ({ api, case: id, check, message }) => `false alarm   ${live}${api} ${id}: ${check}: ${message}`,
  );
}

if (import.meta.main) await runCommand(main);
