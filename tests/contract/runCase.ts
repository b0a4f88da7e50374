import { applyChange } from '../../scripts/json/applyChange.ts';
import type { Case, RequestInputs } from '../../scripts/model/case.ts';
import type { Exchange } from '../../scripts/model/exchange.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import type { CaseResult, Outcome } from '../../scripts/model/report.ts';
import { buildRequest } from './buildRequest.ts';
import { judge } from './checks/judge.ts';
import { detailsOf } from './details.ts';
import { send } from './send.ts';
import { skipReason } from './skipReason.ts';
import type { Target } from './target.ts';

interface PlannedCase {
  base: RequestInputs;
  one: Case;
  /** Name of its `describe`. */
  suite: string;
}

/** Runs one case: builds its request, sends it, judges the exchange. `statuses` are those that came. */
export async function runCase(
  target: Target,
  operation: Operation,
  { base, one, suite }: PlannedCase,
): Promise<{ result: CaseResult; statuses: string[] }> {
  const { title, kind, expectation } = one;
  const inputs = applyChange(base, one.change);
  const known = { id: `${suite} ${title}`, kind };
  const reason = skipReason({ one, inputs, operation, run: target.run });
  if (reason !== undefined) {
    return { result: { ...known, outcome: 'skipped', reason, durationMs: 0, findings: [] }, statuses: [] };
  }
  const exchange = await exchangeOf(target, operation, inputs);
  const findings = judge({ operation, title, kind, expectation, exchange });
  const durationMs = Math.round(exchange.durationMs * 10) / 10;
  const details = findings.length > 0 ? detailsOf(target.redactor, exchange, inputs) : {};
  const redacted = findings.map((one) => ({ ...one, message: target.redactor.text(one.message) }));
  return {
    result: { ...known, outcome: outcomeOf(findings), durationMs, ...details, findings: redacted },
    statuses: exchange.response ? [String(exchange.response.status)] : [],
  };
}

function outcomeOf(findings: CaseResult['findings']): Outcome {
  if (findings.some(({ severity }) => severity === 'violation')) return 'failed';
  return findings.length > 0 ? 'drifted' : 'passed';
}

async function exchangeOf(target: Target, operation: Operation, inputs: RequestInputs): Promise<Exchange> {
  const { baseUrl, run, session } = target;
  const placed = await session.credentials(inputs.security ?? []);
  const tokens = await session.pathTokens(operation);
  const request = await buildRequest({
    operation,
    baseUrl,
    inputs: { ...inputs, path: { ...inputs.path, ...tokens } },
    placed,
    mode: run.mode,
  });
  return send({ ...request, headers: { ...run.headers, ...request.headers } });
}
