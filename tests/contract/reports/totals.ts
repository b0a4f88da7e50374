import type { RequestCoverage } from '../../../scripts/model/coverage.ts';
import type { OperationResult, Totals } from '../../../scripts/model/report.ts';

export function totalsOf(operations: OperationResult[]): Totals {
  const cases = operations.flatMap((operation) => operation.cases);
  const findings = cases.flatMap((one) => one.findings);
  const count = (outcome: string) => cases.filter((one) => one.outcome === outcome).length;
  const known = findings.filter(({ baseline }) => baseline && !baseline.isExpired).length;
  const severe = (severity: string) => findings.filter((one) => one.severity === severity).length;
  return {
    operations: operations.length,
    cases: cases.length,
    passed: count('passed'),
    failed: count('failed'),
    drifted: count('drifted'),
    skipped: count('skipped'),
    violations: severe('violation'),
    drift: severe('drift'),
    ...(known > 0 && { known }),
    statements: sum(operations, (one) => one.total),
    exercised: sum(operations, (one) => one.exercised),
  };
}

type Figures = Pick<RequestCoverage, 'total' | 'exercised'>;

function sum(operations: OperationResult[], figure: (one: Figures) => number): number {
  return operations.reduce(
    (total, { coverage: { requests, responses } }) => total + figure(requests) + figure(responses),
    0,
  );
}
