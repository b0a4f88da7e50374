import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Report } from '../../model/report.ts';
import { type Measured, runMeasured } from '../runMeasured.ts';
import { tell } from '../tell.ts';
import type { Cost, SizeFigures } from './growth.ts';
import { makeProject } from './makeProject.ts';

/** This project, whose commands are measured, wherever the bench is run. */
const ours = resolve(import.meta.dirname, '../../..');

/**
 * Generates from a document of each size, and runs its contract.
 * @throws {Error} if either fails
 */
export async function measureGrowth(sizes: readonly number[]): Promise<SizeFigures[]> {
  const figures: SizeFigures[] = [];
  for (const operations of sizes) figures.push(await measureSize(operations));
  return figures;
}

async function measureSize(operations: number): Promise<SizeFigures> {
  await using project = await makeProject(ours, operations);
  const cwd = project.root;
  tell(`growth: ${operations} operations, generate …`);
  const generate = await runMeasured({ script: 'generate.ts', args: [], cwd });
  tell(`growth: ${operations} operations, contract …`);
  const contract = await runMeasured({ script: 'contract.ts', args: [], cwd });
  const report = JSON.parse(await readFile(join(cwd, 'reports', 'contract.json'), 'utf8')) as Report;
  return {
    operations: report.totals.operations,
    cases: report.totals.cases,
    generate: costOf(generate),
    contract: costOf(contract),
  };
}

function costOf({ wallMs, cpuMs, peakBytes }: Measured): Cost {
  return { wallMs, cpuMs, peakBytes };
}
