import type { Expectation } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Evidence, StatedPlace } from '../../../scripts/model/statement.ts';
import { isRefusedByState } from './isRefusedByState.ts';
import type { Check } from './judgement.ts';
import { finding } from './judgement.ts';
import { answerTo, listed } from './sentences.ts';

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
export const statusDocumented: Check = (answered) => {
  const { operation, expectation, response, described } = answered;
  const came = String(response.status);
  const wanted = expectation.outcome === 'status' ? expectation.status : undefined;
  if (wanted === undefined ? described || isSettled(expectation, response.status) : came === wanted)
    return [];
  const statuses = listed(
    operation.responses.map(({ status }) => status),
    12,
  );
  return [
    finding({
      check: 'status-documented',
      operation,
      ...whatBroke(operation, response.status, wanted),
      message:
        wanted === undefined
          ? `${answerTo(answered)}; the document lists ${statuses || 'no status'}`
          : `${answerTo(answered)}; the document lists ${wanted}, and that was asked for`,
      responsePointer: '/status',
      ...(!described && { undescribed: [{ kind: 'status', name: came, place: operation.pointer }] }),
    }),
  ];
};

function whatBroke(
  operation: Operation,
  status: number,
  wanted: string | undefined,
): { stated: StatedPlace; evidence?: Evidence } {
  const wantedOrSuccess = operation.responses.find((one) =>
    wanted === undefined ? one.status.startsWith('2') : one.status === wanted,
  );
  if (!wantedOrSuccess || (wanted === undefined && status >= 300))
    return { evidence: 'silent', stated: operation.statementAt(operation.usage) };
  return { stated: operation.statementAt(wantedOrSuccess.usage) };
}
