import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { CaseResult, Report } from '../../scripts/model/report.ts';

/** The contract of a project's APIs against a server of ours: its report, and what it printed. */
export async function runAgainst({ url, root, name }: { url: string; root: string; name: string }) {
  const folder = join(root, 'reports', name);
  const script = join(import.meta.dirname, 'contractAgainst.ts');
  const child = spawn(process.execPath, [script, url, folder], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const report = JSON.parse(await readFile(join(folder, 'contract.json'), 'utf8')) as Report;
  return { report, stdout, stderr };
}

/** The cases with findings of one operation. */
export function foundIn({ apis }: Report, api: string, operationId: string): CaseResult[] {
  const operations = apis.find((one) => one.api === api)?.operations ?? [];
  const operation = operations.find((one) => one.operationId === operationId);
  if (!operation) throw new Error(`The report has no ${api} ${operationId}.`);
  return operation.cases.filter(({ findings }) => findings.length > 0);
}
