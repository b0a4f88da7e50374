import type { Operation } from '../../../scripts/model/operation.ts';
import type { StatementGroup } from './statementGroups.ts';

/**
 * The index of the statement at a usage pointer, among an operation's own. A schema that is used again is stated where it
 * was reached first.
 */
export function statementIndex(
  operation: Operation,
  usage: string,
  groups: Map<string, StatementGroup>,
): number | undefined {
  const stated = operation.statements.findIndex((one) => one.usage === usage);
  if (stated >= 0) return stated;
  const { pointer } = operation.statementAt(usage);
  const around = [...groups.values()].filter(({ opener }) => usage.startsWith(`${opener}/`));
  return around.map(({ indexes }) => indexes.get(pointer)).find((index) => index !== undefined);
}
