import type { Operation } from '../../../scripts/model/operation.ts';
import type { Evidence } from '../../../scripts/model/statement.ts';
import type { Answered, Check } from './judgement.ts';
import { evidenceOf, finding, nameOf, sourceOf } from './judgement.ts';

/**
 * A valid request is accepted. That a described operation works is documented by its being described, unless it is
 * inferred; that inputs may be left out is documented only where the sources say of others that they must be there.
 */
export const acceptsValid: Check = (answered) => {
  const { operation, title, expectation, response } = answered;
  if (expectation.outcome !== 'accepted' || isSuccess(response.status)) return [];
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

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function evidenceOfAcceptance({ operation, kind }: Answered): Evidence {
  if (evidenceOf(operation, operation.pointer) === 'inferred') return 'inferred';
  return kind === 'minimal' && !tellsRequired(operation) ? 'silent' : 'documented';
}

/** Whether the sources call any input of the operation required; the parameters of a path always are. */
function tellsRequired({ statements, parameters, usage }: Operation): boolean {
  const inPath = parameters.filter((one) => one.in === 'path').map((one) => one.usage);
  return statements.some(
    (one) =>
      one.kind === 'required' &&
      one.evidence === 'documented' &&
      !one.usage.startsWith(`${usage}/responses/`) &&
      !inPath.some((parameter) => one.usage.startsWith(`${parameter}/`)),
  );
}
