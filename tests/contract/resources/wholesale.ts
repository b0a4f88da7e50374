import type { Operation } from '../../../scripts/model/operation.ts';
import { isNamed, nameIt } from '../selection.ts';
import type { Store } from './store.ts';

const changing = new Set(['PUT', 'PATCH', 'DELETE']);

/**
 * Why no other method is tried out on the path of an operation: a server that does not look at it would do what the path is for.
 */
export function wholesaleAt(store: Store, { path }: Operation): string | undefined {
  const siblings = store.server.api.operations.filter((one) => one.path === path);
  return siblings.map((one) => wholesale(store, one)).find((reason) => reason !== undefined);
}

/**
 * Why an operation is not asked that names nothing, and so changes or deletes what the run has not made: a whole collection,
 * `DELETE /users` or `PATCH /orders?status=new`, or what there is one of, `PUT /user/mfa`, the settings of whoever asks.
 * Whoever names it alone (`--only`) means it. `undefined` for any other.
 */
export function wholesale({ lives, server }: Store, operation: Operation): string | undefined {
  const { operationId, method, endsSession } = operation;
  const isAlone = lives.resources.named(operationId).length === 0 && changing.has(method) && !endsSession;
  if (!isAlone || isNamed(server.run.only, operation)) return undefined;
  const does = method === 'DELETE' ? 'delete' : 'change';
  return `it would ${does} what the run has not made; ${nameIt(operation)}`;
}
