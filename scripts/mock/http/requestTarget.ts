export interface RequestTarget {
  /** Percent-encoded, starting with `/`. */
  path: string;
  query: Record<string, string | string[]>;
}

/** Reads a request-target in origin or absolute form (RFC 9112 section 3.2). */
export function requestTarget(target: string): RequestTarget {
  const origin = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const [path = '', search = ''] = origin.split(/\?(.*)/s);
  return { path: path === '' ? '/' : path, query: search === '' ? {} : readQuery(search) };
}

function readQuery(search: string): Record<string, string | string[]> {
  const groups = Map.groupBy(new URLSearchParams(search), ([name]) => name);
  return Object.fromEntries(
    [...groups].map(([name, [first, ...others]]) => {
      const values = [first, ...others].map((pair) => pair?.[1] ?? '');
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
