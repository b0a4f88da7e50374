import { isObject, member } from '../../../scripts/json/pointer.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { identifierMember } from '../../../scripts/resources/identifierMember.ts';
import type { After } from '../checks/judgement.ts';
import { withheld } from '../live/withheld.ts';
import { ask } from './ask.ts';
import { type Instance, pathTo } from './instance.ts';
import { listInputs } from './listInputs.ts';
import type { Caller, Store } from './store.ts';

export interface Question {
  operationId: string;
  instance: Instance;
  /** The request that made, changed or deleted it. */
  sent: RequestInputs;
  from: Operation;
  /** In place of whoever sent that. */
  caller?: Caller;
}

/** What it answered, and to what. */
export interface Looked {
  after: After;
  inputs: RequestInputs;
}

/** Asks an operation for what another one left behind; or why it cannot be asked. */
export async function askAfter(
  store: Store,
  { operationId, instance, sent, from, caller }: Question,
): Promise<Looked | string> {
  const { lives } = store;
  const operation = lives.operation(operationId);
  const path = operation && pathTo(lives.resources, operation, instance);
  if (!operation || !path) return `${operationId} cannot be asked for it`;
  const inputs = withFilters(operation, { inputs: listInputs(store, operation, path), instance, sent });
  const exchange = await ask(store, { operation, inputs, ...(caller && { caller }) });
  if (typeof exchange === 'string') return exchange;
  if (exchange.failure?.code === withheld) return exchange.failure.message;
  const life = instance.made?.life ?? lives.by(from.operationId);
  const own = lives.resources.ownPlace(operationId)?.method === 'read';
  const listed = own ? undefined : lives.resources.lists(operationId);
  return {
    after: {
      ...{ operation, exchange, identifier: instance.identifier },
      identifierName: life ? identifierMember(life.answer) : '',
      ...(listed && { listed }),
    },
    inputs,
  };
}

/** A list that has to be filtered is asked for what the thing was made with. */
function withFilters(
  operation: Operation,
  { inputs, instance, sent }: { inputs: RequestInputs; instance: Instance; sent: RequestInputs },
): RequestInputs {
  const body = instance.made?.sent.body ?? sent.body;
  const filters = operation.parameters.filter((one) => one.in === 'query' && one.required);
  const known = filters.flatMap(({ name }) => {
    const value = isObject(body) ? member(body, name) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...inputs, query: { ...inputs.query, ...Object.fromEntries(known) } };
}
