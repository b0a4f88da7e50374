import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseResult, Report } from '../../scripts/model/report.ts';
import { runScript } from '../commands/runScript.ts';
import { casesOf } from '../contract/reports/casesOf.ts';
import { makeContractProject } from '../support/makeContractProject.ts';
import { archiveDocument } from './archiveDocument.ts';

export const makeArchiveProject = () => makeContractProject({ archive: archiveDocument });

interface ArchiveRun {
  root: string;
  url: string;
  argv?: string[];
  /** What the file of `--values` says. */
  values?: string;
}

let count = 0;

/** The contract of the archive against a live one, as whoever types the command has it. */
export async function runArchive({ root, url, argv = [], values }: ArchiveRun) {
  count += 1;
  const folder = join(root, `reports-${count}`);
  const file = join(root, `values-${count}.yaml`);
  if (values !== undefined) await writeFile(file, values);
  const given = values === undefined ? [] : ['--values', file];
  const all = ['archive', '--target', url, '--report', folder, ...given, ...argv];
  const run = await runScript('contract.ts', { argv: all, cwd: root });
  const text = await readFile(join(folder, 'contract.json'), 'utf8').catch(() => '{"apis":[]}');
  const report = JSON.parse(text) as Report;
  return { ...run, report, text, cases: casesOf(report) };
}

/** Checks that found something, and of what severity, each once. */
export function foundIn(cases: CaseResult[]): string[] {
  const found = cases.flatMap(({ findings }) =>
    findings.map(({ severity, check }) => `${severity} ${check}`),
  );
  return [...new Set(found)].sort();
}
