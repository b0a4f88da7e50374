import { CallError } from '../../scripts/client/errors.ts';
import type { Case, RequestInputs } from '../../scripts/model/case.ts';
import type { Exchange, SentRequest } from '../../scripts/model/exchange.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import type { CaseResult, Outcome } from '../../scripts/model/report.ts';
import { requestFor } from '../../scripts/request/requestFor.ts';
import { boundedFindings } from './boundedFindings.ts';
import { caseInputs } from './caseInputs.ts';
import { judge } from './checks/judge.ts';
import { detailsOf } from './details.ts';
import type { Redactor } from './redact.ts';
import { isUnsendable, send } from './send.ts';
import { sensitiveValues } from './sensitiveValues.ts';
import { skipReason } from './skipReason.ts';
import type { Target } from './target.ts';

interface PlannedCase {
  base: RequestInputs;
  one: Case;
  /** Name of its `describe`. */
  suite: string;
}

interface Run {
  result: CaseResult;
  /** Those that came. */
  statuses: string[];
}

/** Runs one case: builds its request, sends it, judges the exchange. */
export async function runCase(
  target: Target,
  operation: Operation,
  { base, one, suite }: PlannedCase,
): Promise<Run> {
  const { title, kind } = one;
  const known = { id: `${suite} ${title}`, kind };
  const skipped = (reason: string): Run => ({
    result: { ...known, outcome: 'skipped', reason, durationMs: 0, findings: [] },
    statuses: [],
  });
  const inputs = caseInputs(target, operation, { base, one });
  const reason = skipReason({ one, inputs, operation, run: target.run });
  if (reason !== undefined) return skipped(reason);
  const request = await requestOf(target, operation, inputs);
  if (typeof request === 'string') return skipped(`the request cannot be written: ${request}`);
  const exchange = await send(request);
  if (isUnsendable(exchange)) return skipped(`the request cannot be sent: ${exchange.failure?.code}`);
  const told = judged(target, { operation, one, inputs, exchange });
  const durationMs = Math.round(exchange.durationMs * 10) / 10;
  return {
    result: { ...known, outcome: outcomeOf(told.findings), durationMs, ...told },
    statuses: exchange.response ? [String(exchange.response.status)] : [],
  };
}

interface Sent {
  operation: Operation;
  one: Case;
  inputs: RequestInputs;
  exchange: Exchange;
}

/** The findings, and what they are about; without a finding nothing is told of the exchange. */
function judged(target: Target, { operation, one, inputs, exchange }: Sent) {
  const { title, kind, expectation } = one;
  const findings = judge({ operation, title, kind, expectation, inputs, exchange });
  if (findings.length === 0) return { findings };
  const { isSensitive } = target.redactor;
  const redactor = target.redactor.without(
    sensitiveValues({ inputs, response: exchange.response, isSensitive }),
  );
  return {
    ...detailsOf({ operation, exchange, inputs, redactor }),
    findings: boundedFindings(findings.map((one) => redactFinding(one, redactor))),
  };
}

function redactFinding(finding: CaseResult['findings'][number], { text }: Redactor) {
  return { ...finding, message: text(finding.message), responsePointer: text(finding.responsePointer) };
}

function outcomeOf(findings: CaseResult['findings']): Outcome {
  if (findings.some(({ severity }) => severity === 'violation')) return 'failed';
  return findings.length > 0 ? 'drifted' : 'passed';
}

/** The request, or why the inputs make none. */
async function requestOf(
  { baseUrl, run, session }: Target,
  operation: Operation,
  inputs: RequestInputs,
): Promise<SentRequest | string> {
  // What is wrong with a credential is no matter of this case alone.
  await session.credentials(inputs.security ?? []);
  try {
    const request = await requestFor(operation, { session, baseUrl, mode: run.mode, inputs });
    return { ...request, headers: { ...run.headers, ...request.headers } };
  } catch (error) {
    if (error instanceof CallError) return error.message;
    throw error;
  }
}
