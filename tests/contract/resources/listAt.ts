import type { Listing } from '../../../scripts/model/life.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { nameOf } from '../checks/sentences.ts';
import { answerOf, ask, isDone } from './ask.ts';
import { identifierIn } from './identifierIn.ts';
import type { Address } from './instance.ts';
import { listInputs } from './listInputs.ts';
import type { Found, Store } from './store.ts';

/** The first of a list at an address. */
export async function listAt(
  store: Store,
  { operation, answer }: Listing,
  { path, chain, operation: asking }: Address & { /** What needs it. */ operation: Operation },
): Promise<Found> {
  const inputs = listInputs(store, operation, path);
  const purpose = `to have what ${nameOf(asking)} names`;
  const exchange = await ask(store, { operation, inputs, purpose });
  if (typeof exchange === 'string') return { reason: exchange };
  if (!exchange.response || !isDone(exchange)) return { reason: answerOf(operation, exchange) };
  const identifier = identifierIn(exchange.response, answer);
  const resource = store.lives.resources.lists(operation.operationId)?.resource;
  if (identifier === undefined || !resource) return { reason: `${nameOf(operation)} listed nothing` };
  store.told.add(String(identifier));
  return { resource, identifier, parents: chain };
}
