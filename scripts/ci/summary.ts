import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../model/report.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** Cases of the contract; drift is not fatal. */
function contractCount(folder: string): Count {
  const file = join(folder, 'gate', 'contract.json');
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const { totals } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return { passed: totals.passed + totals.drifted, failed: totals.failed, skipped: totals.skipped };
}

/** Tests of Vitest's JSON report. */
function testCount(folder: string): Count {
  const file = join(folder, 'tests.json');
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  return {
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

/** The closing line of `.ci/run`: `N passed, N failed`, over the contract and all tests. A suite that failed otherwise counts one. */
const [folder = '', gate, tests] = process.argv.slice(2);
const counts = [contractCount(folder), testCount(folder)];
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
const otherwise = [gate, tests].filter((code, suite) => code !== '0' && counts[suite]?.failed === 0).length;
const failed = sum('failed') + otherwise;
const passed = sum('passed');
console.log(`${passed} passed, ${failed} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
