import type { AccessTokens } from './accessTokens.ts';
import type { ClientOptions } from './clientOptions.ts';
import type { CredentialValues } from './credentialValues.ts';
import type { ApiFacts } from './facts.ts';
import type { Middleware } from './middleware.ts';

/** What all calls of a client share. */
export interface CallContext extends Pick<ClientOptions, 'fetch' | 'timeoutMs' | 'retries'> {
  facts: ApiFacts;
  /** Without a slash at its end. */
  baseUrl: string;
  middleware: Middleware[];
  credentials: CredentialValues;
  /** Absent while a token is being fetched. */
  tokens?: AccessTokens;
}
