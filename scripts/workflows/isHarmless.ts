import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';

/** Methods that change nothing: RFC 9110 section 9.2.1; TRACE, which shows a request's secrets, is left out. */
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether an operation may be asked of a live server without leave to write: it changes nothing (its method is safe, and
 * `x-effect` says nothing else), or it is how a token is got (`x-token`).
 */
export function isHarmless(api: Api, { operationId, method, effect }: Operation): boolean {
  return (safe.has(method) && effect === undefined) || tokenRequests(api).has(operationId);
}

/** The operations that `x-token` names: of security schemes, and of path parameters. */
function tokenRequests({ securitySchemes, operations }: Api): Set<string> {
  const parameters = operations.flatMap((operation) => operation.parameters);
  const sources = [...securitySchemes, ...parameters].flatMap(({ token }) => token ?? []);
  return new Set(
    sources.flatMap(({ operationId, replacedBy }) => [
      operationId,
      ...replacedBy.map((one) => one.operationId),
    ]),
  );
}
