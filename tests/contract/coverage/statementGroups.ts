import { valueAt } from '../../../scripts/json/pointer.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { StatementKind } from '../../../scripts/model/statement.ts';

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

/**
 * The statements of an operation in groups, by the usage pointer of the opener; without those of its callbacks, and
 * without what only the other side writes (`readOnly` of a request, `writeOnly` of an answer: JSON Schema 2020-12
 * validation section 9.4).
 */
export function statementGroups(operation: Operation): Map<string, StatementGroup> {
  const groups = new Map<string, StatementGroup>();
  const foreign = writtenByOthers(operation);
  let group: StatementGroup | undefined;
  for (const [index, statement] of operation.statements.entries()) {
    const { kind, pointer, usage } = statement;
    if (openers.has(kind)) {
      group = openGroup(operation, usage);
      if (group) groups.set(group.opener, group);
    }
    if (!foreign.some((place) => usage === place || usage.startsWith(`${place}/`)))
      group?.indexes.set(pointer, index);
  }
  return groups;
}

function openGroup(operation: Operation, usage: string): StatementGroup | undefined {
  if (usage.startsWith(`${operation.usage}/callbacks/`)) return undefined;
  return { side: sideOf(operation, usage), opener: usage, indexes: new Map() };
}

function sideOf(operation: Operation, usage: string): StatementGroup['side'] {
  return usage.startsWith(`${operation.usage}/responses/`) ? 'response' : 'request';
}

/** Usage pointers of the schemas that this side does not write. */
function writtenByOthers(operation: Operation): string[] {
  return operation.statements.flatMap(({ kind, pointer, usage }) => {
    if (kind !== 'keyword') return [];
    const mark = sideOf(operation, usage) === 'request' ? '/readOnly' : '/writeOnly';
    const isForeign = pointer.endsWith(mark) && valueAt(operation.document, pointer) === true;
    return isForeign ? [usage.slice(0, -mark.length)] : [];
  });
}
