import type { Api } from '../model/api.ts';
import { UsageError } from '../model/errors.ts';
import { credentialVariables, missingCredentials } from './credentials.ts';

/** Whether the environment has the credentials of another user of an API: one who must not see what the first makes. */
export function hasOtherUser(api: Api, environment: NodeJS.ProcessEnv = process.env): boolean {
  return isBegun(api, environment) && missingCredentials(api, environment, 'other').length === 0;
}

/**
 * They are all there or none, and not the first user's.
 * @throws {UsageError} otherwise; the message names variables, and no value
 */
export function requireOtherUser(api: Api, environment: NodeJS.ProcessEnv = process.env): void {
  if (!isBegun(api, environment)) return;
  const missing = missingCredentials(api, environment, 'other');
  if (missing.length > 0) {
    throw new UsageError(
      `${api.name} has only some of the other user's credentials.\nSet in the environment: ${missing.join(', ')}; or none of them.`,
    );
  }
  const own = credentialVariables(api).map(({ variable }) => environment[variable]);
  const others = credentialVariables(api, 'other').filter(({ variable }) => environment[variable]);
  if (!others.every(({ variable }) => own.includes(environment[variable]))) return;
  throw new UsageError(
    `The other user of ${api.name} is the first one: the same credentials are in ${others.map(({ variable }) => variable).join(', ')}.\nGive another user's, or leave them out.`,
  );
}

function isBegun(api: Api, environment: NodeJS.ProcessEnv): boolean {
  return credentialVariables(api, 'other').some(({ variable }) => environment[variable]);
}
