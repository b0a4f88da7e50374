import type { Operation } from '../../../scripts/model/operation.ts';
import type { Statement, StatementKind } from '../../../scripts/model/statement.ts';

/** A statement on what a request or an answer may have, a parameter say, with those on what that may be. */
export interface StatementGroup {
  side: 'request' | 'response';
  /** Usage pointer of the first, by which the group is known. */
  opener: string;
  /** Index among the operation's statements, by JSON pointer: within one group no pointer stands twice. */
  indexes: Map<string, number>;
}

const openers = new Set<StatementKind>([
  ...(['operation', 'parameter', 'request-body', 'media-type'] as const),
  ...(['response', 'header', 'security'] as const),
]);

/** The statements of an operation in groups, by the usage pointer of the opener; without those of its callbacks. */
export function statementGroups({ statements, usage }: Operation): Map<string, StatementGroup> {
  const groups = new Map<string, StatementGroup>();
  let group: StatementGroup | undefined;
  for (const [index, statement] of statements.entries()) {
    if (openers.has(statement.kind)) {
      group = openGroup(statement, usage);
      if (group) groups.set(group.opener, group);
    }
    group?.indexes.set(statement.pointer, index);
  }
  return groups;
}

function openGroup({ usage }: Statement, operation: string): StatementGroup | undefined {
  if (usage.startsWith(`${operation}/callbacks/`)) return undefined;
  const side = usage.startsWith(`${operation}/responses/`) ? 'response' : 'request';
  return { side, opener: usage, indexes: new Map() };
}
