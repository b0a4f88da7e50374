/**
 * Which keys belong together, directly or over others.
 * @param groups keys of which each group belongs together
 * @returns the first key of its group for every key
 */
export function joinKeys(
  keys: Iterable<string>,
  groups: readonly (readonly string[])[],
): Map<string, string> {
  const heads = new Map([...keys].map((key) => [key, key]));
  for (const [first, ...others] of groups) {
    const head = first === undefined ? undefined : heads.get(first);
    if (head === undefined) continue;
    const joined = new Set(others.map((key) => heads.get(key)));
    for (const [key, own] of heads) if (joined.has(own)) heads.set(key, head);
  }
  return heads;
}
