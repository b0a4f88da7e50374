import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApi } from '../../scripts/apis/readApi.ts';
import type { DetectionReport } from '../../scripts/model/detection.ts';
import { checkNames, type Finding } from '../../scripts/model/finding.ts';
import type { CaseResult, OperationResult, Report, Totals } from '../../scripts/model/report.ts';

const violation: Finding = {
  check: 'body-schema',
  severity: 'violation',
  evidence: 'documented',
  message: 'The answer to GET /visits has no member "name", which is required.',
  documentPointer: '/paths/~1visits/get/responses/200',
  responsePointer: '/body/0/name',
};
const drift: Finding = { ...violation, check: 'status-documented', severity: 'drift', evidence: 'inferred' };

function totalsOf(operations: OperationResult[]): Totals {
  const cases = operations.flatMap((one) => one.cases);
  const findings = cases.flatMap((one) => one.findings);
  const violations = findings.filter(({ severity }) => severity === 'violation').length;
  const zero = { failed: violations, drifted: 0, skipped: 0, passed: cases.length - findings.length };
  return {
    ...zero,
    ...{
      operations: operations.length,
      cases: cases.length,
      statements: 12 * operations.length,
      exercised: 10 * operations.length,
    },
    ...{ violations, drift: findings.length - violations },
  };
}

function operationResult(
  operationId: string,
  method: string,
  path: string,
  findings: Finding[],
): OperationResult {
  const result: CaseResult = {
    id: `${operationId} minimal`,
    kind: 'minimal',
    outcome: findings.length > 0 ? 'failed' : 'passed',
    durationMs: 1,
    ...(findings.length > 0 && { curl: `curl -i -X ${method} https://staging.example${path}` }),
    findings,
  };
  return {
    operationId,
    method,
    path,
    coverage: {
      statuses: { documented: ['200'], seen: ['200'] },
      requests: { total: 6, exercised: 5, met: 5, broken: 2 },
      responses: { total: 6, exercised: 5 },
      never: [{ pointer: '/paths/~1visits/get/parameters/0' }],
    },
    cases: [result],
  };
}

/** The report of a run against a server that breaks a documented statement of the first API and drifts once. */
export async function exampleContract(names: readonly string[]): Promise<Report> {
  const root = findProjectRoot();
  const apis = await Promise.all(
    names.map(async (name, index) => {
      const { operations } = await readApi({ root, name });
      const results = operations.map(({ operationId, method, path }, place) =>
        operationResult(operationId, method, path, index === 0 ? ([[violation], [drift]][place] ?? []) : []),
      );
      return { api: name, operations: results, totals: totalsOf(results) };
    }),
  );
  return {
    schemaVersion: 1,
    target: 'https://staging.example/v1',
    seed: 7,
    startedAt: '2026-03-02T09:30:00.000Z',
    durationMs: 1234,
    apis,
    totals: totalsOf(apis.flatMap(({ operations }) => operations)),
  };
}

export function exampleDetection(contract: Report): DetectionReport {
  const none = { applicable: 0, caught: 0, missed: 0, falseAlarms: 0 };
  const detections = contract.apis.flatMap(({ api, operations }) =>
    operations.map(({ operationId }) => ({
      ...{ api, operationId, check: 'body-schema' as const, fault: 'leaves out a member', place: '/body' },
      ...{ outcome: 'caught' as const, also: [], findings: 1 },
    })),
  );
  const some = { ...none, applicable: detections.length, caught: detections.length };
  return {
    ...{ schemaVersion: 1, seed: 7, startedAt: '2026-03-02T09:31:00.000Z', durationMs: 1, truthfulCases: 9 },
    totals: some,
    checks: checkNames.map((check) => ({ check, ...(check === 'body-schema' ? some : none) })),
    ...{ detections, leftOut: [], falseAlarms: [] },
    live: exampleLive(contract),
  };
}

/** A lie of the first operation alone, of what its server holds. */
function exampleLive({ apis }: Report): DetectionReport['live'] {
  const none = { applicable: 0, caught: 0, missed: 0, falseAlarms: 0 };
  const some = { ...none, applicable: 1, caught: 1 };
  const { api = '', operations = [] } = apis[0] ?? {};
  const check = 'created-is-readable' as const;
  return {
    ...{ told: 'sample', possible: 40, durationMs: 1, truthfulCases: 5, totals: some },
    checks: checkNames.map((name) => ({ check: name, ...(name === check ? some : none) })),
    detections: operations.slice(0, 1).map(({ operationId }) => ({
      ...{ api, operationId, check, fault: 'forgets what is new', place: '' },
      ...{ outcome: 'caught', also: [], findings: 1 },
    })),
    ...{ leftOut: [], falseAlarms: [] },
  };
}

/** Both reports in a folder of their own; removed with `await using`. */
export async function exampleReports(names: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'reports-'));
  const contract = await exampleContract(names);
  await writeFile(join(folder, 'contract.json'), JSON.stringify(contract));
  await writeFile(join(folder, 'detection.json'), JSON.stringify(exampleDetection(contract)));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
