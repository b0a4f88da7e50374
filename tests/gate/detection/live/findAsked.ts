import { createRouter, type RouteMatch } from '../../../../scripts/mock/http/router.ts';
import type { Api } from '../../../../scripts/model/api.ts';
import type { Operation } from '../../../../scripts/model/operation.ts';
import type { Find } from './between.ts';

/** Finds the operation that a request is for; the first segment of its target is the API's name. */
export function findAsked({ operations }: Pick<Api, 'operations'>): Find {
  const route = createRouter(operations.map((target) => ({ ...target, target })));
  return ({ method, target }) => {
    const [, path = ''] = /^\/[^/?]*([^?]*)/.exec(target) ?? [];
    const match = matchOf(route, path);
    const own = match?.route.targets.get(method);
    const operation = own ?? match?.route.targets.values().next().value;
    return match && operation
      ? { operation, isOwn: own !== undefined, parameters: match.parameters }
      : undefined;
  };
}

/** What is no valid percent-encoding is no path of the document's. */
function matchOf(
  route: (path: string) => RouteMatch<Operation> | undefined,
  path: string,
): RouteMatch<Operation> | undefined {
  try {
    return route(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
