import type { CheckName, Finding } from '../../../scripts/model/finding.ts';
import type {
  ApiResult,
  CaseResult,
  Leftover,
  OperationResult,
  Preparation,
  Report,
} from '../../../scripts/model/report.ts';
import { totalsOf } from '../../contract/reports/totals.ts';

/** A violation of a documented statement, unless it says otherwise. */
export function madeFinding(given: Partial<Finding> = {}): Finding {
  return {
    check: 'body-schema',
    severity: 'violation',
    evidence: 'documented',
    message: 'GET /boats answered 200, but its body lacks /name.',
    documentPointer: '/components/schemas/Boat/required/0',
    responsePointer: '/body',
    ...given,
  };
}

export function madeDrift(check: CheckName, given: Partial<Finding> = {}): Finding {
  return madeFinding({ check, severity: 'drift', evidence: 'silent', ...given });
}

/** A case of `boats`, whose outcome follows from its findings. */
export function madeCase(
  title: string,
  findings: Finding[] = [],
  given: Partial<CaseResult> = {},
): CaseResult {
  const fails = findings.some(({ severity }) => severity === 'violation');
  const outcome = fails ? 'failed' : findings.length > 0 ? 'drifted' : 'passed';
  return { id: `listBoats ${title}`, kind: 'example', outcome, durationMs: 1.5, findings, ...given };
}

const nothing = { total: 0, exercised: 0 };

export function madeOperation(cases: CaseResult[], given: Partial<OperationResult> = {}): OperationResult {
  return {
    ...{ operationId: 'listBoats', method: 'GET', path: '/boats' },
    coverage: {
      statuses: { documented: ['200'], seen: ['200'] },
      requests: { ...nothing, met: 0, broken: 0 },
      responses: nothing,
      never: [],
    },
    cases,
    ...given,
  };
}

export function madeApi(
  api: string,
  operations: OperationResult[],
  given: Partial<ApiResult> = {},
): ApiResult {
  return { api, operations, totals: totalsOf(operations), ...given };
}

export function madeReport(apis: ApiResult[], given: Partial<Report> = {}): Report {
  return {
    ...{ schemaVersion: 1, target: 'mock', seed: 1, startedAt: '2026-01-31T09:30:00.000Z', durationMs: 1234 },
    failOn: 'violation',
    apis,
    totals: totalsOf(apis.flatMap(({ operations }) => operations)),
    ...given,
  };
}

/** A boat that a documented operation should have deleted. */
export function madeLeftover(given: Partial<Leftover> = {}): Leftover {
  return {
    ...{ api: 'boats', method: 'DELETE', path: '/boats/{id}', identifiers: { id: '7' } },
    ...{ reason: 'it answered 500', isDeletable: true },
    ...given,
  };
}

export function madePreparation(given: Partial<Preparation> = {}): Preparation {
  return {
    ...{
      operationId: 'createBoat',
      method: 'POST',
      path: '/boats',
      purpose: 'to have what GET /boats reads',
    },
    ...{ status: 201, durationMs: 3 },
    ...given,
  };
}

/** Where nothing is known of the files behind a bundle. */
export const nowhere = { placeOf: () => undefined, workspace: '/' };
