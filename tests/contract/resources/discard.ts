import { storiesOf } from '../../../scripts/cases/stories.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { ask, isDone, isNotThere } from './ask.ts';
import { type Identifier, type Instance, pathTo } from './instance.ts';
import { deleterOf } from './mayMake.ts';
import type { Store } from './store.ts';

/** Deletes what a case has made for itself alone, where the document says how; what stays is left to the end of the run. */
export async function discard(store: Store, { made, ...instance }: Instance): Promise<void> {
  const deleter = made && deleterOf(store, made.life);
  const path = deleter && pathTo(store.lives.resources, deleter, instance);
  if (!made || !deleter || !path) return;
  const inputs = deletion(deleter, path);
  const exchange = await ask(store, {
    operation: deleter,
    inputs,
    purpose: 'to delete what a case has made',
  });
  if (typeof exchange !== 'string' && isGone(exchange)) store.ledger.gone(made.entry);
}

/** The request that deletes: its first story, under these identifiers. */
export function deletion(deleter: Operation, path: Record<string, Identifier>): RequestInputs {
  const [story] = storiesOf(deleter, deleter.requestBody?.content[0]);
  return { ...story?.inputs, path: { ...story?.inputs.path, ...path } };
}

/** Deleted, or not there. */
export function isGone(exchange: Exchange): boolean {
  return isDone(exchange) || isNotThere(exchange);
}
