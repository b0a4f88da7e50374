import type { CaseKind } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Evidence } from '../../../scripts/model/statement.ts';
import { isAbsent } from './isAbsent.ts';
import type { Answered, Check } from './judgement.ts';
import { evidenceAt, finding, nameOf, sourceOf } from './judgement.ts';
import { weakestInput } from './weakestInput.ts';

/**
 * A valid request is accepted. That a described operation works is documented by its being described, unless it, or an
 * input of the request, is no more than inferred or in conflict; that inputs may be left out is documented only where the
 * sources say of others that they must be there, and that a value is allowed no better than the statement that it tries
 * out. A redirect is no answer, unless the document lists it. No document states what a server holds: of a refusal that
 * speaks of that, it is silent.
 */
export const acceptsValid: Check = (answered) => {
  const { operation, title, expectation, response } = answered;
  if (expectation.outcome !== 'accepted' || isAccepted(answered)) return [];
  const isRedirect = response.status < 400;
  const hint = isOfState(answered)
    ? ' That may be for what the server holds, of which the document says nothing.'
    : '';
  return [
    finding({
      check: 'accepts-valid',
      evidence: isRedirect ? 'documented' : evidenceOfAcceptance(answered),
      message: `${nameOf(operation)} ${isRedirect ? 'redirected' : 'refused'} the valid request "${title}" with ${response.status}.${hint}${sourceOf(operation)}`,
      documentPointer: operation.pointer,
      responsePointer: '/status',
    }),
  ];
};

/**
 * A refusal for what the server holds: a resource that is not there, one that is there already (RFC 9110 section 15.5.10),
 * requests that are too many (RFC 6585 section 4).
 */
function isOfState(answered: Answered): boolean {
  const { status } = answered.response;
  return status === 409 || status === 429 || isAbsent(answered);
}

function isAccepted({ operation, response: { status } }: Answered): boolean {
  const isListed = operation.responses.some((one) => one.status === String(status));
  return (status >= 200 && status < 300) || (status >= 300 && status < 400 && isListed);
}

function evidenceOfAcceptance(answered: Answered): Evidence {
  const { operation, kind, expectation, inputs } = answered;
  if (evidenceAt(operation, operation.usage) === 'inferred') return 'inferred';
  if (isOfState(answered)) return 'silent';
  if (leavesOut.has(kind) && !tellsRequired(operation)) return 'silent';
  const tried = expectation.outcome === 'accepted' ? expectation.tries : undefined;
  const evidence = tried === undefined ? 'documented' : evidenceAt(operation, tried);
  return evidence === 'documented' ? weakestInput(operation, inputs) : evidence;
}

/** Kinds of cases in which every input that may be is left out, or all but one. */
const leavesOut = new Set<CaseKind>(['minimal', 'optional']);

/** Whether the sources call any input of the operation required; the parameters of a path always are. */
function tellsRequired({ statements, parameters, usage }: Operation): boolean {
  const inPath = parameters.filter((one) => one.in === 'path').map((one) => one.usage);
  const elsewhere = [`${usage}/responses/`, `${usage}/callbacks/`];
  return statements.some(
    (one) =>
      one.kind === 'required' &&
      one.evidence === 'documented' &&
      !elsewhere.some((place) => one.usage.startsWith(place)) &&
      !inPath.some((parameter) => one.usage.startsWith(`${parameter}/`)),
  );
}
