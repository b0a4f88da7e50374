import type { Operation } from '../../../scripts/model/operation.ts';
import { collectionKey } from '../../../scripts/resources/pathPlaces.ts';
import { isNamed } from '../selection.ts';
import type { Store } from './store.ts';

/**
 * Why an operation is not asked that names nothing, and so changes or deletes what the run has not made: `DELETE /users`,
 * `PATCH /orders?status=new`. Whoever names it alone (`--only`) means it. `undefined` for any other.
 */
export function wholesale(store: Store, operation: Operation): string | undefined {
  const { lives, server } = store;
  const { operationId, method, path, endsSession } = operation;
  if (isNamed(server.run.only, operation) || lives.resources.named(operationId).length > 0 || endsSession)
    return undefined;
  const changes = ['PUT', 'PATCH'].includes(method) && isCollection(store, path);
  if (method !== 'DELETE' && !changes) return undefined;
  const does = method === 'DELETE' ? 'delete' : 'change';
  return `it would ${does} what the run has not made; if that is meant, name it: --only ${operationId}`;
}

/** Whether what stands below a path has identifiers of its own, or an operation lists it there. */
function isCollection({ lives: { resources }, server }: Store, path: string): boolean {
  const key = collectionKey(path);
  const isListed = ({ operationId, path: other }: Operation) =>
    collectionKey(other) === key && resources.lists(operationId) !== undefined;
  return resources.all.some(({ name }) => name === `${key}/{}`) || server.api.operations.some(isListed);
}
