import { createLogger } from '@stoplight/prism-core';
import { createInstance, ProblemJsonError } from '@stoplight/prism-http';
import type { PrismOperation } from './readPrismOperations.ts';
import type { PrismRequest } from './violationsOf.ts';

/** Which of an operation's described responses is wanted. */
export interface Wish {
  /** Without it the lowest 2xx. */
  code?: number;
  /** The key of an example; without it the first one. */
  exampleKey?: string;
  /** An answer made up from the schema, with a seed or without. */
  dynamic?: boolean;
  seed?: string;
  /** The request's `Accept`. */
  accept?: string;
}

interface MockedResponse {
  status: number;
  headers: Record<string, unknown>;
  /** `undefined` where the document describes no content. */
  body: unknown;
}

type Outcome = { _tag: 'Left'; left: unknown } | { _tag: 'Right'; right: MockedResponse };

const config = {
  isProxy: false,
  // Requests are validated, and their credentials checked, in front: see `violationsOf` and `meetsSecurity`.
  validateRequest: false,
  checkSecurity: false,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} as const;

const instance = createInstance(config, { logger: createLogger('mock', { level: 'silent' }) });

/**
 * The described response that is wished for.
 * @throws {ProblemJsonError} where there is none: an unknown status or example, nothing that is accepted
 */
export async function mockResponse(operation: PrismOperation, wish: Wish): Promise<MockedResponse> {
  const { accept, ...rest } = wish;
  const first = await ask(operation, wish);
  if (meets(first, wish)) return first.right;
  // A status that was asked for is answered whatever is accepted (RFC 9110 section 12.5.1), where Prism would fall back
  // to the 2xx; and an `Accept` that cannot be read is as good as none.
  const isFinal = accept === undefined || (wish.code === undefined && isProblem(first));
  const second = isFinal ? first : await ask(operation, rest);
  if (meets(second, wish)) return second.right;
  throw failure(second, wish);
}

async function ask(operation: PrismOperation, { accept, ...wish }: Wish): Promise<Outcome> {
  const request: PrismRequest = {
    method: operation.method as PrismRequest['method'],
    // The template is a path that certainly matches it: the route has been found already.
    url: { path: operation.path },
    headers: accept === undefined ? {} : { accept },
  };
  try {
    // Prism writes into `mock`, so that it cannot be shared.
    const mock = { ...config.mock, ...wish };
    const outcome = await instance.request(request, [operation], { ...config, mock })();
    if (outcome._tag === 'Left') return outcome;
    const { statusCode, headers = {}, body } = outcome.right.output;
    return { _tag: 'Right', right: { status: statusCode, headers, body } };
  } catch (error) {
    return { _tag: 'Left', left: error };
  }
}

function meets(outcome: Outcome, { code }: Wish): outcome is Extract<Outcome, { _tag: 'Right' }> {
  return outcome._tag === 'Right' && (code === undefined || outcome.right.status === code);
}

function isProblem(outcome: Outcome): boolean {
  return outcome._tag === 'Left' && outcome.left instanceof ProblemJsonError;
}

/** For an unknown example of a given status Prism falls back to the 2xx, or fails: neither is what was asked for. */
function failure(outcome: Outcome, { code, exampleKey }: Wish): unknown {
  if (outcome._tag === 'Left' && (isProblem(outcome) || exampleKey === undefined)) return outcome.left;
  const detail = `The document has no example "${exampleKey}" of status ${code}.`;
  return ProblemJsonError.fromTemplate({ type: 'NOT_FOUND', title: 'No such example', status: 404 }, detail);
}
