import { tokenSources } from '../apis/tokenSources.ts';
import { safe } from '../http/methods.ts';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';

/**
 * Whether an operation may be asked of a live server without leave to write: it changes nothing (its method is safe, and
 * `x-effect` says nothing else), or it is how a token is got (`x-token`).
 */
export function isHarmless(api: Api, { operationId, method, effect }: Operation): boolean {
  return (safe.has(method) && effect === undefined) || givesTokens(api, operationId);
}

function givesTokens(api: Api, operationId: string): boolean {
  return tokenSources(api).some((source) =>
    [source, ...source.replacedBy].some((one) => one.operationId === operationId),
  );
}
