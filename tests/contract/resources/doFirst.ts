import type { Case, RequestInputs } from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { ask } from './ask.ts';
import { concludeCase } from './concludeCase.ts';
import type { Instance } from './instance.ts';
import { leavesSomething } from './mayMake.ts';
import { makeOnly } from './obtain.ts';
import { prepareCase } from './prepareCase.ts';
import type { Store } from './store.ts';

/** The first request of a case about what it leaves behind. */
export interface Done {
  inputs: RequestInputs;
  exchange: Exchange;
  /** What it made, changed or deleted. */
  instance?: Instance;
  /** Whether nobody else uses that. */
  isOwn: boolean;
}

interface Planned {
  base: RequestInputs;
  one: Case;
  inputs: RequestInputs;
}

/** Sends it; or why that cannot be. Of what no operation deletes the run makes one, which all cases look at. */
export async function doFirst(store: Store, operation: Operation, planned: Planned): Promise<Done | string> {
  const { outcome } = planned.one.expectation;
  const isMaking = outcome === 'readable' || outcome === 'private';
  const life = isMaking ? store.lives.by(operation.operationId) : undefined;
  if (life && leavesSomething(store, operation) && !store.server.run.allowLeftovers) {
    const made = await makeOnly(store, life);
    if (!('exchange' in made)) return made.reason;
    const { inputs, exchange, found } = made;
    const instance = 'reason' in found ? undefined : found;
    return { inputs, exchange, ...(instance && { instance }), isOwn: false };
  }
  const prepared = await prepareCase(store, operation, planned);
  if (typeof prepared === 'string') return prepared;
  const { inputs, chain } = prepared;
  const exchange = await ask(store, { operation, inputs });
  if (typeof exchange === 'string') return exchange;
  const made = concludeCase(store, operation, { prepared, exchange });
  const instance = isMaking ? made : chain.at(-1);
  return { inputs, exchange, ...(instance && { instance }), isOwn: true };
}
