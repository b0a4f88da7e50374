import type { Fault } from '../fault.ts';
import { isSuccess } from './conditions.ts';

export const anotherMediaType: Fault = {
  name: 'calls its body HTML',
  check: 'content-type-documented',
  applies: (exchange) => isSuccess(exchange),
  change: (answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': 'text/html' } }),
};

export const noBody: Fault = {
  name: 'leaves its body out',
  check: 'content-type-documented',
  applies: (exchange) => isSuccess(exchange),
  change: (answer) => ({ ...answer, body: Buffer.alloc(0) }),
};

export const anotherHeader: Fault = {
  name: 'sends a header that the document does not describe',
  check: 'headers-documented',
  applies: (exchange) => isSuccess(exchange),
  change: (answer) => ({ ...answer, headers: { ...answer.headers, 'x-surprise': 'boo' } }),
};

export function lacksHeader(lacking: string): Fault {
  return {
    name: `leaves the header ${lacking} out`,
    check: 'headers-documented',
    applies: (exchange) => isSuccess(exchange) && exchange.answer?.headers[lacking] !== undefined,
    change: (answer) => {
      const kept = Object.entries(answer.headers).filter(([name]) => name !== lacking);
      return { ...answer, headers: Object.fromEntries(kept) };
    },
  };
}

export function spoilsHeader(name: string, value: string): Fault {
  return {
    name: `sends ${name}: ${value}`,
    check: 'headers-documented',
    applies: (exchange) => isSuccess(exchange),
    change: (answer) => ({ ...answer, headers: { ...answer.headers, [name]: value } }),
  };
}
