import type { Api } from '../model/api.ts';
import type { Exchange, SentRequest } from '../model/exchange.ts';

export interface SessionOptions {
  api: Api;
  baseUrl: string;
  /** A mock has no accounts: there, credentials are made up. */
  mode: 'mock' | 'live';
  /** Added to the requests that fetch tokens. */
  headers: Record<string, string>;
  environment: NodeJS.ProcessEnv;
  /** Sends what fetches a token; never throws. */
  send(request: SentRequest): Promise<Exchange>;
}
