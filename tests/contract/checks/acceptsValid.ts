import type { CaseKind } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Evidence, StatedPlace } from '../../../scripts/model/statement.ts';
import { isAbsent } from './isAbsent.ts';
import { isRefusedByState } from './isRefusedByState.ts';
import type { Answered, Check } from './judgement.ts';
import { finding } from './judgement.ts';
import { nameOf, sentRequest } from './sentences.ts';
import { weakestInput } from './weakestInput.ts';

/**
 * A valid request is accepted. That a described operation works is documented by its being described, unless it, or an
 * input of the request, is no more than inferred or in conflict; that inputs may be left out is documented only where the
 * sources say of others that they must be there, and that a value is allowed no better than the statement that it tries
 * out. A redirect is no answer, unless the document lists it. No document states what a server holds: of a refusal that
 * speaks of that, it is silent.
 */
export const acceptsValid: Check = (answered) => {
  const { operation, expectation, response } = answered;
  if (expectation.outcome !== 'accepted' || isAccepted(answered)) return [];
  const isRedirect = response.status < 400;
  const stated = isRedirect ? { evidence: 'documented' as const } : contradicted(answered);
  const says = isOfState(answered)
    ? 'that may be for what the server holds, of which the document says nothing'
    : stated.evidence === 'silent'
      ? 'the document calls no other input required'
      : 'the document says that such a request is accepted';
  return [
    finding({
      check: 'accepts-valid',
      operation,
      ...stated,
      message: `${nameOf(operation)} ${isRedirect ? 'redirected' : 'refused'} ${sentRequest(answered)} with ${response.status}; ${says}`,
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

function isAccepted({ operation, expectation, response: { status } }: Answered): boolean {
  if (isRefusedByState(expectation, status)) return true;
  const isListed = operation.responses.some((one) => one.status === String(status));
  return (status >= 200 && status < 300) || (status >= 300 && status < 400 && isListed);
}

/** What a refusal contradicts: of the operation, of what the request tries out and of its inputs, what is known least. */
function contradicted(answered: Answered): { evidence: Evidence; stated?: StatedPlace } {
  const { operation, kind, expectation, inputs } = answered;
  const own = operation.statementAt(operation.usage);
  if (own.evidence === 'inferred') return { evidence: 'inferred', stated: own };
  if (isOfState(answered)) return { evidence: 'silent' };
  if (leavesOut.has(kind) && !tellsRequired(operation)) return { evidence: 'silent' };
  const tried = expectation.outcome === 'accepted' ? expectation.tries : undefined;
  const triedOut = tried === undefined ? undefined : operation.statementAt(tried);
  const isWeak = triedOut !== undefined && triedOut.evidence !== 'documented';
  const stated = isWeak ? triedOut : weakestInput(operation, inputs);
  return stated ? { evidence: stated.evidence, stated } : { evidence: 'documented' };
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
