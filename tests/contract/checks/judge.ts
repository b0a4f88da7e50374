import { type CheckName, type Finding, statefulChecks } from '../../../scripts/model/finding.ts';
import type { Response } from '../../../scripts/model/operation.ts';
import { acceptsValid } from './acceptsValid.ts';
import { allowHeader } from './allowHeader.ts';
import { authEnforced } from './authEnforced.ts';
import { bodyBytes } from './bodyBytes.ts';
import { bodySchema } from './bodySchema.ts';
import { contentTypeDocumented } from './contentTypeDocumented.ts';
import { createdIsPrivate } from './createdIsPrivate.ts';
import { createdIsReadable } from './createdIsReadable.ts';
import { deletedIsGone } from './deletedIsGone.ts';
import { headersDocumented } from './headersDocumented.ts';
import { type After, type Check, describedResponse, finding, type Judgement } from './judgement.ts';
import { noCrossOriginRedirect } from './noCrossOriginRedirect.ts';
import { noServerError } from './noServerError.ts';
import { refusesInvalid } from './refusesInvalid.ts';
import { nameOf, sentRequest } from './sentences.ts';
import { stackTrace } from './stackTrace.ts';
import { statusDocumented } from './statusDocumented.ts';
import { undocumentedField } from './undocumentedField.ts';
import { updatedIsVisible } from './updatedIsVisible.ts';

/** The one list of checks, in the order in which they judge. */
const checks: Record<CheckName, Check> = {
  'no-server-error': noServerError,
  'no-cross-origin-redirect': noCrossOriginRedirect,
  'accepts-valid': acceptsValid,
  'refuses-invalid': refusesInvalid,
  'auth-enforced': authEnforced,
  'allow-header': allowHeader,
  'status-documented': statusDocumented,
  'content-type-documented': contentTypeDocumented,
  'headers-documented': headersDocumented,
  'body-schema': bodySchema,
  'undocumented-field': undocumentedField,
  'body-bytes': bodyBytes,
  'created-is-readable': createdIsReadable,
  'updated-is-visible': updatedIsVisible,
  'deleted-is-gone': deletedIsGone,
};

/** What these find says that a server did not do with a request what it should: accept it, or refuse it. */
export const ofOutcome: ReadonlySet<CheckName> = new Set([
  ...(['no-server-error', 'no-cross-origin-redirect', 'accepts-valid', 'refuses-invalid'] as const),
  ...(['auth-enforced', 'allow-header'] as const),
]);

/** After one of these has found something, the rest of the answer says nothing new: one fault, one finding. */
const decisive = new Set<CheckName>([...ofOutcome, 'status-documented', 'content-type-documented']);

/** All findings of one exchange; pure. */
export function judge(judgement: Judgement): Finding[] {
  const { response } = judgement.exchange;
  if (!response) return [unanswered(judgement)];
  const described = describedFor(judgement, response.status);
  const answered = { ...judgement, response, ...(described && { described }) };
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries(checks) as [CheckName, Check][]) {
    findings.push(...check(answered));
    if (findings.length > 0 && decisive.has(name)) break;
  }
  // It belongs to `no-server-error`, but says the least of what may be wrong.
  return findings.length > 0 ? findings : stackTrace(answered);
}

/** What is found where a second request looks at what the first one left behind; pure. No answer, or a 5xx, tells of itself. */
export function judgeAfter(judgement: Judgement & { after: After }): Finding[] {
  const { after, exchange } = judgement;
  const { response } = after.exchange;
  const own = { ...judgement, operation: after.operation, exchange: after.exchange };
  if (!response) return [unanswered(own)];
  const failed = noServerError({ ...own, response });
  if (failed.length > 0 || !exchange.response) return failed;
  const answered = { ...judgement, response: exchange.response };
  return [...statefulChecks.map((name) => checks[name]), createdIsPrivate].flatMap((check) =>
    check(answered),
  );
}

/** Of a method that it does not have, an operation's ranges and its `default` say nothing. */
export function describedFor(
  { operation, expectation }: Pick<Judgement, 'operation' | 'expectation'>,
  status: number,
): Response | undefined {
  if (expectation.outcome !== 'method-not-allowed') return describedResponse(operation, status);
  return operation.responses.find((one) => one.status === String(status));
}

/** No answer to a request is the server's failure like a 5xx. */
function unanswered(judgement: Judgement): Finding {
  const { operation, exchange } = judgement;
  const why = exchange.failure?.message ?? 'gave no answer';
  return finding({
    check: 'no-server-error',
    operation,
    evidence: 'documented',
    message: `${nameOf(operation)} got ${sentRequest(judgement)} and ${why}`,
    documentPointer: operation.pointer,
  });
}
