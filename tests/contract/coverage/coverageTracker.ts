import type { Operation } from '../../../scripts/model/operation.ts';
import { describedFor } from '../checks/judge.ts';
import type { Exercise } from './exercise.ts';
import { type OpenStatements, openStatements } from './openStatements.ts';
import { requestReach } from './requestReach.ts';
import { responseReach } from './responseReach.ts';
import { type StatementGroup, statementGroups } from './statementGroups.ts';
import { statementIndex } from './statementIndex.ts';

/** Indexes of statements of an operation: those that a request met or an answer came for, and those that a request broke. */
export interface Covered {
  reached: number[];
  broken: number[];
  /**
   * Of the inferred ones those that the server held to: an answer came for them, a valid request that meets them was
   * accepted, or one that breaks them was refused. What an answer broke is its findings' to say.
   */
  held?: number[];
}

/** Keeps account of an operation's statements: takes one exercise after the other, returns what each adds. */
type CoverageTracker = (exercise: Exercise) => Covered;

const trackers = new WeakMap<Operation, CoverageTracker>();

/** The tracker of an operation; one each, since what was exercised once need not be looked at again. */
export function trackerOf(operation: Operation): CoverageTracker {
  const known = trackers.get(operation);
  if (known) return known;
  const made = createTracker(operation);
  trackers.set(operation, made);
  return made;
}

export function createTracker(operation: Operation): CoverageTracker {
  const groups = statementGroups(operation);
  const open = openStatements(groups, () => true);
  const unheld = openStatements(groups, (index) => operation.statements[index]?.evidence === 'inferred');
  const broken = new Set<number>();
  const heldByRefusal = new Set<number>();
  // Most requests come when everything has been reached already.
  const take = (from: OpenStatements, exercise: Exercise) =>
    from.isEmpty() ? [] : [...reachOf(operation, exercise, from.isOpen)].flatMap(from.take);
  return (exercise) => {
    const reached = take(open, exercise);
    const held = exercise.isAsExpected ? take(unheld, exercise) : [];
    const index = brokenBy(operation, exercise, groups);
    if (index !== undefined && exercise.isAsExpected && !heldByRefusal.has(index)) {
      heldByRefusal.add(index);
      if (operation.statements[index]?.evidence === 'inferred') held.push(index);
    }
    const isNew = index !== undefined && !broken.has(index);
    if (isNew) broken.add(index);
    return { reached, broken: isNew ? [index] : [], ...(held.length > 0 && { held }) };
  };
}

/** Outcomes of requests that the document allows. */
const valid = new Set<Exercise['expectation']['outcome']>(['accepted', 'status', 'not-found']);

function* reachOf(operation: Operation, exercise: Exercise, isOpen: (opener: string) => boolean) {
  const { expectation, response } = exercise;
  if (valid.has(expectation.outcome)) yield* requestReach(operation, exercise, isOpen);
  const described = describedFor({ operation, expectation }, response.status);
  if (described) yield* responseReach(operation, { response, described }, isOpen);
}

/** The statement that a request was made to break. */
function brokenBy(
  operation: Operation,
  { expectation }: Exercise,
  groups: Map<string, StatementGroup>,
): number | undefined {
  return 'breaks' in expectation ? statementIndex(operation, expectation.breaks, groups) : undefined;
}
