import type { Reach } from './exercise.ts';
import type { StatementGroup } from './statementGroups.ts';

/** Statements that are still waited for, in their groups. */
export interface OpenStatements {
  isEmpty(): boolean;
  isOpen(opener: string): boolean;
  /** Its index, the first time; nothing where it is not waited for. */
  take(reach: Reach): number[];
}

/** Those of the groups that are wanted. */
export function openStatements(
  groups: Map<string, StatementGroup>,
  isWanted: (index: number) => boolean,
): OpenStatements {
  const open = new Map<string, Map<string, number>>();
  for (const [opener, { indexes }] of groups) {
    const wanted = [...indexes].filter(([, index]) => isWanted(index));
    if (wanted.length > 0) open.set(opener, new Map(wanted));
  }
  return {
    isEmpty: () => open.size === 0,
    isOpen: (opener) => open.has(opener),
    take({ opener, pointer }) {
      const group = open.get(opener);
      const index = group?.get(pointer);
      if (!group || index === undefined) return [];
      group.delete(pointer);
      if (group.size === 0) open.delete(opener);
      return [index];
    },
  };
}
