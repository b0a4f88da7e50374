import { apiOf } from '../../../scripts/apis/readApi.ts';
import { bindClient } from '../../../scripts/client/bindClient.ts';
import type { CallInit, CallOutcome } from '../../../scripts/client/callInit.ts';
import type { ClientOptions, Credential } from '../../../scripts/client/clientOptions.ts';
import type { Middleware } from '../../../scripts/client/middleware.ts';
import { clientFacts } from '../../../scripts/generate/clientFacts.ts';
import { fixture } from './fixture.ts';

type Call = (path: string, init?: CallInit) => Promise<CallOutcome>;

/** The fixture's client, without its types: a caller may hand in anything. */
export type FixtureClient = Record<'GET' | 'POST' | 'PUT' | 'DELETE', Call> & {
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
};

export const credentials = { clientId: 'fake-id', clientSecret: 'fake-secret', xApiKey: 'fake-key' };

export function fixtureClient(
  options: ClientOptions & { credentials?: Record<string, Credential | undefined> },
): FixtureClient {
  const facts = clientFacts(apiOf('fixture', fixture));
  return bindClient({ facts, options: { credentials, ...options } });
}
