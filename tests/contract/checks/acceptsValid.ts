import type { CaseKind } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Evidence } from '../../../scripts/model/statement.ts';
import { isRefusedByState } from './isRefusedByState.ts';
import type { Answered, Check } from './judgement.ts';
import { evidenceAt, finding, nameOf, sourceOf } from './judgement.ts';
import { weakestInput } from './weakestInput.ts';

/**
 * A valid request is accepted. That a described operation works is documented by its being described, unless it, or an
 * input of the request, is no more than inferred or in conflict; that inputs may be left out is documented only where the
 * sources say of others that they must be there, and that a value is allowed no better than the statement that it tries
 * out. A redirect is no answer, unless the document lists it.
 */
export const acceptsValid: Check = (answered) => {
  const { operation, title, expectation, response } = answered;
  if (expectation.outcome !== 'accepted' || isAccepted(answered)) return [];
  const isRedirect = response.status < 400;
  return [
    finding({
      check: 'accepts-valid',
      evidence: isRedirect ? 'documented' : evidenceOfAcceptance(answered),
      message: `${nameOf(operation)} ${isRedirect ? 'redirected' : 'refused'} the valid request "${title}" with ${response.status}.${sourceOf(operation)}`,
      documentPointer: operation.pointer,
      responsePointer: '/status',
    }),
  ];
};

function isAccepted({ operation, expectation, response: { status } }: Answered): boolean {
  if (isRefusedByState(expectation, status)) return true;
  const isListed = operation.responses.some((one) => one.status === String(status));
  return (status >= 200 && status < 300) || (status >= 300 && status < 400 && isListed);
}

function evidenceOfAcceptance({ operation, kind, expectation, inputs }: Answered): Evidence {
  if (evidenceAt(operation, operation.usage) === 'inferred') return 'inferred';
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
