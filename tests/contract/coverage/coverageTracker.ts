import type { Operation } from '../../../scripts/model/operation.ts';
import { describedFor } from '../checks/judge.ts';
import type { Exercise, Reach } from './exercise.ts';
import { requestReach } from './requestReach.ts';
import { responseReach } from './responseReach.ts';
import { type StatementGroup, statementGroups } from './statementGroups.ts';

/** Indexes of statements of an operation: those that a request met or an answer came for, and those that a request broke. */
export interface Covered {
  reached: number[];
  broken: number[];
}

/** Keeps account of an operation's statements: takes one exercise after the other, returns what each adds. */
export type CoverageTracker = (exercise: Exercise) => Covered;

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
  /** What was not reached yet. */
  const open = new Map([...groups].map(([opener, { indexes }]) => [opener, new Map(indexes)]));
  const broken = new Set<number>();
  const isOpen = (opener: string) => open.has(opener);
  const take = ({ opener, pointer }: Reach): number[] => {
    const group = open.get(opener);
    const index = group?.get(pointer);
    if (!group || index === undefined) return [];
    group.delete(pointer);
    if (group.size === 0) open.delete(opener);
    return [index];
  };
  return (exercise) => {
    // Most requests come when everything has been reached already.
    const reached = open.size > 0 ? [...reachOf(operation, exercise, isOpen)].flatMap(take) : [];
    const index = brokenBy(operation, exercise, groups);
    const isNew = index !== undefined && !broken.has(index);
    if (isNew) broken.add(index);
    return { reached, broken: isNew ? [index] : [] };
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

/** The statement that a request was made to break. A schema that is used again is stated where it was reached first. */
function brokenBy(
  operation: Operation,
  { expectation }: Exercise,
  groups: Map<string, StatementGroup>,
): number | undefined {
  if (!('breaks' in expectation)) return undefined;
  const { breaks } = expectation;
  const stated = operation.statements.findIndex(({ usage }) => usage === breaks);
  if (stated >= 0) return stated;
  const { pointer } = operation.statementAt(breaks);
  const around = [...groups.values()].filter(({ opener }) => breaks.startsWith(`${opener}/`));
  return around.map(({ indexes }) => indexes.get(pointer)).find((index) => index !== undefined);
}
