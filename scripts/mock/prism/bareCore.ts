import { createLogger } from '@stoplight/prism-core';
import { createInstance, ProblemJsonError } from '@stoplight/prism-http';
import { serialize } from '@stoplight/prism-http-server/dist/serialize.js';
import type { JsonObject } from '../../model/json.ts';
import { readPrismOperations } from './readPrismOperations.ts';
import type { PrismRequest } from './violationsOf.ts';

export type { PrismRequest };

interface BareAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * Prism's core and nothing else, with all that it checks of a request and without its log: what a bench holds the mock
 * against. That it would look at its own answers too (`validateResponse`) is left out, since the mock does not.
 * @throws {DocumentError} if a `$ref` leads nowhere or out of the document
 */
export async function bareCore(api: {
  name: string;
  document: JsonObject;
}): Promise<(request: PrismRequest) => Promise<BareAnswer>> {
  const operations = await readPrismOperations(api);
  const prism = createInstance(config, { logger: createLogger('bare', { level: 'silent' }) });
  return async (request) => {
    // Prism writes into `mock`, so that it cannot be shared.
    const outcome = await prism.request(request, operations, { ...config, mock: { ...config.mock } })();
    if (outcome._tag === 'Left') return problemAnswer(outcome.left);
    const { statusCode, headers = {}, body } = outcome.right.output;
    const fields = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
    const type = headers['Content-type'] ?? headers['content-type'];
    return {
      status: statusCode,
      headers: Object.fromEntries(fields.map(([name, value]) => [name, String(value)])),
      body: String(serialize(body, String(type ?? '')) ?? ''),
    };
  };
}

const config = {
  isProxy: false,
  validateRequest: true,
  checkSecurity: true,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} as const;

function problemAnswer(error: Error): BareAnswer {
  const status = error instanceof ProblemJsonError ? error.status : 500;
  const problem = error instanceof ProblemJsonError ? ProblemJsonError.toProblemJson(error) : {};
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify(problem),
  };
}
