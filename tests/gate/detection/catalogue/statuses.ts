import type { CheckName } from '../../../../scripts/model/finding.ts';
import type { FrontExchange } from '../../fault.ts';
import { isAskedFor } from '../../faults/conditions.ts';
import type { WireAnswer } from '../../wire.ts';
import { answersOf, hasStatus, isSuccessful } from '../answered.ts';
import type { FaultFamily, PlacedFault, Subject } from '../subject.ts';

/** Answers whose status is another than the truthful one. */
export const statuses: FaultFamily = (subject) =>
  answersOf(subject).flatMap(({ status }) =>
    isSuccessful(status) ? insteadOfSuccess(subject, status) : insteadOfRefusal(subject, status),
  );

function insteadOfSuccess(subject: Subject, status: number): PlacedFault[] {
  const other = unlisted(subject, [206, 203, 202, 201, 200]);
  const refusal = subject.choose('refusal', [400, 403, 404, 409, 422]);
  return [
    fault('answers with a success that is not listed', { check: 'status-documented', status, to: other }),
    fault('fails on a valid request', {
      check: 'no-server-error',
      status,
      to: subject.choose('5xx', [500, 502, 503]),
    }),
    fault('refuses a valid request', { check: 'accepts-valid', status, to: refusal, unasked: true }),
    fault('answers with another status than it is asked for', {
      check: 'status-documented',
      status,
      to: refusal,
      asked: true,
    }),
  ];
}

function insteadOfRefusal(subject: Subject, status: number): PlacedFault[] {
  if (status >= 500) return [];
  return [
    fault('fails on a request that it should refuse', {
      check: 'no-server-error',
      status,
      to: 500,
      unasked: true,
    }),
    fault('refuses with a status that is not listed', {
      check: 'status-documented',
      status,
      to: unlisted(subject, [418, 409, 410]),
      unasked: true,
      except: settledElsewhere,
    }),
    fault('answers with another status than it is asked for', {
      check: 'status-documented',
      status,
      to: 200,
      asked: true,
    }),
  ];
}

interface Change {
  check: CheckName;
  status: number;
  to: number;
  /** Only of answers that were asked for (`Prefer`), or were not. */
  asked?: boolean;
  unasked?: boolean;
  except?(exchange: FrontExchange): boolean;
}

function fault(name: string, { check, status, to, asked, unasked, except }: Change): PlacedFault {
  const has = hasStatus(status);
  return {
    ...{ name, check, status, place: '/status' },
    applies: (exchange) =>
      has(exchange) &&
      !(asked && !isAskedFor(exchange)) &&
      !(unasked && isAskedFor(exchange)) &&
      !except?.(exchange),
    change: (answer): WireAnswer => ({ ...answer, status: to }),
  };
}

/** What HTTP settles by itself, and who is asking, other checks judge. */
function settledElsewhere({ answer }: FrontExchange): boolean {
  return [401, 403, 404, 405, 406, 415].includes(answer?.status ?? 0);
}

function unlisted({ operation }: Subject, candidates: number[]): number {
  const listed = operation.responses.map(({ status }) => status);
  return candidates.find((one) => !listed.includes(String(one))) ?? 299;
}
