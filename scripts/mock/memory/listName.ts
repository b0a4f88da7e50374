import { collectionKey } from '../../resources/pathPlaces.ts';

/** Where a list is asked for. */
interface ListPath {
  /** Of an operation: its template, and the path parameters in it that are identifiers (a token makes no other list). */
  role: { path: string; named: readonly { parameter: string }[] };
  path: Readonly<Record<string, string>>;
}

/** A list of one resource at one path, with the identifiers in it: `/roles/{} /users/7/roles`. It begins with the resource. */
export function listName(resource: string, { role, path }: ListPath): string {
  const filled = role.named.reduce(
    (template, { parameter }) =>
      template.replace(`{${parameter}}`, encodeURIComponent(path[parameter] ?? '')),
    role.path,
  );
  return `${listPrefix(resource)}${collectionKey(filled)}`;
}

export function listPrefix(resource: string): string {
  return `${resource} `;
}
