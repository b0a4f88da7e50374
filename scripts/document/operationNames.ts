import { isObject, joinPointer } from '../json/pointer.ts';
import type { JsonObject } from '../model/json.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** In characters. */
const longest = 200;

/**
 * A name for every operation, by its pointer: its operationId, or `METHOD /path` where it has none, shares it with an
 * operation before it, or has one that no command line could name. Another operation's coming changes no name.
 */
export function operationNames(document: JsonObject): Map<string, string> {
  const found = operationsOf(document);
  const given = new Map<string, number>();
  for (const { id } of found) if (id !== undefined) given.set(id, (given.get(id) ?? 0) + 1);
  const taken = new Set<string>();
  return new Map(
    found.map(({ pointer, id, address }): [string, string] => {
      const isFree = id !== undefined && !taken.has(id);
      const name = isFree ? id : free(address, (one) => taken.has(one) || given.has(one));
      taken.add(name);
      return [pointer, name];
    }),
  );
}

function free(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let number = 2; isTaken(name); number += 1) name = `${wanted} (${number})`;
  return name;
}

interface Found {
  pointer: string;
  id: string | undefined;
  /** `METHOD /path` */
  address: string;
}

function operationsOf(document: JsonObject): Found[] {
  const paths = isObject(document.paths) ? document.paths : {};
  return Object.entries(paths).flatMap(([path, item]) => {
    if (!path.startsWith('/') || !isObject(item)) return [];
    return methods.flatMap((method): Found[] => {
      const operation = Object.hasOwn(item, method) ? item[method] : undefined;
      if (!isObject(operation)) return [];
      const { operationId: id } = operation;
      return [
        {
          pointer: joinPointer('/paths', path, method),
          id: typeof id === 'string' && isUsable(id) ? id : undefined,
          address: `${method.toUpperCase()} ${printable(path)}`,
        },
      ];
    });
  });
}

/** `--only` takes a list with commas; a terminal takes control characters for orders. */
function isUsable(id: string): boolean {
  return id.trim() === id && id !== '' && id.length <= longest && !/[,\p{C}\p{Zl}\p{Zp}]/u.test(id);
}

function printable(path: string): string {
  return path.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd').slice(0, longest);
}
