import { createHash } from 'node:crypto';
import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import type { Conflict, Statement, StatementKind } from '../../model/statement.ts';

/** Why a statement is not simply documented: one reason or one conflict. */
export type Doubt =
  | { evidence: 'inferred'; reason: string }
  | { evidence: 'conflict'; conflict: Omit<Conflict, 'at'> };

/** A statement in doubt, once, however many operations share it. */
export interface DoubtfulPlace {
  kind: StatementKind;
  /** JSON pointer into the bundle. */
  pointer: string;
  /** In document order. */
  operations: Operation[];
}

/** Something only the provider can settle: a doubt, and everything it covers. */
export interface OpenQuestion {
  /** Follows from the doubt alone, so that links to it survive changes elsewhere. */
  id: string;
  doubt: Doubt;
  places: DoubtfulPlace[];
}

/** All conflicts and inferences of an API, in document order, each with the statements that it covers. */
export function collectQuestions(api: Api): OpenQuestion[] {
  const questions = new Map<string, OpenQuestion>();
  const places = new Map<string, DoubtfulPlace>();
  for (const operation of api.operations) {
    for (const statement of operation.statements) {
      for (const doubt of doubtsOf(statement)) {
        addPlace({ question: questionFor(questions, doubt), places, statement, operation });
      }
    }
  }
  return [...questions.values()];
}

export function questionId(doubt: Doubt): string {
  const key = doubt.evidence === 'inferred' ? [doubt.reason] : conflictKey(doubt.conflict);
  return `q-${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 10)}`;
}

function doubtsOf({ evidence, reason = '', conflicts = [] }: Statement): Doubt[] {
  if (evidence === 'conflict') return conflicts.map((conflict) => ({ evidence, conflict }));
  return evidence === 'inferred' ? [{ evidence, reason }] : [];
}

function conflictKey({ sources, chosen, why }: Omit<Conflict, 'at'>) {
  return [chosen, why, sources.map(({ document, section, says }) => [document, section, says])];
}

function questionFor(questions: Map<string, OpenQuestion>, doubt: Doubt): OpenQuestion {
  const id = questionId(doubt);
  const question = questions.get(id) ?? { id, doubt, places: [] };
  questions.set(id, question);
  return question;
}

interface Addition {
  question: OpenQuestion;
  /** The places of all questions, by question and pointer. */
  places: Map<string, DoubtfulPlace>;
  statement: Statement;
  operation: Operation;
}

function addPlace({ question, places, statement: { kind, pointer }, operation }: Addition): void {
  const key = `${question.id} ${pointer}`;
  const known = places.get(key);
  if (known) {
    if (known.operations.at(-1) !== operation) known.operations.push(operation);
    return;
  }
  const place = { kind, pointer, operations: [operation] };
  places.set(key, place);
  question.places.push(place);
}
