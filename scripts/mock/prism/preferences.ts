import { getHttpConfigFromRequest } from '@stoplight/prism-http-server/dist/getHttpConfigFromRequest.js';
import type { Wish } from './mockResponse.ts';

/**
 * What a request prefers, in Prism's words: `Prefer: code=404, example=unknownCase` (RFC 7240), or the query
 * parameters `__code`, `__example`, `__dynamic`, `__seed`.
 * @throws Prism's problem if a preference cannot be read
 */
export function preferences({
  headers,
  query,
}: {
  headers: Record<string, string | string[] | undefined>;
  query: Record<string, string | string[]>;
}): Wish {
  const prefer = headers.prefer?.toString();
  // Reading them costs more than all else about a plain request.
  if (prefer === undefined && !Object.keys(query).some((name) => name.startsWith('__'))) return {};
  const read = getHttpConfigFromRequest({
    headers: prefer === undefined ? {} : { prefer },
    url: { path: '/', query },
  });
  if (read._tag === 'Left') throw read.left;
  const given = Object.entries(read.right).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}
