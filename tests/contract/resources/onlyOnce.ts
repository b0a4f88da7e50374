import type { Case, RequestInputs } from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Life } from '../../../scripts/model/life.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Instance } from './instance.ts';
import { deleterOf } from './mayMake.ts';
import { makeOnly } from './obtain.ts';
import type { Store } from './store.ts';
import { isSupposed, lifeOf } from './supposed.ts';

const leaves = 'it would leave behind what no documented operation deletes: --allow-leftovers';

interface Once {
  inputs: RequestInputs;
  chain: readonly Instance[];
  exchange: Exchange;
}

/**
 * Of an operation whose work nothing undoes, the one request of a run: the first story, as it stands. Why another case is
 * not run; `undefined` where this one is to be sent as any other.
 */
export async function onlyOnce(
  store: Store,
  operation: Operation,
  { one, inputs }: { one: Case; inputs: RequestInputs },
): Promise<Once | string | undefined> {
  if (store.server.run.allowLeftovers) return undefined;
  const life = lifeOf(store, operation);
  if (life && isSupposed(life) && (await isTold(store, life))) return undefined;
  const { set, remove } = one.change;
  if (one.kind !== 'example' || set !== undefined || remove !== undefined) return leaves;
  if (!life) {
    const isFirst = !store.left.has(operation.operationId);
    store.left.add(operation.operationId);
    return isFirst ? undefined : leaves;
  }
  const made = await makeOnly(store, life);
  if (!('exchange' in made)) return made.reason;
  return made.inputs.contentType === inputs.contentType ? { ...made, chain: [] } : leaves;
}

/** Whether the answer to the one request tells what to delete, though the document does not say so. */
async function isTold(store: Store, life: Life): Promise<boolean> {
  if (!deleterOf(store, life)) return false;
  const made = await makeOnly(store, life);
  return 'found' in made && !('reason' in made.found);
}
