import { requestTarget } from '../http/requestTarget.ts';
import type { RouteMatch } from '../http/router.ts';
import type { MockApi } from '../mockApi.ts';
import type { MockOperation } from '../mockOperation.ts';

/** Where a request-target leads: what the documents know of it. */
export interface RequestPlace {
  /** The whole path, percent-encoded. */
  path: string;
  query: Record<string, string | string[]>;
  api?: MockApi;
  match?: RouteMatch<MockOperation>;
}

/** Never throws: malformed percent-encoding leads nowhere. */
export function placeOf(apis: ReadonlyMap<string, MockApi>, target: string): RequestPlace {
  const { path, query } = requestTarget(target);
  const [, name = '', below = ''] = /^\/([^/]*)(.*)$/s.exec(path) ?? [];
  const api = apis.get(name);
  if (!api) return { path, query };
  const match = matchOf(api, below || '/');
  return { path, query, api, ...(match && { match }) };
}

/** The operation that a method asks for; HEAD is GET without its content (RFC 9110 section 9.3.2). */
export function operationAt({ match }: RequestPlace, method: string): MockOperation | undefined {
  const targets = match?.route.targets;
  return targets?.get(method) ?? (method === 'HEAD' ? targets?.get('GET') : undefined);
}

function matchOf(api: MockApi, path: string): RouteMatch<MockOperation> | undefined {
  try {
    return api.match(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
