import { planCases } from '../../scripts/cases/planCases.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { SentRequest } from '../../scripts/model/exchange.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import { requestFor } from '../../scripts/request/requestFor.ts';
import { createSession } from '../../scripts/request/session.ts';
import { send } from '../contract/send.ts';
import type { Truth } from './fault.ts';
import type { WireRequest } from './wire.ts';

/** What the truthful server of one API would accept. */
export function createTruth(api: Api, mockUrl: string): Truth {
  const baseUrl = `${mockUrl}/${api.name}`;
  const session = createSession({ api, baseUrl, mode: 'mock', headers: {}, environment: {}, send });
  const wire = ({ method, url, headers, body }: SentRequest): WireRequest => ({
    method,
    target: url.slice(mockUrl.length),
    headers,
    body: Buffer.from(body ?? []),
  });
  return {
    async validRequest(operation) {
      const base = planCases(operation, api.operations)[0]?.base ?? {};
      const inputs = { ...base, prefer: { code: successOf(operation) } };
      return wire(await requestFor(operation, { session, baseUrl, mode: 'mock', inputs }));
    },
    async withCredentials(operation, request) {
      const schemes = operation.security[0]?.schemes.map(({ name }) => name) ?? [];
      const placed = await session.credentials(schemes);
      const fields = placed.filter((one) => one.in === 'header');
      const headers = Object.fromEntries(fields.map(({ name, value }) => [name.toLowerCase(), value]));
      return { ...request, headers: { ...request.headers, ...headers } };
    },
  };
}

/** The first success that an operation lists. */
export function successOf({ operationId, responses }: Operation): string {
  const success = responses.find(({ status }) => /^2\d\d$/.test(status));
  if (!success) throw new Error(`${operationId} lists no success.`);
  return success.status;
}
