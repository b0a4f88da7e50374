import type { PeerFault } from '../../../../scripts/model/peerFault.ts';
import { answerFamilies, families } from '../catalogue/families.ts';
import { isSameAnswer } from '../isSameAnswer.ts';
import type { PlacedFault, Subject, Truthful } from '../subject.ts';

/** A fault of an answer as it is told of to others, and as it is told. */
export interface AnswerFault extends Omit<PeerFault, 'pass'> {
  placed: PlacedFault & Required<Pick<PlacedFault, 'status' | 'change'>>;
}

/** Further families that need nothing but an answer. */
const alsoOfAnswers = ['redirects', 'connections'];

/** Every fault of the answers of the subjects that shows in at least one answer to a case. */
export function answerFaults(subjects: readonly Subject[]): AnswerFault[] {
  const kinds = [...answerFamilies, ...alsoOfAnswers].flatMap((name) => families[name] ?? []);
  const all = subjects.flatMap((subject) =>
    kinds.flatMap((faultsIn) => faultsIn(subject).flatMap((placed) => answerFault(placed, subject))),
  );
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

function answerFault(placed: PlacedFault, subject: Subject): AnswerFault[] {
  const { api, operation, truthfuls } = subject;
  const { name: fault, check, place, status, change, leftOut } = placed;
  if (!change || status === undefined || leftOut !== undefined || neverEnds(placed)) return [];
  const told = { ...placed, status, change };
  const shown = truthfuls.filter((truthful) => doesShow(told, subject, truthful));
  if (shown.length === 0) return [];
  const { operationId } = operation;
  return [
    {
      id: JSON.stringify([api.name, operationId, status, fault, place]),
      ...{ api: api.name, operationId, status, fault, check, place, placed: told },
      shows: shown.filter(isValid).map((truthful) => requestId(subject, truthful)),
    },
  ];
}

/** How long each tool waits for what never comes is a setting of each, and says nothing of what it sees. */
function neverEnds({ hasNoEnd }: PlacedFault): boolean {
  return hasNoEnd === true;
}

function doesShow(
  { applies, change }: AnswerFault['placed'],
  { operation }: Subject,
  { request, answer }: Truthful,
) {
  return applies({ operation, request, answer }) && !isSameAnswer(change(answer), answer);
}

/** A case that breaks nothing. */
export function isValid({ one: { expectation } }: Truthful): boolean {
  return expectation.outcome === 'accepted' || expectation.outcome === 'status';
}

export function requestId({ api }: Pick<Subject, 'api'>, { suite, one }: Truthful): string {
  return JSON.stringify([api.name, suite, one.title]);
}
