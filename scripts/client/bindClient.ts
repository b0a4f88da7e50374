import { accessTokens } from './accessTokens.ts';
import { baseAddress } from './baseAddress.ts';
import { type CallContext, callOperation } from './callOperation.ts';
import type { ClientOptions, Credential } from './clientOptions.ts';
import { credentialValues } from './credentialValues.ts';
import type { ApiFacts } from './facts.ts';
import type { CallInit, Transport, UnboundTransport } from './transport.ts';

export interface Binding {
  facts: ApiFacts;
  options: ClientOptions & { credentials?: object };
  /** openapi-fetch's `createClient`. */
  createTransport: (options: { baseUrl: string }) => UnboundTransport;
}

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

/**
 * Binds openapi-fetch to an API: its credentials, its body encodings, its response types. `Client` is the generated type.
 * @throws {CallError} if the base URL is none
 */
export function bindClient<Client>({ facts, options, createTransport }: Binding): Client {
  const baseUrl = baseAddress(options.baseUrl ?? facts.baseUrl ?? '');
  const transport = createTransport({ baseUrl }) as Transport;
  const credentials = credentialValues((options.credentials ?? {}) as Record<string, Credential>);
  const context: CallContext = { facts, transport, credentials, fetch: options.fetch };
  const tokens = accessTokens({
    facts,
    credentials,
    call(operation, body) {
      const [method = '', path = ''] = operation.split(' ', 2);
      return callOperation(context, { method, path }, { body });
    },
  });
  const calls = methods.map((method) => [
    method,
    (path: string, init: CallInit = {}) => callOperation({ ...context, tokens }, { method, path }, init),
  ]);
  return {
    ...Object.fromEntries(calls),
    use: transport.use,
    eject: transport.eject,
  } as Client;
}
