import type { Life } from '../../../scripts/model/life.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { isNamed, isSelected } from '../selection.ts';
import type { Store } from './store.ts';
import { lifeOf } from './supposed.ts';

/** Whether the run leaves this operation out altogether: then it is not used to find something out either. */
export function isExcluded({ server: { run } }: Store, operation: Operation): boolean {
  return isNamed(run.exclude, operation);
}

/** The operation that deletes what came to be so, if the run may use it. */
export function deleterOf(store: Store, { deleter }: Life): Operation | undefined {
  return deleter && !isExcluded(store, deleter) ? deleter : undefined;
}

/** Whether anything may be made so, as often as needed: what is made can be deleted, or may be left. */
export function isRepeatable(store: Store, life: Life): boolean {
  return deleterOf(store, life) !== undefined || store.server.run.allowLeftovers === true;
}

/** Whether the run makes one of it in any case. */
export function isMadeOnce(store: Store, life: Life): boolean {
  return !isRepeatable(store, life) && isSelected(store.server, life.maker);
}

/**
 * Whether what an accepted request makes stays behind: the document has a status for it, or a path, and no operation that deletes
 * it, or none that is known to be told which one to delete.
 */
export function leavesSomething(store: Store, operation: Operation): boolean {
  const life = store.lives.by(operation.operationId);
  if (life) return deleterOf(store, life) === undefined;
  if (lifeOf(store, operation)) return true;
  const isBelow = store.lives.resources.named(operation.operationId).length > 0;
  const creates = operation.responses.some(({ status }) => status === '201');
  return operation.method === 'POST' && creates && !isBelow && !operation.endsSession;
}
