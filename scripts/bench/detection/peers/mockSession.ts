import { send } from '../../../dredd/send.ts';
import type { Api } from '../../../model/api.ts';
import { createSession, type Session } from '../../../request/session.ts';

/** Credentials as the contract's own cases have them at a mock. */
export function mockSession(api: Api, baseUrl: string): Session {
  return createSession({ api, baseUrl, mode: 'mock', headers: {}, environment: {}, send });
}
