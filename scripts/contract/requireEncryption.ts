import { isLoopback } from '../http/isLoopback.ts';
import type { Api } from '../model/api.ts';
import { UsageError } from '../model/errors.ts';
import { credentialVariables } from './credentials.ts';

interface Asked {
  api: Api;
  /** Those of `--header`, of which any may be a credential. */
  headers: Record<string, string>;
  environment: NodeJS.ProcessEnv;
}

/**
 * Credentials go over plain HTTP to this machine only, where nobody listens on the way.
 * @throws {UsageError} if they would go further
 */
export function requireEncryption(target: string, { api, headers, environment }: Asked): void {
  const { protocol, hostname } = new URL(target);
  if (protocol === 'https:' || isLoopback(hostname)) return;
  const all = [...credentialVariables(api), ...credentialVariables(api, 'other')];
  const variables = all.filter(({ variable }) => environment[variable]);
  if (variables.length === 0 && Object.keys(headers).length === 0) return;
  throw new UsageError(
    `--target is plain HTTP: credentials would go to ${hostname} for everybody on the way to read.\nGive an https: address, or --insecure if nobody is on that way.`,
  );
}
