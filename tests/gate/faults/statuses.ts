import type { Fault } from '../fault.ts';
import { isAskedFor, isRefusal, isSuccess } from './conditions.ts';

export const anotherSuccess: Fault = {
  name: 'answers with a success that the document does not list',
  check: 'status-documented',
  applies: (exchange) => isSuccess(exchange),
  change: (answer) => ({ ...answer, status: 206 }),
};

export const anotherRefusal: Fault = {
  name: 'refuses with a status that the document does not list',
  check: 'status-documented',
  applies: (exchange) => exchange.answer?.status === 400 && !isAskedFor(exchange),
  change: (answer) => ({ ...answer, status: 418 }),
};

export const refusesValid: Fault = {
  name: 'refuses a valid request',
  check: 'accepts-valid',
  applies: (exchange) => isSuccess(exchange) && !isAskedFor(exchange),
  change: (answer) => ({ ...answer, status: 400 }),
};

export function redirectsValid(location: string, check: Fault['check'] = 'accepts-valid'): Fault {
  return {
    name: `redirects a valid request to ${location}`,
    check,
    applies: (exchange) => isSuccess(exchange) && !isAskedFor(exchange),
    change: (answer) => ({ ...answer, status: 307, headers: { ...answer.headers, location } }),
  };
}

export const lacksAllow: Fault = {
  name: 'refuses an undocumented method without Allow',
  check: 'allow-header',
  applies: (exchange) => exchange.answer?.status === 405 && isRefusal(exchange),
  change({ headers: { allow: _, ...headers }, ...answer }) {
    return { ...answer, headers };
  },
};
