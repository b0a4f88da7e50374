import { CallError } from '../../scripts/client/errors.ts';
import type { Case, RequestInputs } from '../../scripts/model/case.ts';
import type { Exchange, SentRequest } from '../../scripts/model/exchange.ts';
import type { Finding } from '../../scripts/model/finding.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import type { CaseResult, Outcome } from '../../scripts/model/report.ts';
import { credentialField } from '../../scripts/request/credentialField.ts';
import { requestFor } from '../../scripts/request/requestFor.ts';
import { boundedFindings } from './boundedFindings.ts';
import { caseInputs } from './caseInputs.ts';
import { judge } from './checks/judge.ts';
import { sentRequest } from './checks/sentences.ts';
import type { Covered } from './coverage/coverageTracker.ts';
import { coverCase } from './coverage/coverCase.ts';
import { detailsOf } from './details.ts';
import type { Redactor } from './redact.ts';
import { concludeCase } from './resources/concludeCase.ts';
import { prepareCase } from './resources/prepareCase.ts';
import { privateValues } from './resources/privateValues.ts';
import { isUnsendable } from './send.ts';
import { sensitiveValues } from './sensitiveValues.ts';
import { skipReason } from './skipReason.ts';
import type { Target } from './target.ts';

interface PlannedCase {
  base: RequestInputs;
  one: Case;
  /** Name of its `describe`. */
  suite: string;
}

export interface Run {
  result: CaseResult;
  /** Those that came. */
  statuses: string[];
  /** What it added to the coverage of its operation. */
  covered: Covered;
}

/** The run of a case that asked nothing, or got no answer. */
export function unanswered(result: CaseResult): Run {
  return { result, statuses: [], covered: { reached: [], broken: [] } };
}

/** Runs one case: builds its request, sends it, judges the exchange. */
export async function runCase(
  target: Target,
  operation: Operation,
  { base, one, suite }: PlannedCase,
): Promise<Run> {
  const { title, kind } = one;
  const known = { id: `${suite} ${title}`, kind };
  const skipped = (reason: string) =>
    unanswered({ ...known, outcome: 'skipped', reason, durationMs: 0, findings: [] });
  const planned = caseInputs(target, operation, { base, one });
  const reason = skipReason({ one, inputs: planned, operation, run: target.run });
  if (reason !== undefined) return skipped(reason);
  const prepared = await prepareCase(target.store, operation, { base, one, inputs: planned });
  if (typeof prepared === 'string') return skipped(prepared);
  const { inputs, expectation } = prepared;
  const request = await requestOf(target, operation, { inputs, one });
  if (typeof request === 'string') return skipped(`the request cannot be written: ${request}`);
  const exchange = prepared.exchange ?? (await target.send(request));
  concludeCase(target.store, operation, { prepared, exchange });
  if (isUnsendable(exchange)) return skipped(`the request cannot be sent: ${exchange.failure?.code}`);
  const lacking = lackingCredentials(target, { inputs, one, exchange });
  if (lacking.length > 0) return skipped(`it needs credentials: ${lacking.join(', ')} is not set`);
  const hidden = privateValues(prepared);
  const told = judged(target, { operation, one: { ...one, expectation }, inputs, exchange, hidden });
  const durationMs = Math.round(exchange.durationMs * 10) / 10;
  const result: CaseResult = { ...known, outcome: outcomeOf(told.findings), durationMs, ...told };
  const { response } = exchange;
  if (!response) return unanswered(result);
  const covered = coverCase(target.session, operation, { expectation, inputs, response });
  return { result, statuses: [String(response.status)], covered };
}

interface Sent {
  operation: Operation;
  one: Case;
  inputs: RequestInputs;
  exchange: Exchange;
  /** Values that the server told, or the user said of it. */
  hidden?: string[];
}

/** The findings, and what they are about; without a finding nothing is told of the exchange. */
function judged(target: Target, { one, ...sent }: Sent) {
  const { title, kind, expectation } = one;
  const findings = judge({ ...sent, title, kind, expectation });
  return tellFindings(target, { ...sent, one, findings });
}

/** What is told of findings and the exchange that they are about. */
export function tellFindings(target: Target, told: Sent & { findings: Finding[] }) {
  const { operation, one, inputs, exchange, findings, hidden = [] } = told;
  if (findings.length === 0) return { findings };
  const { isSensitive } = target.redactor;
  const redactor = target.redactor.without([
    ...sensitiveValues({ inputs, response: exchange.response, isSensitive }),
    ...hidden,
  ]);
  return {
    ...detailsOf({ operation, exchange, inputs, redactor }),
    findings: boundedFindings(findings.map((found) => redactFinding(found, sentRequest(one), redactor))),
  };
}

/** What was sent is told in words of ours, whoever has the same name. */
function redactFinding(finding: Finding, sent: string, { text }: Redactor): Finding {
  const message = finding.message.split(sent).map(text).join(sent);
  return { ...finding, message, responsePointer: text(finding.responsePointer) };
}

export function outcomeOf(findings: CaseResult['findings']): Outcome {
  if (findings.some(({ severity }) => severity === 'violation')) return 'failed';
  return findings.length > 0 ? 'drifted' : 'passed';
}

/** The variables for want of which a request was turned away; nothing can be told then of what it was to show. */
function lackingCredentials(
  { session }: Target,
  { inputs, one, exchange }: Pick<Sent, 'inputs' | 'one' | 'exchange'>,
): string[] {
  const isTurnedAway = exchange.response?.status === 401 || exchange.response?.status === 403;
  if (!isTurnedAway || one.expectation.outcome === 'unauthorized') return [];
  return session.lacking(inputs.security ?? []);
}

/** The request, or why the inputs make none. */
async function requestOf(
  target: Target,
  operation: Operation,
  { inputs, one }: Pick<Sent, 'inputs' | 'one'>,
): Promise<SentRequest | string> {
  const { baseUrl, run, session } = target;
  // What is wrong with a credential is no matter of this case alone.
  await session.credentials(inputs.security ?? []);
  try {
    const request = await requestFor(operation, { session, baseUrl, mode: run.mode, inputs });
    return { ...request, headers: { ...givenHeaders(target, one), ...request.headers } };
  } catch (error) {
    if (error instanceof CallError) return error.message;
    if (error instanceof URIError) return 'no URL can carry half a surrogate pair';
    throw error;
  }
}

/** Those of `--header`; without the ones that carry credentials, where a request is to have none. */
function givenHeaders({ api, run }: Target, { expectation }: Case): Record<string, string> {
  if (expectation.outcome !== 'unauthorized') return run.headers;
  const fields = new Set(['authorization', 'cookie', ...api.securitySchemes.map(credentialField)]);
  return Object.fromEntries(Object.entries(run.headers).filter(([name]) => !fields.has(name)));
}
