/** Which identifiers stand in the lists that belong to something: the roles of a user, say. */
export interface Memberships {
  /** The oldest first; `undefined`: nobody has said anything of this list. */
  of(list: string): readonly string[] | undefined;
  add(list: string, identifier: string): void;
  /** @param identifier without it, all */
  remove(list: string, identifier?: string): void;
  /** In all lists whose name begins so. */
  rename(prefix: string, from: string, to: string): void;
  /** From all lists whose name begins so. */
  removeFromAll(prefix: string, identifier: string): void;
}

/** @param most how many lists are kept, the last ones that were added to */
export function createMemberships({ most = 10_000 } = {}): Memberships {
  const lists = new Map<string, Set<string>>();
  return {
    of: (list) => {
      const members = lists.get(list);
      return members && [...members];
    },
    add(list, identifier) {
      const members = lists.get(list) ?? new Set();
      lists.delete(list);
      lists.set(list, members.add(identifier));
      for (const oldest of lists.keys()) {
        if (lists.size <= most) break;
        lists.delete(oldest);
      }
    },
    remove(list, identifier) {
      if (identifier === undefined) lists.set(list, new Set());
      else lists.get(list)?.delete(identifier);
    },
    rename(prefix, from, to) {
      for (const [list, members] of lists) {
        if (!list.startsWith(prefix) || !members.has(from)) continue;
        lists.set(list, new Set([...members].map((one) => (one === from ? to : one))));
      }
    },
    removeFromAll(prefix, identifier) {
      for (const [list, members] of lists) if (list.startsWith(prefix)) members.delete(identifier);
    },
  };
}
