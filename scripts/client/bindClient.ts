import { accessTokens } from './accessTokens.ts';
import { baseAddress } from './baseAddress.ts';
import type { CallContext } from './callContext.ts';
import type { CallInit } from './callInit.ts';
import { callOperation } from './callOperation.ts';
import type { ClientOptions } from './clientOptions.ts';
import { credentialValues } from './credentialValues.ts';
import type { ApiFacts } from './facts.ts';
import type { TokenCaller } from './fetchToken.ts';
import type { Middleware } from './middleware.ts';

export interface Binding {
  facts: ApiFacts;
  options: ClientOptions & { credentials?: object };
}

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

/**
 * A client of an API, as its facts have it: its credentials, its encodings, its answers. `Client` is the generated type.
 * @throws {CallError} if the base URL is none
 */
export function bindClient<Client>({ facts, options }: Binding): Client {
  const baseUrl = baseAddress(options.baseUrl ?? facts.baseUrl ?? '').replace(/\/$/, '');
  return clientOf({ ...options, facts, baseUrl, middleware: [] }, options.credentials ?? {}) as Client;
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
  const { middleware } = settings;
  return {
    ...Object.fromEntries(calls),
    use: (...added: Middleware[]) => void middleware.push(...added),
    eject: (...gone: Middleware[]) =>
      void middleware.splice(0, Infinity, ...middleware.filter((one) => !gone.includes(one))),
  };
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
