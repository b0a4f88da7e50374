import type { Expectation } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Evidence } from '../../../scripts/model/statement.ts';
import { isRefusedByState } from './isRefusedByState.ts';
import type { Check } from './judgement.ts';
import { evidenceAt, finding, nameOf } from './judgement.ts';

/** Outcomes that HTTP settles by itself: the document need not list their statuses. */
const settledByHttp = new Set(['method-not-allowed', 'not-found', 'unsupported-media-type']);

function isSettled(expectation: Expectation, status: number): boolean {
  const mayBeRefused = expectation.outcome === 'answered' && status >= 400;
  return mayBeRefused || settledByHttp.has(expectation.outcome) || isRefusedByState(expectation, status);
}

/**
 * The status is one that the document lists; asked for a certain one, it is that one. Where a success came that is not
 * listed, what broke is the listed success; of an unlisted refusal the document is silent.
 */
export const statusDocumented: Check = ({ operation, title, expectation, response, described }) => {
  const came = String(response.status);
  const wanted = expectation.outcome === 'status' ? expectation.status : undefined;
  if (wanted === undefined ? described || isSettled(expectation, response.status) : came === wanted)
    return [];
  const { evidence, pointer } = whatBroke(operation, response.status, wanted);
  const listed = operation.responses.map(({ status }) => status).join(', ');
  return [
    finding({
      check: 'status-documented',
      evidence,
      message: `${nameOf(operation)} answered ${came} to the request "${title}"; the document lists ${wanted ?? listed}.`,
      documentPointer: pointer,
      responsePointer: '/status',
    }),
  ];
};

function whatBroke(
  operation: Operation,
  status: number,
  wanted: string | undefined,
): { evidence: Evidence; pointer: string } {
  const wantedOrSuccess = operation.responses.find((one) =>
    wanted === undefined ? one.status.startsWith('2') : one.status === wanted,
  );
  if (!wantedOrSuccess || (wanted === undefined && status >= 300))
    return { evidence: 'silent', pointer: operation.pointer };
  return { evidence: evidenceAt(operation, wantedOrSuccess.usage), pointer: wantedOrSuccess.pointer };
}
