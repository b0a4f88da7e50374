import type { User } from '../apis/credentialNames.ts';
import type { Api } from '../model/api.ts';
import type { Exchange, SentRequest } from '../model/exchange.ts';
import type { Values } from '../model/values.ts';

export interface SessionOptions {
  api: Api;
  baseUrl: string;
  /** A mock has no accounts: there, credentials are made up. */
  mode: 'mock' | 'live';
  /** Added to the requests that fetch tokens. */
  headers: Record<string, string>;
  environment: NodeJS.ProcessEnv;
  /** Whose credentials they are; absent: those of whoever mostly asks. */
  user?: User;
  /** What the user says of the server: of the operations that give a token as well. */
  values?: Values;
  /** Sends what fetches a token; never throws. */
  send(request: SentRequest): Promise<Exchange>;
}
