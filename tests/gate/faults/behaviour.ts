import { successOf } from '../createTruth.ts';
import type { Fault, FrontExchange } from '../fault.ts';
import { isAskedFor, isOwnMethod } from './conditions.ts';

/** Every header in which a credential of one of the operation's schemes could stand is there. */
function hasCredentials({ operation, request }: FrontExchange): boolean {
  const [requirement] = operation.security;
  return (requirement?.schemes ?? []).every(({ name }) => {
    const schemes = (operation.document.components as { securitySchemes: Record<string, { name?: string }> })
      .securitySchemes;
    return request.headers[(schemes[name]?.name ?? 'authorization').toLowerCase()] !== undefined;
  });
}

export const acceptsInvalid: Fault = {
  name: 'accepts whatever it is sent',
  check: 'refuses-invalid',
  applies: (exchange) => isOwnMethod(exchange) && hasCredentials(exchange) && !isAskedFor(exchange),
  ask: ({ operation }, { validRequest }) => validRequest(operation),
};

export const findsAnything: Fault = {
  name: 'finds a resource that nobody owns',
  check: 'refuses-invalid',
  applies: (exchange) => exchange.request.target.includes('999999937') && isOwnMethod(exchange),
  ask: ({ operation }, { validRequest }) => validRequest(operation),
};

export const ignoresCredentials: Fault = {
  name: 'accepts a request without credentials',
  check: 'auth-enforced',
  applies: (exchange) => isOwnMethod(exchange) && !hasCredentials(exchange),
  async ask({ operation, request }, { withCredentials }) {
    const known = await withCredentials(operation, request);
    return { ...known, headers: { prefer: `code=${successOf(operation)}`, ...known.headers } };
  },
};

export const answersAnyMethod: Fault = {
  name: 'answers a method that its path does not have',
  check: 'allow-header',
  applies: (exchange) => !isOwnMethod(exchange),
  ask: ({ operation }, { validRequest }) => validRequest(operation),
};
