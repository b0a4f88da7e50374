import { CallError } from '../../../scripts/client/errors.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { requestFor } from '../../../scripts/request/requestFor.ts';
import { nameOf } from '../checks/sentences.ts';
import type { Caller, Store } from './store.ts';

interface Question {
  operation: Operation;
  inputs: RequestInputs;
  /** `to have what GET /cases/{id} reads`; without it, nobody is told: a case asked. */
  purpose?: string;
  /** In place of whoever mostly asks. */
  caller?: Caller;
}

/** Sends a request that was not derived; or why it cannot be written. */
export async function ask(
  store: Store,
  { operation, inputs, purpose, caller }: Question,
): Promise<Exchange | string> {
  const { baseUrl, run, send } = store.server;
  const { session, headers } = caller ?? { session: store.server.session, headers: run.headers };
  try {
    const request = await requestFor(operation, { session, baseUrl, mode: run.mode, inputs });
    const exchange = await send({ ...request, headers: { ...headers, ...request.headers } });
    if (purpose !== undefined) note(store, operation, { exchange, purpose });
    return exchange;
  } catch (error) {
    if (error instanceof CallError) return `${nameOf(operation)} cannot be asked: ${error.message}`;
    throw error;
  }
}

function note(
  store: Store,
  { operationId, method, path }: Operation,
  { exchange, purpose }: { exchange: Exchange; purpose: string },
): void {
  const status = exchange.response?.status;
  const durationMs = Math.round(exchange.durationMs * 10) / 10;
  store.preparation.push({
    ...{ operationId, method, path, purpose },
    ...(status !== undefined && { status }),
    durationMs,
  });
}

export function isDone(exchange: Exchange): boolean {
  const { status = 0 } = exchange.response ?? {};
  return status >= 200 && status < 300;
}

/** RFC 9110 sections 15.5.5 and 15.5.11. */
export function isNotThere({ response }: Pick<Exchange, 'response'>): boolean {
  return response?.status === 404 || response?.status === 410;
}

/** `POST /cases answered 422` */
export function answerOf(operation: Operation, { response, failure }: Exchange): string {
  const told = response ? `answered ${response.status}` : (failure?.message ?? 'gave no answer');
  return `${nameOf(operation)} ${told}`;
}
