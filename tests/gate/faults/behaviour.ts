import { nobody } from '../../../scripts/model/nobody.ts';
import { successOf } from '../createTruth.ts';
import type { Fault, FrontExchange } from '../fault.ts';
import { isAskedFor, isOwnMethod } from './conditions.ts';

interface RawScheme {
  type?: string;
  /** Of `http`. */
  scheme?: string;
  /** Of `apiKey`. */
  name?: string;
  'x-auth-scheme'?: string;
}

/** Whether every scheme's credential is there, in its own header and under its own auth-scheme, and is somebody's. */
export function hasCredentials({ operation, request }: FrontExchange): boolean {
  const { components } = operation.document as {
    components?: { securitySchemes?: Record<string, RawScheme> };
  };
  const [requirement] = operation.security;
  return (requirement?.schemes ?? []).every(({ name }) => {
    const scheme = components?.securitySchemes?.[name] ?? {};
    const value = request.headers[(scheme.name ?? 'authorization').toLowerCase()];
    const prefix = scheme['x-auth-scheme'] ?? (scheme.type === 'apiKey' ? '' : (scheme.scheme ?? 'bearer'));
    const isNobodys = String(value).includes(nobody.credential);
    return value !== undefined && !isNobodys && String(value).toLowerCase().startsWith(prefix.toLowerCase());
  });
}

/** No fault: the mock takes any credential; this server knows one, and treats the others as none. */
export function onlyKnows(header: string, credential: string): Fault {
  return {
    name: `knows ${header}: ${credential} only`,
    check: 'auth-enforced',
    applies: ({ request }) => request.headers[header] !== undefined && request.headers[header] !== credential,
    async ask({ request }) {
      const { [header]: _, ...headers } = request.headers;
      return { ...request, headers };
    },
  };
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
