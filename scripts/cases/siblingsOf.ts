import type { Operation } from '../model/operation.ts';

const grouped = new WeakMap<Operation[], Map<string, Operation[]>>();

/** All operations of an operation's path, itself included. Grouped once per list: lists are long. */
export function siblingsOf(operation: Operation, operations: Operation[]): Operation[] {
  const known = grouped.get(operations) ?? Map.groupBy(operations, ({ path }) => path);
  grouped.set(operations, known);
  return known.get(operation.path) ?? [];
}
