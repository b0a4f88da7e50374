import { member } from '../../../scripts/json/pointer.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { isOtherMethod } from '../skipReason.ts';
import { isDone } from './ask.ts';
import { bodyIdentifier } from './bodyIdentifier.ts';
import type { Instance } from './instance.ts';
import { pathTo } from './instance.ts';
import { isExcluded, leavesSomething } from './mayMake.ts';
import { noteMade } from './noteMade.ts';
import type { Prepared } from './prepareCase.ts';
import type { Store } from './store.ts';
import { lifeOf } from './supposed.ts';

/**
 * Writes into the ledger what a case's request has done, whatever was to follow: what it made, deleted or called otherwise.
 * @returns what it made
 */
export function concludeCase(
  store: Store | undefined,
  operation: Operation,
  { prepared, exchange }: { prepared: Prepared; exchange: Exchange },
): Instance | undefined {
  const { inputs, chain } = prepared;
  if (!store || prepared.exchange || !isDone(exchange)) return undefined;
  noteUpserted(store, operation, prepared);
  if (isOtherMethod(operation, inputs)) return undefined;
  const life = lifeOf(store, operation);
  if (life) {
    const found = noteMade(store, life, { inputs, exchange, parents: chain });
    return 'reason' in found ? undefined : found;
  }
  if (exchange.response?.status === 201 && leavesSomething(store, operation)) {
    store.ledger.made({ api: store.server.api.name, maker: operation.operationId, path: {} });
  }
  const instance = chain.at(-1);
  const method = store.lives.resources.ownPlace(operation.operationId)?.method;
  if (instance?.made && method === 'delete') store.ledger.gone(instance.made.entry);
  if (instance?.made && method === 'update') noteMoved(store, operation, { prepared, instance });
  return undefined;
}

/** Outcomes of requests for what nobody owns. */
const ofNobody = new Set(['not-found', 'method-not-allowed']);
const makes = new Set(['PUT', 'POST', 'PATCH']);

/** What nobody owned before such a request made it, as RFC 9110 section 9.3.4 lets PUT do. */
function noteUpserted(
  store: Store,
  { operationId, method }: Operation,
  { inputs, chain, expectation }: Prepared,
): void {
  const instance = chain.at(-1);
  const isMade = ofNobody.has(expectation.outcome) && makes.has(inputs.method ?? method);
  const place = store.lives.resources.ownPlace(operationId);
  if (!isMade || !place?.method || !instance || instance.made) return;
  const deleter = store.lives.at(instance.resource, 'delete').find((one) => !isExcluded(store, one));
  const path = deleter && pathTo(store.lives.resources, deleter, instance);
  if (!deleter || !path) return;
  store.ledger.made({ api: store.server.api.name, maker: operationId, deleter: deleter.operationId, path });
}

/** What its update has called otherwise is deleted under its new name. */
function noteMoved(
  store: Store,
  operation: Operation,
  { prepared, instance }: { prepared: Prepared; instance: Instance },
): void {
  const { made } = instance;
  const name = bodyIdentifier(store, operation);
  const sent = name === undefined ? undefined : member(prepared.inputs.body, name);
  if (!made?.life.deleter || (typeof sent !== 'string' && typeof sent !== 'number')) return;
  if (String(sent) === String(instance.identifier)) return;
  const path = pathTo(store.lives.resources, made.life.deleter, { ...instance, identifier: sent });
  if (path) store.ledger.moved(made.entry, path);
}
