import { CallError } from '../../scripts/client/errors.ts';
import { applyChange } from '../../scripts/json/applyChange.ts';
import type { Case, RequestInputs } from '../../scripts/model/case.ts';
import type { Exchange, SentRequest } from '../../scripts/model/exchange.ts';
import type { Finding } from '../../scripts/model/finding.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import type { CaseResult, Outcome } from '../../scripts/model/report.ts';
import { requestFor } from '../../scripts/request/requestFor.ts';
import { boundedFindings } from './boundedFindings.ts';
import { caseInputs } from './caseInputs.ts';
import { judge, ofOutcome } from './checks/judge.ts';
import { sentRequest } from './checks/sentences.ts';
import type { Covered } from './coverage/coverageTracker.ts';
import { coverCase } from './coverage/coverCase.ts';
import { askEnded } from './ending/askEnded.ts';
import { withOwnToken } from './ending/withOwnToken.ts';
import { headersOfNobody } from './headersOfNobody.ts';
import { toldAtFirst } from './live/toldAtFirst.ts';
import { withheld } from './live/withheld.ts';
import { liveResult } from './privacy/liveResult.ts';
import { mockResult } from './privacy/mockResult.ts';
import { concludeCase } from './resources/concludeCase.ts';
import { prepareCase } from './resources/prepareCase.ts';
import { isUnsendable } from './send.ts';
import { skipReason } from './skipReason.ts';
import type { Target } from './target.ts';

interface PlannedCase {
  base: RequestInputs;
  one: Case;
  /** Name of its `describe`. */
  suite: string;
}

/**
 * What a worker tells of one case, and all that it tells: the only way on which anything of a request or an answer comes into
 * a report, a log or a terminal. It is private already: of a live server it has shapes, names, and words of ours and of the
 * document, no value that came or that is a secret, unless `--show-values` asks for what nothing calls private. Whoever
 * renders it need not mask anything, and must not look elsewhere.
 */
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
  given: Target,
  operation: Operation,
  { base, one, suite }: PlannedCase,
): Promise<Run> {
  const { title, kind } = one;
  const known = { id: `${suite} ${title}`, kind };
  const skipped = (reason: string) =>
    unanswered({ ...known, outcome: 'skipped', reason, durationMs: 0, findings: [] });
  const planned = caseInputs(given, operation, { base, one });
  const reason = skipReason({ one, inputs: planned, operation, run: given.run }) ?? given.stop?.()?.reason;
  if (reason !== undefined) return skipped(reason);
  const prepared = await prepareCase(given.store, operation, { base, one, inputs: planned });
  // Of a run that is over, that is the reason why nothing more is known.
  if (typeof prepared === 'string') return skipped(given.stop?.()?.reason ?? prepared);
  const { expectation } = prepared;
  const own = withOwnToken(given, operation, { one, inputs: prepared.inputs });
  if (typeof own === 'string') return skipped(own);
  const { target, inputs } = own;
  const request = await requestOf(target, operation, { inputs, one });
  if (typeof request === 'string') return skipped(`the request cannot be written: ${request}`);
  const last = prepared.exchange ?? (await target.send(request));
  concludeCase(target.store, operation, { prepared, exchange: last });
  const exchange = toldAtFirst(last, expectation);
  if (isUnsendable(exchange)) return skipped(`the request cannot be sent: ${exchange.failure?.code}`);
  if (exchange.failure?.code === withheld) return skipped(exchange.failure.message);
  const lacking = lackingCredentials(target, { inputs, one, exchange });
  if (lacking.length > 0) return skipped(`it needs credentials: ${lacking.join(', ')} is not set`);
  const first = judged(target, {
    ...{ operation, one: { ...one, expectation }, inputs, made: applyChange(base, one.change), exchange },
  });
  const told =
    first.findings.length > 0 ? first : await judgedAfter(target, operation, { one, inputs, exchange });
  const durationMs = Math.round(exchange.durationMs * 10) / 10;
  const { response, retries } = exchange;
  const result: CaseResult = {
    ...{ ...known, outcome: outcomeOf(told.findings), durationMs },
    ...(retries !== undefined && { retries }),
    ...told,
  };
  if (!response) return unanswered(result);
  const isAsExpected = !first.findings.some(({ check }) => ofOutcome.has(check));
  const exercise = { expectation, inputs, response, isAsExpected };
  const covered = coverCase(target.session, operation, exercise);
  return { result, statuses: [String(response.status)], covered };
}

interface Sent {
  operation: Operation;
  one: Case;
  inputs: RequestInputs;
  /** The same, as the plan has them. */
  made: RequestInputs;
  exchange: Exchange;
}

/** The findings, and what they are about; without a finding nothing is told of the exchange. */
function judged(target: Target, sent: Sent) {
  const { operation, one, inputs, exchange } = sent;
  const { title, kind, expectation } = one;
  const findings = judge({ operation, title, kind, expectation, inputs, exchange });
  return tellFindings(target, { ...sent, findings });
}

/** The same of what is asked after it. */
async function judgedAfter(
  target: Target,
  operation: Operation,
  done: Pick<Sent, 'one' | 'inputs' | 'exchange'>,
) {
  const asked = await askEnded(target, operation, done);
  // None of its inputs is made up: they are the document's, or the user's.
  return asked ? tellFindings(target, { ...asked, one: done.one, made: {} }) : { findings: [] };
}

/** What is told of findings and the exchange that they are about. */
export function tellFindings(target: Target, found: Sent & { findings: Finding[] }) {
  const { operation, one, inputs, made, exchange, findings } = found;
  if (findings.length === 0) return { findings };
  const { redactor, run } = target;
  const told = { operation, exchange, inputs, made, findings, sent: sentRequest(one), redactor };
  const { findings: redacted, ...details } =
    run.mode === 'live' ? liveResult(told, { showsValues: run.showValues ?? false }) : mockResult(told);
  return { ...details, findings: boundedFindings(redacted) };
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
    const isNobodys = one.expectation.outcome === 'unauthorized';
    const given = isNobodys ? headersOfNobody(target) : run.headers;
    return { ...request, headers: { ...given, ...request.headers } };
  } catch (error) {
    if (error instanceof CallError) return error.message;
    if (error instanceof URIError) return 'no URL can carry half a surrogate pair';
    throw error;
  }
}
