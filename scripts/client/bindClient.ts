import { accessTokens } from './accessTokens.ts';
import { baseAddress } from './baseAddress.ts';
import type { CallContext } from './callContext.ts';
import { callOperation } from './callOperation.ts';
import type { ClientOptions } from './clientOptions.ts';
import { credentialValues } from './credentialValues.ts';
import type { ApiFacts } from './facts.ts';
import type { TokenCaller } from './fetchToken.ts';
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
  const transport = createTransport({ baseUrl: baseAddress(options.baseUrl ?? facts.baseUrl ?? '') });
  return clientOf(
    { ...options, facts, transport: transport as Transport },
    options.credentials ?? {},
  ) as Client;
}

type Settings = Omit<CallContext, 'credentials' | 'tokens'>;

function clientOf(settings: Settings, given: object): object {
  const credentials = credentialValues(given);
  const tokens = accessTokens(settings.facts, (name) => ({
    credentials,
    caller: tokenCaller(settings, given, name),
  }));
  const context: CallContext = { ...settings, credentials, tokens };
  const calls = methods.map((method) => [
    method,
    (path: string, init: CallInit = {}) => callOperation(context, { method, path }, init),
  ]);
  const { use, eject } = settings.transport;
  return { ...Object.fromEntries(calls), use, eject };
}

/** Calls with the credentials at hand: fetching a token may not wait for another. */
function tokenCaller(settings: Settings, given: object, name: string): TokenCaller {
  const context: CallContext = { ...settings, credentials: credentialValues(given) };
  return {
    call(operation, body) {
      const [method = '', path = ''] = operation.split(' ', 2);
      return callOperation(context, { method, path }, { body });
    },
    with(token) {
      const held = heldToken(settings.facts, name, token);
      return { ...tokenCaller(settings, held, name), client: clientOf(settings, held) };
    },
  };
}

/** A token that a login gave, as if it were the only credential given. */
function heldToken({ schemes }: ApiFacts, name: string, token: string): Record<string, string> {
  const scheme = Object.values(schemes).find(({ login }) => login === name);
  return { [scheme?.credentials[0] ?? '']: token };
}
