import type { Fault } from '../fault.ts';
import type { WireAnswer } from '../wire.ts';
import { isAskedFor, isRefusal, isSuccess } from './conditions.ts';

function failed(answer: WireAnswer): WireAnswer {
  return { ...answer, status: 500 };
}

export const failsOnValid: Fault = {
  name: 'fails with 500 on a valid request',
  check: 'no-server-error',
  applies: (exchange) => isSuccess(exchange),
  change: failed,
};

export const failsOnInvalid: Fault = {
  name: 'fails with 500 on an invalid request',
  check: 'no-server-error',
  applies: (exchange) => isRefusal(exchange) && !isAskedFor(exchange),
  change: failed,
};

export const losesConnection: Fault = {
  name: 'closes the connection in place of an answer',
  check: 'no-server-error',
  applies: (exchange) => isSuccess(exchange),
  change: (answer) => ({ ...answer, delivery: 'none' }),
};
